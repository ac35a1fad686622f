/** Examples for frameworks as their READMEs start them: each in a folder of its own, with the packed package. */
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { serveDevTenant, type ServedDevTenant } from '../../backend-proxy/dev-tenant/serve.js';
import { allowInsecureTenant } from '../../backend-proxy/src/dangerous.js';
import { createProxy } from '../../backend-proxy/src/index.js';
import { serveFolder } from '../../tools/static-server.js';
import { storedSigningKeys } from '../harness/signing-keys.js';
import { installDependencies, npm, pack } from '../packaging/project.js';

export interface Served {
  readonly url: string;
  close(): void;
}

/** The packed package, and what stands in for Auth0 and the proxy of the examples. */
export interface Workshop {
  readonly tenant: ServedDevTenant['tenant'];
  readonly proxyUrl: string;
  readonly tarball: string;
  /** Where examples are copied to. */
  readonly folder: string;
  /** Serves that folder, on an origin whose pages can call the proxy on its own. */
  readonly foreignUrl: string;
  /** Serves a built page, with the proxy below `/orgdesk`. */
  serve(folder: string): Promise<Served>;
  close(): Promise<void>;
}

const proxyPath = '/orgdesk';

export async function openWorkshop(): Promise<Workshop> {
  const folder = await mkdtemp(join(tmpdir(), 'orgdesk-examples-'));
  const foreign = await serveFolder(folder);
  const served = await serveDevTenant({ port: 0, seed: 'acme', signingKeys: storedSigningKeys });
  const { tenant } = served;
  const proxy = createProxy({
    domain: tenant.domain,
    [allowInsecureTenant]: true,
    audience: tenant.audience,
    ...tenant.clients.proxy,
    basePath: proxyPath,
    allowedOrigins: [onLocalhost(foreign.origin)],
  });
  const mounted = { path: `${proxyPath}/`, listener: getRequestListener(proxy.fetch) };
  const own = await serveFolder(folder, mounted);
  return {
    tenant,
    proxyUrl: own.origin,
    tarball: (await pack('.', folder)).tarball,
    folder,
    foreignUrl: onLocalhost(foreign.origin),
    serve: async (built) => {
      const { origin, close } = await serveFolder(built, mounted);
      return { url: onLocalhost(origin), close };
    },
    close: async () => {
      own.close();
      foreign.close();
      await served.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** By the tenant's host name: cookies belong to one site. */
const onLocalhost = (origin: string) => origin.replace('127.0.0.1', 'localhost');

export interface Example {
  readonly name: string;
  readonly folder: string;
  /** Runs a script of its package.json. A failure has everything that the script printed. */
  run(script: string): Promise<void>;
}

const notSource = new Set(['node_modules', 'dist', '.next', '.angular', '.svelte-kit']);

/**
 * Copies an example, replaces the addresses in it, and installs its dependencies.
 * @param files - Further files, by their path in the example.
 * @param packages - Packages to install beside it, as npm takes them.
 * @returns why that isn't possible here, if no package registry can be reached
 */
export async function installExample(
  { tenant, proxyUrl, folder: workshop, tarball }: Workshop,
  name: string,
  files: Readonly<Record<string, string>> = {},
  packages: readonly string[] = [],
): Promise<Example | string> {
  const folder = join(workshop, name);
  await cp(`examples/${name}`, folder, {
    recursive: true,
    filter: (path) => !notSource.has(basename(path)),
  });
  await replaceAddresses(folder, { 'http://localhost:4400': tenant.url, 'http://127.0.0.1:3000': proxyUrl });
  for (const [path, text] of Object.entries(files)) await writeFile(join(folder, path), text);
  const missing = await installDependencies(folder, `orgdesk@${tarball}`, ...packages);
  return missing ?? { name, folder, run: (script) => runScript(folder, script) };
}

async function replaceAddresses(folder: string, addresses: Readonly<Record<string, string>>): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const text = await readFile(path, 'utf8');
    await writeFile(
      path,
      Object.entries(addresses).reduce((result, [from, to]) => result.replaceAll(from, to), text),
    );
  }
}

async function runScript(folder: string, script: string): Promise<void> {
  try {
    await npm(folder, 'run', script);
  } catch (error) {
    const {
      message,
      stdout = '',
      stderr = '',
    } = error as { message: string; stdout?: string; stderr?: string };
    throw new Error([message, stdout, stderr].join('\n'), { cause: error });
  }
}
