/** `orgdesk serve` as a process that is ended in the middle of a bulk run. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { serveDevTenant, type ServedDevTenant } from '../../backend-proxy/dev-tenant/serve.js';
import type { BulkRun } from '../../src/contract/index.js';
import { crowd, crowdOrganization, idOf, idsOf, outcomesOf } from '../proxy/bulk-world.js';
import { killAll, serve } from './serve-process.js';

describe('orgdesk serve, ended in the middle of a bulk run', () => {
  let folder: string;
  let served: ServedDevTenant;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'orgdesk-kill-'));
  });
  after(async () => {
    killAll();
    await rm(folder, { recursive: true });
  });

  const unblocked = () =>
    served.tenant.requests
      .list()
      .filter(({ method, path }) => method === 'PATCH' && path.startsWith('/api/v2/users/')).length;
  const until = async (isTrue: () => boolean | Promise<boolean>) => {
    while (!(await isTrue())) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      // Fills the buckets of the rate limits, which the run would otherwise wait for.
      served.tenant.clock.advance(500);
    }
  };

  for (const [signal, size] of [
    ['SIGKILL', 120],
    ['SIGTERM', 40],
  ] as const) {
    it(`by ${signal}, finishes the run after a restart, and does nothing twice`, async () => {
      served = await serveDevTenant({ port: 0, seed: crowd(size, true), rateLimits: 'off' });
      try {
        const dataFile = join(folder, `${signal}.sqlite`);
        const token = await served.tenant.tokens.issueAccessToken({
          userId: idOf(0),
          organizationId: crowdOrganization,
          'https://orgdesk.dev/auth_time': Math.floor(Date.now() / 1000),
        });
        const headers = {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'idempotency-key': 'one-run-only',
        };
        const first = await serve(served, dataFile);
        const body = JSON.stringify({ operation: 'member.unblock', userIds: idsOf(size) });
        const answer = await fetch(`${first.url}/v1/bulk-runs`, { method: 'POST', headers, body });
        assert.equal(answer.status, 202);
        const { id } = (await answer.json()) as BulkRun;
        await until(() => unblocked() >= 10);
        await first.end(signal);
        const before = unblocked();
        assert.ok(before < size, `${before} of ${size} were done`);
        if (signal === 'SIGTERM')
          assert.match(
            first.stderr(),
            new RegExp(
              `closing\nbulk run ${id} stopped after ${before} of ${size} members, between two; it continues after the next start\n$`,
            ),
          );

        const second = await serve(served, dataFile);
        let run: BulkRun | undefined;
        await until(async () => {
          run = (await (await fetch(`${second.url}/v1/bulk-runs/${id}`, { headers })).json()) as BulkRun;
          return run.state !== 'running';
        });
        await second.end('SIGKILL');
        assert.ok(run);
        assert.equal(run.state, 'done');
        assert.deepEqual(new Set(outcomesOf(run)), new Set(['done']));
        assert.ok(idsOf(size).every((userId) => served.tenant.users.get(userId)?.blocked === false));
        assert.equal(unblocked(), size);
      } finally {
        await served.close();
      }
    });
  }
});
