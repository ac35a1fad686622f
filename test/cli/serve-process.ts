/** `orgdesk serve` as a process, in front of a dev tenant. */
import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { DevTenant } from '../../backend-proxy/dev-tenant/index.js';
import type { ServedDevTenant } from '../../backend-proxy/dev-tenant/serve.js';

const cli = fileURLToPath(new URL('../../backend-proxy/bin/orgdesk.ts', import.meta.url));

export interface ServeProcess {
  readonly url: string;
  readonly stderr: () => string;
  /** Resolves once the process has ended, with the signal that ended it if it didn't end by itself. */
  end(signal: 'SIGINT' | 'SIGKILL' | 'SIGTERM'): Promise<NodeJS.Signals | null>;
}

const running = new Set<ChildProcess>();

/** What the proxy has to know of a tenant. */
export interface ServedTenant {
  readonly tenant: Pick<DevTenant, 'domain' | 'audience'> & {
    readonly clients: Pick<DevTenant['clients'], 'proxy'>;
  };
}

/** Returns the environment of `orgdesk serve` in front of a dev tenant. */
export function serveEnvironment({ tenant }: ServedTenant, data: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ORGDESK_DOMAIN: tenant.domain,
    ORGDESK_AUDIENCE: tenant.audience,
    ORGDESK_CLIENT_ID: tenant.clients.proxy.clientId,
    ORGDESK_CLIENT_SECRET: tenant.clients.proxy.clientSecret,
    ORGDESK_INSECURE_TENANT: '1',
    [data.startsWith('postgres:') ? 'DATABASE_URL' : 'ORGDESK_DATA']: data,
  };
}

/**
 * Starts the command, and waits until it listens.
 * @param data - A path of a SQLite file, or the URL of a Postgres database.
 */
export function serve(tenant: ServedDevTenant, data: string): Promise<ServeProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', cli, 'serve', '--port', '0'], {
    // Long enough for a slow machine: only a hang takes this long.
    env: { ...serveEnvironment(tenant, data), ORGDESK_DEADLINE_MS: '60000' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  running.add(child);
  const exit = new Promise<NodeJS.Signals | null>((resolve) =>
    child.once('close', (_, signal) => resolve(signal)),
  );
  let stderr = '';
  return new Promise((resolve, reject) => {
    void exit.then(() => reject(new Error(`orgdesk serve ended: ${stderr}`)));
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
      const [, url] = /listening on (\S+)\n/.exec(stderr) ?? [];
      if (url === undefined) return;
      const end = (signal: NodeJS.Signals) => {
        child.kill(signal);
        running.delete(child);
        return exit;
      };
      resolve({ url, stderr: () => stderr, end });
    });
  });
}

/** Ends what a failed test has left running. */
export function killAll(): void {
  for (const child of running) child.kill('SIGKILL');
}
