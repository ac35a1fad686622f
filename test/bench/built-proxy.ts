/** The built command line as a process, and what a process uses. Reads /proc, so it runs on Linux only. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { serveEnvironment, type ServedTenant } from '../cli/serve-process.js';

export const cli = fileURLToPath(new URL('../../backend-proxy/dist/cli.js', import.meta.url));

/** @throws If `npm run build:proxy` didn't run. */
export function requireBuild(): void {
  if (!existsSync(cli)) throw new Error('there is no build: run npm run build:proxy first');
}

/** Starts the built proxy without limits on its callers, and resolves once it listens. */
export async function startBuiltProxy(
  tenant: ServedTenant,
  data: string,
  nodeFlags: readonly string[] = [],
): Promise<[ChildProcess, string]> {
  const child = spawn(process.execPath, [...nodeFlags, cli, 'serve', '--port', '0'], {
    env: {
      ...serveEnvironment(tenant, data),
      ORGDESK_REQUESTS_PER_MINUTE: '1000000',
      ORGDESK_ORGANIZATION_REQUESTS_PER_MINUTE: '10000000',
    },
    // The channel is for what a bench loads with `--import`.
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  // Never null: it is piped.
  const stderr = child.stderr as Readable;
  let said = '';
  for await (const chunk of stderr.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    said += String(chunk);
    const [, url] = /listening on (\S+)\n/.exec(said) ?? [];
    if (url === undefined) continue;
    stderr.resume();
    return [child, url];
  }
  throw new Error(said);
}

/** CPU seconds that a process has used. */
export function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  // User and system time, in ticks of 10 ms.
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

export function residentMb(pid: number): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kilobytes) / 1024);
}
