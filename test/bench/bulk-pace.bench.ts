/**
 * Measures how well a bulk run uses the tenant's rate limit, and what it costs people who work meanwhile:
 * `node --import tsx test/bench/bulk-pace.bench.ts 1000`. The dev tenant enforces the limits of Auth0's enterprise plan, and
 * answers after 30 ms. Asserts no times.
 */
import { createProxy, type Proxy } from '../../backend-proxy/src/index.js';
import { createDevTenant } from '../../backend-proxy/dev-tenant/index.js';
import type { BulkRun } from '../../src/contract/index.js';
import { storedSigningKeys } from '../harness/signing-keys.js';
import { crowd, crowdOrganization, hasEnded, idOf, idsOf } from '../proxy/bulk-world.js';

const people = Number(process.argv[2] ?? 1_000);
/** The enterprise plan: calls a second, and how many can be saved up. */
const [perSecond, burst] = [16, 50];
const latencyMs = 30;
/** The member, their organizations, and the write. */
const leastCallsPerMember = 3;
/** How often someone opens the page of a member. */
const visitMs = 2_000;

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

async function createScene() {
  const tenant = createDevTenant({
    seed: crowd(people, true),
    rateLimits: 'enforced',
    signingKeys: storedSigningKeys,
  });
  const proxy: Proxy = createProxy({
    domain: tenant.domain,
    audience: tenant.audience,
    clientId: tenant.clients.proxy.clientId,
    clientSecret: tenant.clients.proxy.clientSecret,
    fetch: async (input, init) => {
      await sleep(latencyMs);
      return tenant.fetch(input, init);
    },
    log: () => {},
  });
  const token = await tenant.tokens.issueAccessToken({
    userId: idOf(0),
    organizationId: crowdOrganization,
    'https://orgdesk.dev/auth_time': Math.floor(Date.now() / 1000),
  });
  const send = async (path: string, init: RequestInit = {}) => {
    const headers = { authorization: `Bearer ${token}`, ...(init.headers as Record<string, string>) };
    return proxy.fetch(new Request(`https://proxy.example${path}`, { ...init, headers }));
  };
  const calls = () => tenant.requests.list().filter(({ area }) => area === 'management');
  let visited = 0;
  /** Opens the page of one member after the other until told to stop. Returns how long each took, in milliseconds. */
  async function visit(until: () => boolean): Promise<number[]> {
    const times: number[] = [];
    while (!until()) {
      const startedAt = performance.now();
      const response = await send(`/v1/members/${encodeURIComponent(idOf((visited += 1)))}`);
      await response.text();
      if (response.status !== 200) console.log(`  a visit was answered with ${response.status}`);
      times.push(performance.now() - startedAt);
      await sleep(visitMs);
    }
    return times;
  }
  async function run(): Promise<{ readonly run: BulkRun; readonly seconds: number }> {
    const startedAt = performance.now();
    const answer = await send('/v1/bulk-runs', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'the-only-run' },
      body: JSON.stringify({ operation: 'member.unblock', userIds: idsOf(people) }),
    });
    let current = (await answer.json()) as BulkRun;
    while (!hasEnded(current)) {
      // As the panel follows it. A stream ends with the run, or after a minute.
      await (await send(`/v1/bulk-runs/${current.id}/events`)).text();
      current = (await (await send(`/v1/bulk-runs/${current.id}?after=${people}`)).json()) as BulkRun;
    }
    return { run: current, seconds: (performance.now() - startedAt) / 1000 };
  }
  return { visit, run, calls, clear: () => tenant.requests.clear() };
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;

{
  const { run, calls, clear } = await createScene();
  clear();
  const { run: ended, seconds } = await run();
  const made = calls();
  const refused = made.filter(({ status }) => status === 429).length;
  const possible = burst + perSecond * seconds;
  console.log(
    `alone: ${ended.counts.done} of ${people} done in ${seconds.toFixed(0)} s; ${made.length} calls, ` +
      `${(made.length / (people * leastCallsPerMember)).toFixed(3)} x the least possible; ` +
      `${((100 * made.length) / possible).toFixed(0)} % of what the limit allows; ${refused} refused`,
  );
  const endpoints = new Map<string, number>();
  for (const { endpoint } of made) endpoints.set(endpoint, (endpoints.get(endpoint) ?? 0) + 1);
  for (const [endpoint, count] of endpoints) console.log(`  ${count} ${endpoint}`);
}
{
  const { visit, run, calls } = await createScene();
  const endOfIdle = Date.now() + 40_000;
  const idle = await visit(() => Date.now() > endOfIdle);
  let hasRunEnded = false;
  const busy = visit(() => hasRunEnded);
  const { seconds } = await run();
  hasRunEnded = true;
  const meanwhile = await busy;
  console.log(
    `with someone at work: done in ${seconds.toFixed(0)} s, ${calls().filter(({ status }) => status === 429).length} refused; ` +
      `a page took ${median(idle).toFixed(0)} ms idle, ${median(meanwhile).toFixed(0)} ms meanwhile (medians of ` +
      `${idle.length} and ${meanwhile.length}): ${(median(meanwhile) / median(idle)).toFixed(2)} x`,
  );
}
