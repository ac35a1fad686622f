/**
 * Kills `orgdesk serve` at random moments of bulk runs, and counts what was lost or done twice:
 * `node --import tsx test/bench/kill.bench.ts 200 sqlite`, or `postgres`. Each member is blocked and signed out, so many of
 * the kills leave one of them half done. A restart takes seconds, because a lease has to end first.
 */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { serveDevTenant, type ServedDevTenant } from '../../backend-proxy/dev-tenant/serve.js';
import type { BulkRun } from '../../src/contract/index.js';
import { serve } from '../cli/serve-process.js';
import { crowd, crowdOrganization, hasEnded, idOf, idsOf } from '../proxy/bulk-world.js';
import { findPostgres, startPostgres } from '../storage/postgres-server.js';

const kills = Number(process.argv[2] ?? 200);
const store = process.argv[3] ?? 'sqlite';
const size = 1_000;
const continuedMs: number[] = [];
let killed = 0;
/** Killed while a member was blocked and not signed out yet. */
let halfDone = 0;

async function openData(): Promise<{ readonly data: string; close(): Promise<void> }> {
  if (store === 'sqlite') {
    const folder = await mkdtemp(join(tmpdir(), 'orgdesk-kill-'));
    return { data: join(folder, 'orgdesk.sqlite'), close: () => rm(folder, { recursive: true }) };
  }
  const found = findPostgres();
  if ('missing' in found) throw new Error(found.missing);
  const server = await startPostgres(found.programs);
  return { data: (await server.createSchema()).url, close: () => server.stop() };
}

function countsOf({ tenant }: ServedDevTenant) {
  const blocked: string[] = [];
  const signedOut = new Set<string>();
  for (const { method, path } of tenant.requests.list()) {
    const [, userId = '', rest] = /^\/api\/v2\/users\/([^/]+)(\/revoke-access)?$/.exec(path) ?? [];
    if (method === 'PATCH' && !rest) blocked.push(decodeURIComponent(userId));
    if (method === 'POST' && rest) signedOut.add(decodeURIComponent(userId));
  }
  return { blocked, signedOut };
}

const { data, close } = await openData();
for (let runs = 1; killed < kills; runs += 1) {
  const served = await serveDevTenant({ port: 0, seed: crowd(size), rateLimits: 'off' });
  const { users, tokens, clock } = served.tenant;
  // Fills the buckets of the rate limits, which the run would otherwise wait for.
  const filling = setInterval(() => clock.advance(500), 20);
  const token = await tokens.issueAccessToken({
    userId: idOf(0),
    organizationId: crowdOrganization,
    'https://orgdesk.dev/auth_time': Math.floor(Date.now() / 1000),
  });
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'idempotency-key': `kill-run-${runs}`,
  };
  let proxy = await serve(served, data);
  const body = JSON.stringify({ operation: 'member.block', userIds: idsOf(size) });
  const answer = await fetch(`${proxy.url}/v1/bulk-runs`, { method: 'POST', headers, body });
  const { id } = (await answer.json()) as BulkRun;
  const read = async () =>
    (await (await fetch(`${proxy.url}/v1/bulk-runs/${id}`, { headers })).json()) as BulkRun;

  let run = await read();
  while (!hasEnded(run)) {
    if (killed < kills) {
      await sleep(Math.random() * 1_500);
      await proxy.end('SIGKILL');
      killed += 1;
      const { blocked, signedOut } = countsOf(served);
      if (blocked.some((userId) => !signedOut.has(userId))) halfDone += 1;
      const { done } = run.counts;
      proxy = await serve(served, data);
      const startedAt = performance.now();
      do {
        await sleep(20);
        run = await read();
      } while (!hasEnded(run) && countsOf(served).blocked.length <= Math.max(done, blocked.length));
      continuedMs.push(performance.now() - startedAt);
    } else {
      await sleep(100);
      run = await read();
    }
  }
  await proxy.end('SIGKILL');
  const { blocked, signedOut } = countsOf(served);
  const isFinished = (userId: string) => users.get(userId)?.blocked === true && signedOut.has(userId);
  const lost = idsOf(size).filter((userId) => !isFinished(userId)).length;
  const twice = blocked.length - new Set(blocked).size;
  console.log(
    `run ${runs}: ${killed} kills so far, lost ${lost}, done twice ${twice}, done ${run.counts.done}`,
  );
  assert.deepEqual([lost, twice, run.counts.done], [0, 0, size]);
  clearInterval(filling);
  await served.close();
}
await close();
continuedMs.sort((a, b) => a - b);
const atQuantile = (quantile: number) =>
  Math.round(continuedMs[Math.floor(continuedMs.length * quantile)] ?? 0);
console.log(
  `${store}: ${killed} kills, ${halfDone} with a member half done; continued ${atQuantile(0.5)} ms after the start ` +
    `(median), ${atQuantile(0.99)} ms (99 %)`,
);
