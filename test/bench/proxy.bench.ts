/**
 * Compares the built proxy, with SQLite, with the proxy that one would write in a day, in front of the same tenant, in turns
 * in one run. Reads /proc, so it runs on Linux only. It asserts nothing: time is not the same on two machines, a ratio of two
 * figures from one run nearly is. The processes compete with each other on few cores, so CPU time says more than requests a
 * second. What people read is mostly what they read before, as in the first two comparisons; in the third it never is. After
 * the rounds it sends the requests of `--memory` and prints what the proxy holds. With `--profile FOLDER`, it
 * writes a CPU profile of the proxy there.
 *
 *     npm run build:proxy && node --import tsx test/bench/proxy.bench.ts --rounds 5 --seconds 2 --memory 10000
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { cpuSeconds, requireBuild, residentMb, startBuiltProxy } from './built-proxy.js';
import type { UpstreamFacts } from './proxy/upstream.js';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '2' },
    memory: { type: 'string', default: '0' },
    profile: { type: 'string' },
  },
});
const nodeFlags = values.profile === undefined ? [] : ['--cpu-prof', '--cpu-prof-dir', values.profile];
const [rounds, seconds] = [Number(values.rounds), Number(values.seconds)];
const connections = 16;
/** Until the code is compiled, a request costs several times as much. */
const warmUp = 3_000;
/** How many requests are sent one after the other, for the time that one takes. */
const singleRequests = 200;

interface Way {
  readonly base: string;
  readonly pid: number;
}

interface Measured {
  readonly perSecond: number;
  /** Of CPU time of the proxy, in milliseconds. */
  readonly cpu: number;
  readonly p50: number;
  readonly p99: number;
}

const labels = {
  perSecond: 'requests a second',
  cpu: 'ms of CPU a request',
  p50: 'ms for a request alone, median',
  p99: 'ms for a request alone, 99th percentile',
} as const;

const agent = new Agent({ keepAlive: true, maxSockets: connections });

requireBuild();
const folder = await mkdtemp(join(tmpdir(), 'orgdesk-proxy-'));
const upstream = start(new URL('./proxy/upstream.ts', import.meta.url));
const facts = (await next(upstream)) as UpstreamFacts;
const plain = start(new URL('./proxy/plain.ts', import.meta.url));
plain.send(facts);
const plainWay: Way = { base: (await next(plain)) as string, pid: plain.pid ?? 0 };
const [proxy, base] = await startBuiltProxy({ tenant: facts }, join(folder, 'orgdesk.sqlite'), nodeFlags);
const ourWay: Way = { base, pid: proxy.pid ?? 0 };
try {
  const [{ admin }, { people }] = [facts, facts];
  await compare('/v1/profile', (sent) => people[sent % people.length] ?? '');
  await compare('/v1/members', () => admin);
  upstream.send('change');
  await compare('/v1/profile', (sent) => people[sent % people.length] ?? '', 'of people who have changed');
  upstream.send('keep');
  if (Number(values.memory) > 0) await remember(Number(values.memory), people);
} finally {
  // In peace, so that it writes the profile.
  proxy.kill('SIGTERM');
  await once(proxy, 'exit');
  for (const child of [upstream, plain]) child.kill('SIGKILL');
  agent.destroy();
  await rm(folder, { recursive: true });
}

async function compare(path: string, tokenOf: (sent: number) => string, note = ''): Promise<void> {
  const results: { readonly ours: Measured; readonly theirs: Measured }[] = [];
  for (const way of [plainWay, ourWay]) await repeat(warmUp, (index) => send(way, path, tokenOf(index)));
  for (let round = 0; round < rounds; round += 1) {
    const theirs = await measure(plainWay, path, tokenOf);
    const ours = await measure(ourWay, path, tokenOf);
    results.push({ ours, theirs });
  }
  console.log([path, note].join(' ').trim());
  for (const name of ['perSecond', 'cpu', 'p50', 'p99'] as const) {
    const ratio = median(results.map(({ ours, theirs }) => ours[name] / theirs[name]));
    const [ours, theirs] = (['ours', 'theirs'] as const).map((way) =>
      median(results.map((each) => each[way][name])),
    );
    console.log(
      `  × ${ratio.toFixed(2)}  ${labels[name]} (${ours?.toFixed(2)}, plain ${theirs?.toFixed(2)})`,
    );
  }
}

async function measure(way: Way, path: string, tokenOf: (sent: number) => string): Promise<Measured> {
  const times: number[] = [];
  for (let sent = 0; sent < singleRequests; sent += 1) {
    const begun = performance.now();
    await send(way, path, tokenOf(sent));
    times.push(performance.now() - begun);
  }
  times.sort((a, b) => a - b);
  const begun = performance.now();
  const cpuBefore = cpuSeconds(way.pid);
  let sent = 0;
  await together(async () => {
    while (performance.now() - begun < seconds * 1000) await send(way, path, tokenOf((sent += 1)));
  });
  return {
    perSecond: sent / ((performance.now() - begun) / 1000),
    cpu: ((cpuSeconds(way.pid) - cpuBefore) * 1000) / sent,
    p50: times[Math.floor(times.length * 0.5)] ?? NaN,
    p99: times[Math.floor(times.length * 0.99)] ?? NaN,
  };
}

async function remember(requests: number, people: readonly string[]): Promise<void> {
  let most = residentMb(ourWay.pid);
  await repeat(requests, async (index) => {
    await send(ourWay, '/v1/profile', people[index % people.length] ?? '');
    if (index % 100 === 0) most = Math.max(most, residentMb(ourWay.pid));
  });
  console.log(
    `after ${requests} more requests: ${residentMb(ourWay.pid)} MB resident, at most ${most} (plain ${residentMb(plainWay.pid)})`,
  );
}

async function repeat(times: number, work: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  await together(async () => {
    while (next < times) await work((next += 1));
  });
}

async function together(work: () => Promise<void>): Promise<void> {
  await Promise.all(Array.from({ length: connections }, work));
}

function send({ base }: Way, path: string, token: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = get(`${base}${path}`, { agent, headers: { authorization: `Bearer ${token}` } });
    request.once('error', reject);
    request.once('response', (response) => {
      response.resume();
      response.once('error', reject);
      response.once('end', () => {
        if (response.statusCode === 200) resolve();
        else reject(new Error(`${base}${path}: ${response.statusCode}`));
      });
    });
  });
}

function start(file: URL): ChildProcess {
  return fork(fileURLToPath(file), { execArgv: ['--import', 'tsx'] });
}

async function next(child: ChildProcess): Promise<unknown> {
  const [message] = (await once(child, 'message')) as [unknown];
  return message;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
}
