/**
 * Kills `orgdesk serve` at random moments of bulk runs, 200 times by default, and counts what was lost or done twice:
 * `node --import tsx test/bench/kill.bench.ts 200`. A restart takes seconds, because a lease has to end first.
 */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { serveDevTenant } from '../../backend-proxy/dev-tenant/serve.js';
import type { BulkRun } from '../../src/contract/index.js';
import { serve } from '../cli/serve-process.js';
import { crowd, crowdOrganization, idOf, idsOf, outcomesOf } from '../proxy/bulk-world.js';

const kills = Number(process.argv[2] ?? 200);
const size = 1_000;
const folder = await mkdtemp(join(tmpdir(), 'orgdesk-kill-'));
const dataFile = join(folder, 'orgdesk.sqlite');
const continuedMs: number[] = [];
let killed = 0;
let runs = 0;

while (killed < kills) {
  const served = await serveDevTenant({ port: 0, seed: crowd(size, true), rateLimits: 'off' });
  const { requests, users, tokens, clock } = served.tenant;
  // Fills the buckets of the rate limits, which the run would otherwise wait for.
  const filling = setInterval(() => clock.advance(500), 20);
  const writes = () => requests.list().filter(({ method }) => method === 'PATCH').length;
  const token = await tokens.issueAccessToken({
    userId: idOf(0),
    organizationId: crowdOrganization,
    'https://orgdesk.dev/auth_time': Math.floor(Date.now() / 1000),
  });
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'idempotency-key': `kill-run-${(runs += 1)}`,
  };
  let proxy = await serve(served, dataFile);
  const body = JSON.stringify({ operation: 'member.unblock', userIds: idsOf(size) });
  const answer = await fetch(`${proxy.url}/v1/bulk-runs`, { method: 'POST', headers, body });
  const { id } = (await answer.json()) as BulkRun;
  const read = async () =>
    (await (await fetch(`${proxy.url}/v1/bulk-runs/${id}`, { headers })).json()) as BulkRun;

  let run = await read();
  while (run.state === 'running') {
    if (killed < kills) {
      await sleep(Math.random() * 1_500);
      await proxy.end('SIGKILL');
      killed += 1;
      const before = writes();
      proxy = await serve(served, dataFile);
      const startedAt = performance.now();
      run = await read();
      while (run.state === 'running' && writes() === before) {
        await sleep(20);
        run = await read();
      }
      continuedMs.push(performance.now() - startedAt);
    } else {
      await sleep(100);
      run = await read();
    }
  }
  await proxy.end('SIGKILL');
  const lost = idsOf(size).filter((userId) => users.get(userId)?.blocked !== false).length;
  const twice = writes() - (size - lost);
  const notDone = outcomesOf(run).filter((outcome) => outcome !== 'done').length;
  console.log(`run ${runs}: ${killed} kills so far, lost ${lost}, done twice ${twice}, not done ${notDone}`);
  assert.deepEqual([lost, twice, notDone], [0, 0, 0]);
  clearInterval(filling);
  await served.close();
}
await rm(folder, { recursive: true });
continuedMs.sort((a, b) => a - b);
const atQuantile = (quantile: number) =>
  Math.round(continuedMs[Math.floor(continuedMs.length * quantile)] ?? 0);
console.log(
  `${killed} kills: continued ${atQuantile(0.5)} ms after the start (median), ${atQuantile(0.99)} ms (99 %)`,
);
