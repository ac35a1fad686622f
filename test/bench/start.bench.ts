/**
 * How long the command line takes to start, in multiples of a Node process that does nothing, measured in turns. Needs a
 * build of the proxy. Run by `npm run build:proxy && node --import tsx test/bench/start.bench.ts`. It asserts nothing: time
 * is not the same on two machines, a ratio of two figures from one run nearly is.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveDevTenant } from '../../backend-proxy/dev-tenant/serve.js';
import { storedSigningKeys } from '../harness/signing-keys.js';
import { cli, requireBuild, startBuiltProxy } from './built-proxy.js';

const rounds = Number(process.argv[2] ?? 9);

requireBuild();
const folder = await mkdtemp(join(tmpdir(), 'orgdesk-start-'));
const policy = join(folder, 'policy.json');
const tenant = await serveDevTenant({ port: 0, rateLimits: 'off', signingKeys: storedSigningKeys });
await runToEnd(cli, 'policy', 'init', policy);

const ways: Readonly<Record<string, () => Promise<void>>> = {
  'empty Node process': () => runToEnd('-e', '0'),
  '--version': () => runToEnd(cli, '--version'),
  'policy check FILE': () => runToEnd(cli, 'policy', 'check', policy),
  'serve until it listens, SQLite': serveUntilReady,
};
const times = new Map(Object.keys(ways).map((name) => [name, [] as number[]]));
for (let round = 0; round < rounds; round += 1) {
  for (const [name, run] of Object.entries(ways)) {
    const begun = performance.now();
    await run();
    times.get(name)?.push(performance.now() - begun);
  }
}
const [[, empty = []] = []] = times;
for (const [name, each] of [...times].slice(1)) {
  const [ours, theirs] = [median(each), median(empty)];
  console.log(
    `× ${(ours / theirs).toFixed(2)}  ${name} (${ours.toFixed(0)} ms, empty ${theirs.toFixed(0)} ms)`,
  );
}
await tenant.close();
await rm(folder, { recursive: true });

function runToEnd(...args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, args, { stdio: 'ignore' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (status) => (status === 0 ? resolve() : reject(new Error(`${args[0]}: ${status}`))));
  });
}

async function serveUntilReady(): Promise<void> {
  const [child] = await startBuiltProxy(tenant, join(folder, 'orgdesk.sqlite'));
  child.kill('SIGKILL');
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
