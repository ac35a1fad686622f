import { setFlagsFromString } from 'node:v8';
import { lintPolicy, type Policy } from '../../../src/policy/index.js';
import type { ProblemCode } from '../../../src/contract/problem.js';
import { allowInsecureTenant } from '../dangerous.js';
import type { AuditEntry, LogEntry, LogNotice, Proxy } from '../index.js';
import { ProblemError } from '../http/problem-error.js';
import { StorageError } from '../storage/storage-error.js';
import type { Storage } from '../storage/storage.js';
import { defineCommand } from './command.js';
import { readEnvironment } from './environment.js';
import { exitStatus, UsageError, type ExitStatus } from './exit.js';
import type { Io } from './io.js';
import { formatIssues } from './policy-errors.js';
import { readPolicy, type NamedPolicy } from './policy-file.js';
import { explainListening } from './serve/listening.js';
import { startServer, type RunningServer } from './serve/server.js';
import { explainProblem, tenantGrantsEnough } from './serve/scopes.js';
import { openStorage } from './serve/storage.js';
import {
  environment,
  inVariables,
  readSettings,
  unknownVariables,
  type ServeSettings,
} from './serve/settings.js';
import { count, twoColumns } from './terminal.js';

/**
 * Garbage that the heap may hold, in percent of what is alive. V8 waits for several times as much before it collects
 * everything, and the memory stays with the process: 200 to 250 MB where 150 to 185 are enough. It takes a tenth more processor
 * time.
 * https://nodejs.org/api/v8.html#v8setflagsfromstringflags
 */
const maxGarbagePercent = 50;

export const serve = defineCommand({
  name: 'serve',
  summary: 'Run the proxy',
  operands: [],
  options: {
    policy: { value: 'FILE', help: 'The policy; else ORGDESK_POLICY, else the default policy' },
    'env-file': { value: 'FILE', help: 'Variables, one NAME=value a line; the environment overrides them' },
    host: { value: 'HOST', help: 'Where to listen; else HOST, else 127.0.0.1' },
    port: { value: 'PORT', help: 'Where to listen, 0 for any free port; else PORT, else 3000' },
  },
  notes: [
    `Environment\n${twoColumns(environment)}`,
    'One JSON line for every request goes to the standard output, everything else to the standard error. A policy with\n' +
      'errors is refused with the words of "policy check", and so is a tenant that lacks a scope of "policy scopes".',
  ],
  async run({ values }, io) {
    setFlagsFromString(`--heap-growing-percent=${maxGarbagePercent}`);
    const env = await readEnvironment(values['env-file'], io);
    const settings = readSettings(values, env);
    for (const unknown of unknownVariables(env)) io.stderr(`warning: unknown variable ${unknown}\n`);
    const named = await readPolicy(io, settings.policy);
    announcePolicy(named, io);
    const storage = await openStorageOrExplain(settings, io);
    if (!storage) return exitStatus.refused;
    try {
      const proxy = await createProxyFrom(settings, named.policy, storage, io);
      if (!(await mayStart(proxy, settings, io))) return exitStatus.refused;
      const server = await listen(proxy, settings, io);
      return server ? await serveUntilInterrupted(proxy, server, io) : exitStatus.refused;
    } finally {
      await storage.close();
    }
  },
});

async function openStorageOrExplain({ storage }: ServeSettings, io: Io): Promise<Storage | null> {
  try {
    return await openStorage(storage, io);
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    io.stderr(`error: ${error.message} (${error.code})\n`);
    return null;
  }
}

function announcePolicy({ name, policy, place }: NamedPolicy, { stderr }: Io): void {
  const warnings = lintPolicy(policy).map(place);
  stderr(`policy: ${name}\n${warnings.length > 0 ? `warnings\n${formatIssues(warnings)}` : ''}`);
}

/** The proxy is loaded here, since no other command has a use for it and its libraries. */
async function createProxyFrom(
  settings: ServeSettings,
  policy: Policy,
  storage: Storage,
  io: Io,
): Promise<Proxy> {
  const [{ createProxy }, { nodeTransport }] = await Promise.all([
    import('../index.js'),
    import('../node/transport.js'),
  ]);
  if (settings.insecureTenant) {
    io.stderr(
      'WARNING: no TLS to the tenant: anyone on the way can read the client secret. Never do this in production.\n',
    );
  }
  const write = (entry: object) =>
    io.stdout(`${JSON.stringify({ time: new Date().toISOString(), ...entry })}\n`);
  const log = (entry: LogEntry | LogNotice) => write({ level: levelOf(entry), ...entry });
  try {
    return createProxy({
      ...settings.proxy,
      policy,
      storage,
      log,
      transport: nodeTransport,
      ...(settings.auditsToStdout && {
        audit: (entry: AuditEntry) => write({ level: 'info', audit: entry }),
      }),
      ...(settings.insecureTenant && { [allowInsecureTenant]: true }),
    });
  } catch (error) {
    throw new UsageError(inVariables((error as Error).message), { cause: error });
  }
}

/** Tries again while the tenant can't be reached: a machine that has just started may not have a network yet. */
async function mayStart(proxy: Proxy, { startTimeoutMs }: ServeSettings, io: Io): Promise<boolean> {
  const deadline = Date.now() + startTimeoutMs;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await tenantGrantsEnough(proxy, io);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const pauseMs = backoffMs(attempt);
      if (!canPass.has(error.code) || Date.now() + pauseMs > deadline) {
        io.stderr(explainProblem(error));
        return false;
      }
      io.stderr(`the tenant could not be asked for the proxy's scopes (${error.code}); trying again\n`);
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}

/** Other problems need a change of the settings. */
const canPass: ReadonlySet<string> = new Set<ProblemCode>([
  'upstream_unavailable',
  'upstream_timeout',
  'rate_limited',
]);

/** 0.25 s, doubled up to 8 s. */
const backoffMs = (attempt: number) => Math.min(250 * 2 ** (attempt - 1), 8_000);

/** A request that the caller got wrong is no error of the proxy. */
function levelOf(entry: LogEntry | LogNotice): 'info' | 'warning' | 'error' {
  if ('level' in entry) return entry.level;
  return entry.status >= 500 ? 'error' : 'info';
}

async function listen(proxy: Proxy, settings: ServeSettings, { stderr }: Io): Promise<RunningServer | null> {
  try {
    return await startServer(proxy.fetch, settings);
  } catch (error) {
    stderr(explainListening(error, settings, ' or PORT', ' or HOST'));
    return null;
  }
}

/** How often abandoned runs and due deletions are looked for. */
const dueMs = 1_000;

async function serveUntilInterrupted(proxy: Proxy, server: RunningServer, io: Io): Promise<ExitStatus> {
  io.stderr(`listening on ${server.url}\n`);
  // When the storage fails, requests report it.
  const runDue = () => void proxy.runDue().catch(() => {});
  runDue();
  const timer = setInterval(runDue, dueMs);
  await io.interrupted();
  clearInterval(timer);
  io.stderr('closing\n');
  const [{ stoppedRuns }] = await Promise.all([proxy.close(), server.close()]);
  for (const { id, processed, size, isInterrupted } of stoppedRuns) {
    const where = isInterrupted ? 'during the next one' : 'between two';
    io.stderr(
      `bulk run ${id} stopped after ${processed} of ${count(size, 'member')}, ${where}; it continues after the next start\n`,
    );
  }
  return exitStatus.ok;
}
