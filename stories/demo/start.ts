/** `npm start`: runs the dev tenant, the proxy and a sample product page on localhost. */
import { createServer, type RequestListener, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { getRequestListener } from '@hono/node-server';
import { createServer as createVite, type ViteDevServer } from 'vite';
import type { DevTenantOptions, SeedName } from '../../backend-proxy/dev-tenant/index.js';
import { serveDevTenant, type ServedDevTenant } from '../../backend-proxy/dev-tenant/serve.js';
import { allowInsecureTenant } from '../../backend-proxy/src/dangerous.js';
import { createProxy } from '../../backend-proxy/src/index.js';
import { defaultPolicy, type Policy } from '../../src/policy/index.js';
import { bundledPage } from './bundled-page.js';
import type { DemoSettings } from './settings.js';

export interface DemoOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly tenantPort: number;
  /** Without it, five small organizations. */
  readonly seed?: SeedName | undefined;
  /** Without it, the default policy. */
  readonly policy?: Policy | undefined;
  /** Straight from the sources unless `bundled`, which loads with a tenth of the requests. */
  readonly page?: 'sources' | 'bundled' | undefined;
  /** Keys the dev tenant signs with; without them it makes its own. */
  readonly signingKeys?: DevTenantOptions['signingKeys'];
}

export interface RunningDemo {
  readonly url: string;
  readonly tenant: ServedDevTenant['tenant'];
  close(): Promise<void>;
}

/** Path of the proxy. A product mounts it in its own server in the same way. */
const proxyPath = '/orgdesk';

export async function startDemo(options: DemoOptions): Promise<RunningDemo> {
  const { port, tenantPort, seed, policy, signingKeys } = options;
  const served = await serveDevTenant({ port: tenantPort, seed, signingKeys });
  const { tenant } = served;
  const proxy = createProxy({
    domain: tenant.domain,
    [allowInsecureTenant]: true,
    audience: tenant.audience,
    clientId: tenant.clients.proxy.clientId,
    clientSecret: tenant.clients.proxy.clientSecret,
    basePath: proxyPath,
    policy: policy ?? { ...defaultPolicy, invitations: { defaultRoles: ['Member'] } },
  });
  const settings: DemoSettings = {
    proxyUrl: proxyPath,
    domain: tenant.url,
    clientId: tenant.clients.spa.clientId,
    audience: tenant.audience,
    organizations: organizationsOf(tenant),
  };

  const server = createServer();
  let vite: ViteDevServer | undefined;
  try {
    if (options.page !== 'bundled') vite = await createPage(server);
    const page = vite ? vite.middlewares : await bundledPage();
    route(server, page, getRequestListener(proxy.fetch), settings);
    await listen(server, port);
  } catch (reason) {
    await Promise.all([vite?.close(), served.close()]);
    throw reason;
  }
  const url = `http://localhost:${portOf(server)}`;
  tenant.setLoginUri(`${url}/login`);
  return {
    url,
    tenant,
    close: async () => {
      server.closeAllConnections();
      await Promise.all([new Promise((resolve) => server.close(resolve)), vite?.close(), served.close()]);
    },
  };
}

function organizationsOf(tenant: ServedDevTenant['tenant']): DemoSettings['organizations'] {
  const organizations = new Map<string, DemoSettings['organizations'][number]>();
  for (const persona of tenant.personas) {
    organizations.set(persona.organizationId, {
      id: persona.organizationId,
      name: persona.organizationName,
      displayName: persona.organizationDisplayName,
    });
  }
  return [...organizations.values()];
}

/** Serves the page from its sources. */
function createPage(server: Server): Promise<ViteDevServer> {
  return createVite({
    root: fileURLToPath(new URL('.', import.meta.url)),
    configFile: false,
    cacheDir: fileURLToPath(new URL('../../node_modules/.vite-demo', import.meta.url)),
    logLevel: 'warn',
    appType: 'spa',
    // On the page's own server, because Vite's socket would otherwise use a fixed port, and only one demo could run.
    server: { middlewareMode: { server }, hmr: { server }, fs: { allow: ['../..'] } },
    optimizeDeps: { include: ['lit', '@auth0/auth0-spa-js'] },
  });
}

type Listener = ReturnType<typeof getRequestListener>;

function route(server: Server, page: RequestListener, proxy: Listener, settings: DemoSettings): void {
  server.on('request', (request, response) => {
    const path = request.url ?? '/';
    if (path.startsWith(`${proxyPath}/`)) void proxy(request, response);
    else if (path === '/settings.json')
      response.setHeader('content-type', 'application/json').end(JSON.stringify(settings));
    else page(request, response);
  });
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

const usage = `npm start -- [--port 4400] [--tenant-port 4401]

  --port         where the demo page is served (with the proxy under ${proxyPath})
  --tenant-port  where the dev tenant, the stand-in for Auth0, is served`;

async function main(): Promise<void> {
  const options = readArguments();
  const demo = await startDemo(options).catch((reason: unknown) => {
    throw explainPort(reason, options);
  });
  process.stdout.write(announcement(demo));
  const stop = () => void demo.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function readArguments(): DemoOptions {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4400' },
      'tenant-port': { type: 'string', default: '4401' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${usage}\n`);
    process.exit(0);
  }
  return {
    port: readPort('--port', values.port),
    tenantPort: readPort('--tenant-port', values['tenant-port']),
  };
}

function readPort(option: string, value: string): number {
  const port = Number(value);
  if (!/^\d+$/.test(value) || port > 65_535)
    throw new Error(`${option} takes a port number, not "${value}"\n\n${usage}`);
  return port;
}

function explainPort(reason: unknown, { port, tenantPort }: DemoOptions): unknown {
  const { code, port: taken } = reason as { code?: string; port?: number };
  if (code !== 'EADDRINUSE') return reason;
  const option = taken === tenantPort ? '--tenant-port' : '--port';
  return new Error(
    `Port ${taken ?? port} is taken. Choose another one: npm start -- ${option} ${(taken ?? port) + 100}`,
  );
}

function announcement({ url, tenant }: RunningDemo): string {
  const people = tenant.personas.map(
    ({ email, organizationDisplayName, note }) =>
      `    ${email.padEnd(22)} ${organizationDisplayName.padEnd(19)} ${note}`,
  );
  return `
  Orgdesk is running with a dev tenant: nothing leaves this machine, no account is needed.

    Open  ${url}

  Who can sign in (one click each, or with the password "orgdesk"):
${people.join('\n')}

  Ctrl-C stops everything.
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main().catch((reason: unknown) => {
    process.stderr.write(`${reason instanceof Error ? reason.message : String(reason)}\n`);
    process.exit(1);
  });
}
