/**
 * Counts what two proxies on one database cost each other on Auth0's free plan, whose limit they share: how many calls Auth0
 * refuses, and what people see of it. Asserts no times:
 *
 *     node --import tsx test/bench/instances.bench.ts 150 panels
 *     node --import tsx test/bench/instances.bench.ts 150 runs
 *
 * `panels`: one proxy carries out a bulk run, while the members panel is opened at another one, which has just started.
 * `runs`: two proxies carry out a run each.
 */
import { createProxy, type Proxy, type Storage } from '../../backend-proxy/src/index.js';
import { createDevTenant } from '../../backend-proxy/dev-tenant/index.js';
import { openPostgresStorage } from '../../backend-proxy/src/storage/sql/postgres.js';
import type { BulkRun } from '../../src/contract/index.js';
import { storedSigningKeys } from '../harness/signing-keys.js';
import { crowd, crowdOrganization, hasEnded, idOf, idsOf } from '../proxy/bulk-world.js';
import { findPostgres, startPostgres } from '../storage/postgres-server.js';

const people = Number(process.argv[2] ?? 150);
const scenario = process.argv[3] ?? 'panels';
/** How often someone opens a panel. */
const panelMs = 15_000;
const latencyMs = 30;
const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

const found = findPostgres();
if ('missing' in found) throw new Error(found.missing);
const server = await startPostgres(found.programs);
const { url } = await server.createSchema();
const tenant = createDevTenant({
  seed: crowd(people, true),
  plan: 'free',
  rateLimits: 'enforced',
  signingKeys: storedSigningKeys,
});
const token = await tenant.tokens.issueAccessToken({
  userId: idOf(0),
  organizationId: crowdOrganization,
  'https://orgdesk.dev/auth_time': Math.floor(Date.now() / 1000),
});
const refused = new Map<string, number>();
let calls = 0;
const storages: Storage[] = [];

async function startInstance(name: string) {
  const storage = await openPostgresStorage(url);
  storages.push(storage);
  const proxy: Proxy = createProxy({
    domain: tenant.domain,
    audience: tenant.audience,
    clientId: tenant.clients.proxy.clientId,
    clientSecret: tenant.clients.proxy.clientSecret,
    storage,
    fetch: async (input, init) => {
      await sleep(latencyMs);
      const response = await tenant.fetch(input, init);
      calls += 1;
      if (response.status === 429) refused.set(name, (refused.get(name) ?? 0) + 1);
      return response;
    },
  });
  const send = (path: string, init: RequestInit = {}) =>
    proxy.fetch(
      new Request(`https://proxy.example${path}`, {
        ...init,
        headers: { authorization: `Bearer ${token}`, ...(init.headers as Record<string, string>) },
      }),
    );
  return { proxy, send };
}
type Instance = Awaited<ReturnType<typeof startInstance>>;

async function carryOut({ send }: Instance, userIds: readonly string[]): Promise<string> {
  const startedAt = performance.now();
  const started = await send('/v1/bulk-runs', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify({ operation: 'member.unblock', userIds }),
  });
  let run = (await started.json()) as BulkRun;
  while (!hasEnded(run)) {
    await sleep(1_000);
    run = (await (await send(`/v1/bulk-runs/${run.id}`)).json()) as BulkRun;
  }
  const seconds = (performance.now() - startedAt) / 1000;
  return `a run of ${userIds.length}: ${JSON.stringify(run.counts)} in ${seconds.toFixed(0)} s`;
}

async function openPanel({ send }: Instance): Promise<string> {
  const startedAt = performance.now();
  const parts = await Promise.all(
    ['/v1/session', '/v1/members'].map(async (path) => {
      const { status } = await send(path);
      return `${path} ${status} after ${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
    }),
  );
  return parts.join(', ');
}

const a = await startInstance('A');
if (scenario === 'runs') {
  const b = await startInstance('B');
  const half = Math.ceil(people / 2);
  const ids = idsOf(people);
  const reports = await Promise.all([carryOut(a, ids.slice(0, half)), carryOut(b, ids.slice(half))]);
  for (const report of reports) console.log(report);
} else {
  let isDone = false;
  const run = carryOut(a, idsOf(people)).finally(() => (isDone = true));
  for (let opened = 1; !isDone; opened += 1) {
    await Promise.race([run, sleep(panelMs)]);
    if (!isDone) console.log(`a panel: ${await openPanel(await startInstance(`B${opened}`))}`);
  }
  console.log(await run);
}
const byInstance = [...refused].map(([name, count]) => `${name} ${count}`).join(', ');
console.log(`${calls} calls, refused: ${byInstance || 'none'}`);
for (const storage of storages) await storage.close();
await server.stop();
