/** Installs the examples from the packed packages, and starts them in front of a dev tenant. Needs `npm run build` before. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import process from 'node:process';
import type { ServedDevTenant } from '../../backend-proxy/dev-tenant/serve.js';
import { installDependencies, pack, repository } from '../packaging/project.js';

/** An example as someone has it who copied its folder and ran `npm install`. */
export interface Example {
  readonly folder: string;
  remove(): Promise<void>;
}

/** Returned instead where the npm registry can't be reached: that says nothing about the example. */
export interface Missing {
  readonly missing: string;
}

/** What runs in the folder of an example. */
const started = new Map<string, Set<ChildProcess>>();

let tarballs: Promise<Readonly<Record<string, string>>> | undefined;

/** Both packages, packed once for the process. */
function packed(): Promise<Readonly<Record<string, string>>> {
  return (tarballs ??= packBoth());
}

async function packBoth() {
  const folder = await mkdtemp(join(tmpdir(), 'orgdesk-examples-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const elements = await pack('.', folder);
  const proxy = await pack('backend-proxy', folder);
  return { orgdesk: elements.tarball, 'orgdesk-proxy': proxy.tarball };
}

/** Copies an example, with our packages as packed now, and installs it. */
export async function installExample(name: string): Promise<Example | Missing> {
  const folder = await mkdtemp(join(tmpdir(), `orgdesk-example-${name}-`));
  const remove = async () => {
    // A test that failed has left what it started.
    for (const child of started.get(folder) ?? []) killAll(child);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  await cp(join(repository, 'examples', name), folder, { recursive: true });
  const path = join(folder, 'package.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as { dependencies: Record<string, string> };
  const ours = Object.entries(await packed()).filter(([each]) => each in manifest.dependencies);
  for (const [each, tarball] of ours) manifest.dependencies[each] = `file:${tarball}`;
  await writeFile(path, JSON.stringify(manifest, null, 2));
  const missing = await installDependencies(folder);
  if (missing === null) return { folder, remove };
  await remove();
  return { missing };
}

/**
 * Returns the folder of a Node that is at least as new, which is installed in the example if this one is older. For tools
 * that have left ours behind.
 */
export async function findNode(example: Example, major: number): Promise<string> {
  const isNewEnough = Number(process.versions.node.split('.')[0]) >= major;
  return isNewEnough ? dirname(process.execPath) : installNode(example, major);
}

/** Returns the folder of the newest Node of a major version, from npm's package of it. */
export async function installNode({ folder }: Example, major: number): Promise<string> {
  const name = `node-${process.platform}-${process.arch}`;
  const alias = `node-${major}`;
  const found = join(folder, 'node_modules', alias, 'bin');
  if (existsSync(found)) return found;
  const missing = await installDependencies(folder, '--no-save', `${alias}@npm:${name}@${major}`);
  if (missing !== null) throw new Error(missing);
  return found;
}

/** The variables of the proxy for a dev tenant, as the examples' `.env` has them. */
export function variablesFor({ tenant }: ServedDevTenant): Readonly<Record<string, string>> {
  return {
    ORGDESK_DOMAIN: tenant.domain,
    ORGDESK_AUDIENCE: tenant.audience,
    ORGDESK_CLIENT_ID: tenant.clients.proxy.clientId,
    ORGDESK_CLIENT_SECRET: tenant.clients.proxy.clientSecret,
    ORGDESK_INSECURE_TENANT: '1',
  };
}

export function writeVariables(
  { folder }: Example,
  variables: Readonly<Record<string, string>>,
  file = '.env',
): Promise<void> {
  const lines = Object.entries(variables).map(([name, value]) => `${name}=${value}\n`);
  return writeFile(join(folder, file), lines.join(''));
}

export interface RunningExample {
  readonly origin: string;
  /** Ends it as a platform does, and returns its exit status, or the signal that it needed. */
  stop(): Promise<number | NodeJS.Signals | null>;
}

export interface StartOptions {
  /** Where `node` is found first. Default: this process's. */
  readonly nodeFolder?: string;
  /** Arguments after those of the script. `PORT` stands for the port. */
  readonly arguments?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a script of the example, without npm between, which doesn't pass signals on. Waits until the proxy is ready. */
export async function startExample(
  example: Example,
  port: number,
  { arguments: more = [], env = {}, nodeFolder = dirname(process.execPath) }: StartOptions = {},
): Promise<RunningExample> {
  const manifest = JSON.parse(await readFile(join(example.folder, 'package.json'), 'utf8')) as {
    scripts: { start: string };
  };
  const [command = '', ...given] = manifest.scripts.start.split(' ');
  const program =
    command === 'node' ? join(nodeFolder, command) : join(example.folder, 'node_modules/.bin', command);
  const path = [nodeFolder, process.env['PATH']].join(delimiter);
  return startProgram(example, program, [...given, ...more], port, { PATH: path, ...env });
}

/** Starts a program in the folder of an example, and waits until its proxy is ready. */
export async function startProgram(
  { folder }: Example,
  program: string,
  given: readonly string[],
  port: number,
  env: Readonly<Record<string, string>> = {},
): Promise<RunningExample> {
  const child = spawn(program, given, {
    cwd: folder,
    env: { PATH: process.env['PATH'], HOME: folder, PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, which can be killed with what it has started.
    detached: true,
  });
  const siblings = started.get(folder) ?? new Set();
  started.set(folder, siblings.add(child));
  child.once('close', () => siblings.delete(child));
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.once('close', (code, signal) => resolve(code ?? signal)),
  );
  const origin = `http://localhost:${port}`;
  await waitUntilReady(`${origin}/orgdesk/readyz`, child, () => output);
  return {
    origin,
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

function killAll({ pid }: ChildProcess): void {
  if (pid !== undefined) process.kill(-pid, 'SIGKILL');
}

/** Only what never comes takes this long. */
const hangMs = 120_000;

async function waitUntilReady(url: string, child: ChildProcess, output: () => string): Promise<void> {
  for (const startedAt = performance.now(); ;) {
    if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode}:\n${output()}`);
    const status = await fetch(url).then(
      async (response) => {
        await response.body?.cancel();
        return response.status;
      },
      () => 0,
    );
    if (status === 200) return;
    if (performance.now() - startedAt > hangMs) {
      killAll(child);
      throw new Error(`not ready, with ${status}:\n${output()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Returns a port that no one listens on. */
export async function findPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
