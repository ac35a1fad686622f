import assert from 'node:assert/strict';
import { atOnce, oddKeys, type Test, type TestRunner } from './world.js';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export function describeLocks({ describe }: TestRunner, test: Test): void {
  describe('locks', () => {
    test('run one task at a time', async (world) => {
      let running = 0;
      let done = 0;
      await atOnce(12, world, ({ locks }) =>
        locks.hold('name', async () => {
          running += 1;
          assert.equal(running, 1);
          await pause(2);
          running -= 1;
          done += 1;
        }),
      );
      assert.equal(done, 12);
    });

    test('with different names do not wait for each other', async ({ first, second }) => {
      const names = oddKeys.map((key) => `lock ${key}`);
      const holdAll = (rest: readonly string[]): Promise<string> => {
        const [name, ...others] = rest;
        if (name === undefined) return Promise.resolve('all held');
        const { locks } = others.length % 2 === 0 ? first : second;
        return locks.hold(name, () => holdAll(others));
      };
      assert.equal(await holdAll(names), 'all held');
    });

    test('pass on what the task returns and throws, and are free afterwards', async ({ first, second }) => {
      const failure = new Error('the task failed');
      assert.equal(await first.locks.hold('name', async () => 1), 1);
      await assert.rejects(
        first.locks.hold('name', () => Promise.reject(failure)),
        (reason) => reason === failure,
      );
      assert.equal(await second.locks.hold('name', async () => 2), 2);
    });
  });
}
