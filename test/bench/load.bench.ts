/**
 * Measures the proxy under load: the most requests a second that it answers, and then 70 % of that for some minutes, with
 * SQLite and with Postgres. Needs a build of the proxy, and reads /proc, so it runs on Linux only. Asserts no times:
 *
 *     npm run build:proxy && node --import tsx test/bench/load.bench.ts --minutes 30 --storage sqlite
 *
 * `--rate 50` skips the search. The dev tenant runs in this process, without rate limits; what it and the requests cost is
 * printed, because on few cores they compete with the proxy.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { serveDevTenant, type ServedDevTenant } from '../../backend-proxy/dev-tenant/serve.js';
import { storedSigningKeys } from '../harness/signing-keys.js';
import { crowd, crowdName } from '../proxy/crowd.js';
import { findPostgres, startPostgres } from '../storage/postgres-server.js';
import { cpuSeconds, requireBuild, residentMb, startBuiltProxy } from './built-proxy.js';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    storage: { type: 'string', default: 'both' },
    rate: { type: 'string' },
  },
});

const members = 300;
/** How long each rate of the search is tried, in seconds. */
const trySeconds = 8;
/** A rate is too high if the slowest hundredth of the requests takes longer, or if this many are under way. */
const maxP99Ms = 1_000;
const maxOpen = 500;
const sampleSeconds = 10;

const agent = new Agent({ keepAlive: true, maxSockets: maxOpen });
const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

interface Person {
  readonly userId: string;
  readonly token: string;
}

interface Answer {
  readonly status: number;
  readonly etag: string;
}

interface Measured {
  readonly sent: number;
  readonly seconds: number;
  readonly errors: ReadonlyMap<string, number>;
  readonly isOverrun: boolean;
  /** In milliseconds, from when a request was due. */
  percentile(share: number): number;
  readonly proxyCores: number;
  readonly ourCores: number;
  /** Resident memory of the proxy in MB, every ten seconds. */
  readonly memory: readonly number[];
}

function send(base: string, person: Person, path: string, patch?: { etag: string }): Promise<Answer> {
  const body = patch && JSON.stringify({ fields: { nickname: `n${Math.floor(Math.random() * 1e6)}` } });
  const headers = {
    authorization: `Bearer ${person.token}`,
    ...(patch && { 'content-type': 'application/json', 'if-match': patch.etag }),
  };
  return new Promise((resolve, reject) => {
    const sent = request(
      `${base}${path}`,
      { agent, headers, method: patch ? 'PATCH' : 'GET' },
      (response) => {
        response.resume();
        response.once('end', () =>
          resolve({ status: response.statusCode ?? 0, etag: response.headers.etag ?? '' }),
        );
        response.once('error', reject);
      },
    );
    sent.once('error', (error: NodeJS.ErrnoException) => {
      // The server closed an idle connection just as it was used again. That is no error of the proxy's.
      const isStale = sent.reusedSocket && error.code === 'ECONNRESET';
      if (isStale && !patch) resolve(send(base, person, path));
      else reject(error);
    });
    sent.end(body);
  });
}

/** What people do, by share. The first tenth of the crowd are admins. */
async function visit(base: string, everyone: readonly Person[]): Promise<Answer> {
  const pick = (from: readonly Person[]) => from[Math.floor(Math.random() * from.length)] as Person;
  const admin = pick(everyone.filter((_, index) => index % 10 === 0));
  const someone = pick(everyone);
  const chance = Math.random();
  if (chance < 0.4) return send(base, someone, '/v1/profile');
  if (chance < 0.65) return send(base, admin, '/v1/members');
  if (chance < 0.8) return send(base, admin, '/v1/session');
  if (chance < 0.92) return send(base, admin, `/v1/members/${encodeURIComponent(someone.userId)}`);
  if (chance < 0.97) return send(base, admin, '/v1/activity');
  const { status, etag } = await send(base, someone, '/v1/profile');
  return status === 200 ? send(base, someone, '/v1/profile', { etag }) : { status, etag };
}

/** Sends requests at a rate, whether the proxy keeps up or not, as people would. */
async function load(scene: Scene, perSecond: number, seconds: number): Promise<Measured> {
  const { base, pid, tenant, everyone } = scene;
  const times: number[] = [];
  const errors = new Map<string, number>();
  const count = (error: string) => errors.set(error, (errors.get(error) ?? 0) + 1);
  const memory = [residentMb(pid)];
  const [proxyBefore, oursBefore] = [cpuSeconds(pid), cpuSeconds(process.pid)];
  const startedAt = performance.now();
  const open = new Set<Promise<void>>();
  let sent = 0;
  let isOverrun = false;
  let sampledAt = startedAt;
  for (let elapsed = 0; elapsed < seconds && !isOverrun; elapsed = (performance.now() - startedAt) / 1000) {
    for (; sent < Math.floor(elapsed * perSecond); sent += 1) {
      const dueAt = startedAt + (sent / perSecond) * 1000;
      const visited: Promise<void> = visit(base, everyone)
        .then(
          ({ status }) => status !== 200 && count(String(status)),
          (error: NodeJS.ErrnoException) => count(error.code ?? error.name),
        )
        .then(() => void times.push(performance.now() - dueAt))
        .finally(() => open.delete(visited));
      open.add(visited);
    }
    isOverrun = open.size > maxOpen;
    if (performance.now() - sampledAt > sampleSeconds * 1000) {
      sampledAt = performance.now();
      memory.push(residentMb(pid));
      tenant.requests.clear();
    }
    await sleep(5);
  }
  await Promise.all(open);
  const wall = (performance.now() - startedAt) / 1000;
  memory.push(residentMb(pid));
  times.sort((a, b) => a - b);
  return {
    sent,
    seconds: wall,
    errors,
    isOverrun,
    percentile: (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0,
    proxyCores: (cpuSeconds(pid) - proxyBefore) / wall,
    ourCores: (cpuSeconds(process.pid) - oursBefore) / wall,
    memory,
  };
}

function describe({ sent, seconds, errors, percentile, proxyCores, ourCores, memory }: Measured): string {
  const failed = [...errors].map(([error, count]) => `${count} × ${error}`).join(', ');
  const perSecond = sent / seconds;
  return [
    `${perSecond.toFixed(0)} requests/s, ${(perSecond / proxyCores).toFixed(0)} per core of the proxy`,
    `errors: ${failed || 'none'}`,
    `p50 ${percentile(0.5).toFixed(0)} ms, p99 ${percentile(0.99).toFixed(0)} ms`,
    `cores: proxy ${proxyCores.toFixed(2)}, tenant and requests ${ourCores.toFixed(2)}`,
    `memory ${memory[0]} → ${memory.at(-1)} MB, at most ${Math.max(...memory)}`,
  ].join('; ');
}

/** The highest rate that the proxy keeps up with, to 10 %. */
async function saturate(scene: Scene): Promise<number> {
  const keepsUp = async (rate: number) => {
    const measured = await load(scene, rate, trySeconds);
    const isFine = !measured.isOverrun && measured.percentile(0.99) <= maxP99Ms;
    console.log(`  ${rate}/s ${isFine ? 'keeps up' : 'is too much'}: ${describe(measured)}`);
    return isFine;
  };
  let low = 10;
  let high = 20;
  while (await keepsUp(high)) [low, high] = [high, high * 2];
  while (high / low > 1.1) {
    const middle = Math.round(Math.sqrt(low * high));
    if (await keepsUp(middle)) low = middle;
    else high = middle;
  }
  return low;
}

interface Scene extends Pick<ServedDevTenant, 'tenant'> {
  readonly base: string;
  readonly pid: number;
  readonly everyone: readonly Person[];
}

async function measure(name: string, data: string): Promise<void> {
  console.log(name);
  const served = await serveDevTenant({
    port: 0,
    seed: crowd(members),
    rateLimits: 'off',
    signingKeys: storedSigningKeys,
  });
  const { tenant } = served;
  const [child, base] = await startBuiltProxy(served, data);
  try {
    const everyone = await Promise.all(
      Array.from({ length: members }, async (_, index): Promise<Person> => {
        const userId = `auth0|${String(index).padStart(6, '0')}`;
        const permissions = index % 10 === 0 ? ['manage:members'] : [];
        const claims = { userId, organizationId: crowdName, permissions };
        return { userId, token: await tenant.tokens.issueAccessToken(claims) };
      }),
    );
    const scene = { base, pid: child.pid ?? 0, tenant, everyone };
    console.log(`  idle: ${residentMb(scene.pid)} MB`);
    const rate = values.rate === undefined ? (await saturate(scene)) * 0.7 : Number(values.rate);
    const measured = await load(scene, rate, Number(values.minutes) * 60);
    console.log(`  ${values.minutes} min at ${rate.toFixed(0)}/s: ${describe(measured)}`);
    console.log(`  memory in MB, every ${sampleSeconds} s: ${measured.memory.join(' ')}`);
  } finally {
    child.kill('SIGTERM');
    await served.close();
  }
}

requireBuild();
if (values.storage !== 'postgres') {
  const folder = await mkdtemp(join(tmpdir(), 'orgdesk-load-'));
  await measure('SQLite', join(folder, 'orgdesk.sqlite'));
  await rm(folder, { recursive: true });
}
if (values.storage !== 'sqlite') {
  const found = findPostgres();
  if ('missing' in found) throw new Error(found.missing);
  const server = await startPostgres(found.programs);
  const { url } = await server.createSchema();
  await measure('Postgres, without fsync', url);
  await server.stop();
}
agent.destroy();
