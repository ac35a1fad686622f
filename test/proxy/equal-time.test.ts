/**
 * Whether someone can tell an account of another organization from one that doesn't exist by waiting. Asserted without a
 * clock: both must cause the same calls, in the same order, and be answered after the same ones.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { settleUntil } from '../harness/until.js';
import { foreign, madeUp, requests } from './existence-requests.js';
import { createWorld } from './support.js';

/** Endpoints of the reads about the person that are slow. */
const slowReads: Record<string, RegExp | null> = {
  'equally fast reads': null,
  'a slow user': /\/users\/[^/]+$/,
  'slow organizations of the user': /\/users\/[^/]+\/organizations$/,
};

/** Returns everything an observer can see or time, in order. */
async function observe(
  userId: string,
  request: (path: string) => [string, RequestInit],
  slow: RegExp | null,
) {
  const events: string[] = [];
  let release = () => {};
  const isReleased = new Promise<void>((resolve) => (release = resolve));
  let isAnswered = false;
  const world = createWorld(
    {},
    {
      intercept: async ({ method, url }, callOn) => {
        const { pathname } = new URL(url);
        const name = `${method} ${decodeURIComponent(pathname).replace(userId, '{id}')}`;
        const isAboutThem = name.includes('{id}');
        if (!isAboutThem) return callOn();
        events.push(`begin ${name}`);
        if (slow?.test(pathname)) await isReleased;
        const response = await callOn();
        events.push(`end ${name}`);
        return response;
      },
    },
  );
  const token = await world.freshTokenOf('ada');
  // The caller's own checks are warm, as on every day.
  await world.send(token, '/v1/session');
  const [path, init] = request(`/v1/members/${encodeURIComponent(userId)}`);
  const answer = world.send(token, path, init).then((result) => {
    isAnswered = true;
    events.push('answer');
    return result;
  });
  if (slow) {
    await settleUntil(
      () => isAnswered || events.filter((event) => event.startsWith('begin')).length === 2,
      nextTask,
    );
    // Time for an answer that doesn't wait for the slow read.
    for (let task = 0; task < 50; task += 1) await nextTask();
    events.push('the slow read ends');
    release();
  }
  const { problem, headers } = await answer;
  const { requestId: _, ...told } = problem;
  return {
    told: { ...told, headers: [...headers.keys()] },
    begun: events.filter((event) => event.startsWith('begin')),
    ended: events.filter((event) => event.startsWith('end')).sort(),
    last: events.at(-1),
  };
}

const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));

describe('an account of another organization', () => {
  for (const [label, slow] of Object.entries(slowReads)) {
    for (const [name, request] of Object.entries(requests)) {
      it(`is the same as a made-up one with ${label}: ${name}`, async () => {
        const there = await observe(foreign, request, slow);
        assert.equal(there.told.status, 404);
        assert.deepEqual(there, await observe(madeUp, request, slow));
        assert.equal(there.last, 'answer');
        assert.equal(there.ended.length, 2);
      });
    }
  }
});
