/**
 * Exports the members of a large organization through the built proxy, and prints what the proxy holds meanwhile, and how much
 * of the tenant's rate limit it uses. The dev tenant runs in this process and enforces the limits of Auth0's enterprise plan,
 * so 100,000 members take more than four minutes. Needs a build of the proxy, and reads /proc, so it runs on Linux only. It
 * asserts nothing:
 *
 *     npm run build:proxy && node --import tsx test/bench/export.bench.ts --members 100000
 */
import { once } from 'node:events';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { serveDevTenant } from '../../backend-proxy/dev-tenant/serve.js';
import { storedSigningKeys } from '../harness/signing-keys.js';
import { cpuSeconds, requireBuild, residentMb, startBuiltProxy } from './built-proxy.js';

const { values } = parseArgs({ options: { members: { type: 'string', default: '100000' } } });
const members = Number(values.members);
const organizationId = 'org_crowd00000000000';
const admin = 'auth0|c30d00000000000000000001';
/** The enterprise plan: calls a second, and how many can be saved up. */
const [perSecond, burst] = [16, 50];
/** As many members as the proxy reads at once. */
const pageSize = 50;
const lineFeed = 10;
/** After these shares of the members, the memory is looked at. */
const looks = [0.1, 0.25, 0.5, 0.75, 1];
/** Answers each message with the memory of the process, after a collection. */
const reporter = `process.on('message', () => { gc(); process.send(process.memoryUsage()); })`;
const nodeFlags = ['--expose-gc', '--import', `data:text/javascript,${encodeURIComponent(reporter)}`];

requireBuild();
const folder = await mkdtemp(join(tmpdir(), 'orgdesk-export-'));
const served = await serveDevTenant({
  port: 0,
  seed: `crowd:${members}`,
  plan: 'enterprise',
  rateLimits: 'enforced',
  signingKeys: storedSigningKeys,
});
const [proxy, base] = await startBuiltProxy(served, join(folder, 'orgdesk.sqlite'), nodeFlags);
const pid = proxy.pid ?? 0;
try {
  await exportAll(await served.tenant.tokens.issueAccessToken({ userId: admin, organizationId }));
} finally {
  proxy.kill('SIGKILL');
  await served.close();
  await rm(folder, { recursive: true });
}

async function exportAll(token: string): Promise<void> {
  const { requests } = served.tenant;
  await report('before');
  requests.clear();
  const [startedAt, cpuBefore] = [performance.now(), cpuSeconds(pid)];
  const response = await fetch(`${base}/v1/members/export`, {
    headers: { authorization: `Bearer ${token}` },
  });
  if (response.status !== 200 || !response.body)
    throw new Error(`${response.status} ${await response.text()}`);
  let [lines, most] = [-1, 0]; // The first line has the names of the columns.
  const left = [...looks];
  for await (const chunk of response.body) {
    lines += chunk.reduce((count, byte) => count + Number(byte === lineFeed), 0);
    most = Math.max(most, residentMb(pid));
    if (lines < members * (left[0] ?? Infinity)) continue;
    await report(`after ${((left.shift() ?? 0) * 100).toFixed(0)} %`);
  }
  const seconds = (performance.now() - startedAt) / 1000;
  const calls = requests.list().filter(({ area }) => area === 'management');
  const refused = calls.filter(({ status }) => status === 429).length;
  const possible = burst + perSecond * seconds;
  console.log(
    `${lines} lines in ${seconds.toFixed(0)} s, ${(lines / seconds).toFixed(0)} a second; at most ${most} MB resident\n` +
      `${calls.length} calls, ${(calls.length / (members / pageSize)).toFixed(2)} a page; ${refused} refused; ` +
      `${((100 * calls.length) / possible).toFixed(0)} % of what the limit allows\n` +
      `${(((cpuSeconds(pid) - cpuBefore) * 1000) / (members / pageSize)).toFixed(1)} ms of CPU a page`,
  );
}

async function report(when: string): Promise<void> {
  const { heapUsed, external } = await memoryOf(proxy);
  const mb = (bytes: number) => (bytes / 1e6).toFixed(1);
  console.log(
    `${when.padEnd(12)} ${mb(heapUsed)} MB of heap, ${mb(external)} MB outside of it, ${residentMb(pid)} MB resident`,
  );
}

async function memoryOf(child: ChildProcess): Promise<NodeJS.MemoryUsage> {
  child.send('memory');
  const [usage] = (await once(child, 'message')) as [NodeJS.MemoryUsage];
  return usage;
}
