import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ProblemError } from '../../backend-proxy/src/http/problem-error.js';
import { padRefusal } from '../../backend-proxy/src/access/pad-refusal.js';
import { foreign, madeUp, requests } from './existence-requests.js';
import { createWorld } from './support.js';

const notFound = new ProblemError('profile_not_found');

/** Milliseconds until the task ended. */
async function timeOf(task: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await task();
  return performance.now() - startedAt;
}

describe('a refusal that could tell by its time whether someone exists', () => {
  it('comes after a whole number of steps', async () => {
    const after = (ms: number) =>
      timeOf(() =>
        assert.rejects(
          padRefusal(async () => {
            await new Promise((resolve) => setTimeout(resolve, ms));
            throw notFound;
          }),
          notFound,
        ),
      );
    assert.ok((await after(0)) >= 19);
    assert.ok((await after(25)) >= 39);
  });

  it('keeps nothing else waiting', async (t) => {
    t.mock.timers.enable({ apis: ['setInterval', 'setTimeout'] });
    assert.equal(await padRefusal(() => Promise.resolve('someone')), 'someone');
    const other = new ProblemError('upstream_timeout');
    await assert.rejects(
      padRefusal(() => Promise.reject(other)),
      other,
    );
  });

  for (const [name, request] of Object.entries(requests)) {
    it(`is padded: ${name}`, async () => {
      const world = createWorld();
      const token = await world.freshTokenOf('ada');
      await world.send(token, '/v1/session');
      for (const userId of [foreign, madeUp]) {
        const [path, init] = request(`/v1/members/${encodeURIComponent(userId)}`);
        const time = await timeOf(async () =>
          assert.equal((await world.send(token, path, init)).status, 404),
        );
        assert.ok(time >= 19, `${userId} after ${time} ms`);
      }
    });
  }
});
