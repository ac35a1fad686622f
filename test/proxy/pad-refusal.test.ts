import assert from 'node:assert/strict';
import { beforeEach, describe, it, mock, afterEach } from 'node:test';
import { padRefusal } from '../../backend-proxy/src/access/pad-refusal.js';
import { ProblemError } from '../../backend-proxy/src/http/problem-error.js';
import { settleUntil } from '../harness/until.js';
import { foreign, madeUp, requests } from './existence-requests.js';
import { createWorld } from './support.js';

const notFound = new ProblemError('profile_not_found');
const nextTask = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Returns whether the task has ended by now. */
async function hasEnded(task: Promise<unknown>): Promise<boolean> {
  const pending = Symbol('pending');
  const end = await Promise.race([task.catch(() => null), nextTask().then(() => pending)]);
  return end !== pending;
}

describe('a refusal that could tell by its time whether someone exists', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setInterval'] }));
  afterEach(() => mock.timers.reset());

  it('comes after a whole number of steps', async () => {
    let fail = (): void => undefined;
    const refusal = padRefusal(() => new Promise((_, reject) => (fail = () => reject(notFound))));
    mock.timers.tick(25);
    fail();
    assert.equal(await hasEnded(refusal), false);
    mock.timers.tick(14);
    assert.equal(await hasEnded(refusal), false);
    mock.timers.tick(1);
    await assert.rejects(refusal, notFound);
  });

  it('keeps nothing else waiting', async () => {
    assert.equal(await padRefusal(() => Promise.resolve('someone')), 'someone');
    const other = new ProblemError('upstream_timeout');
    await assert.rejects(
      padRefusal(() => Promise.reject(other)),
      other,
    );
  });

  for (const [name, request] of Object.entries(requests)) {
    it(`is padded: ${name}`, async () => {
      for (const userId of [foreign, madeUp]) {
        let ended = 0;
        const world = createWorld(
          {},
          {
            intercept: async ({ url }, callOn) => {
              const response = await callOn();
              if (decodeURIComponent(url).includes(userId)) ended += 1;
              return response;
            },
          },
        );
        const token = await world.freshTokenOf('ada');
        // What is cached, and the limits of the tenant, are known from here on.
        await world.send(token, '/v1/profile');
        const [path, init] = request(`/v1/members/${encodeURIComponent(userId)}`);
        const answer = world.send(token, path, init);
        await settleUntil(() => ended === 2, nextTask);
        for (let task = 0; task < 50; task += 1) await nextTask();
        assert.equal(await hasEnded(answer), false, `${userId} was answered at once`);
        let status = 0;
        void answer.then((response) => (status = response.status));
        await settleUntil(
          () => status !== 0,
          async () => {
            mock.timers.tick(20);
            await nextTask();
          },
        );
        assert.equal(status, 404);
      }
    });
  }
});
