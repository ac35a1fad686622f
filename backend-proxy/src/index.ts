/** Public API of the package `orgdesk-proxy`. */
import { createApp } from './app.js';
import { createBackgroundWork } from './background.js';
import { neededScopes, type NeededScope } from '../../src/policy/index.js';
import { createMetrics } from './metrics/metrics.js';
import { createManagement } from './management/index.js';
import type { StoppedRun } from './operations/bulk/run-process.js';
import { readOptions, type ProxyOptions } from './options.js';
import { createServices } from './services.js';
import { createMemoryStorage } from './storage/memory/index.js';

/** The proxy, to be mounted in any server that speaks the Fetch API. */
export interface Proxy {
  /**
   * Handles a request. Never rejects: failures are problem documents (RFC 9457).
   * @example app.all('/orgdesk/*', (context) => proxy.fetch(context.req.raw)) // hono
   */
  fetch(request: Request): Promise<Response>;
  /** The path it is mounted at, from the options. */
  readonly basePath: string;
  /**
   * Compares the scopes of the proxy's own token with the ones the policy needs. Call it at start: otherwise the first
   * user who needs a missing scope finds out.
   * @throws {ProblemError} `upstream_unavailable`, `upstream_timeout`, or `upstream_refused` if the tenant can't be
   * reached or rejects the credentials.
   * @example
   * const { missing } = await proxy.checkScopes();
   * for (const { scope } of missing) console.warn(`Grant ${scope} to the proxy's application.`);
   */
  checkScopes(): Promise<ScopeCheck>;
  /**
   * Returns the metrics of this process in Prometheus' text format (version 0.0.4), for a server that adds its own to them.
   * `GET /metrics` responds with the same, if `metricsToken` is set.
   * @example app.get('/metrics', (context) => context.text(proxy.metrics())); // on a port that only Prometheus reaches
   */
  metrics(): string;
  /**
   * Continues bulk runs whose process died, and carries out scheduled deletions that are due. Requests trigger this too,
   * but there may be none: call it from a timer or a cron job. Resolves when everything is done.
   * @throws If the storage fails.
   * @example setInterval(() => proxy.runDue().catch(console.error), 1_000);
   */
  runDue(): Promise<void>;
  /**
   * Ends the proxy: refuses new requests with 503 `shutting_down`, reports itself as not ready, and waits for the requests
   * under way, 10 seconds at most. Stops bulk runs before their next member, so that another instance, or the next start,
   * continues them at once. Waits for members being processed, 2 seconds at most. Ends streams of their progress, and the
   * timers of scheduled deletions. Call it before you close the storage, which stays yours.
   */
  close(): Promise<{ readonly stoppedRuns: readonly StoppedRun[] }>;
}

/** Result of `checkScopes`. */
export interface ScopeCheck {
  /** Scopes that are needed but not granted. Something that the policy allows will fail. */
  readonly missing: readonly NeededScope[];
  /** Scopes that are granted but not needed. Revoke them. */
  readonly excess: readonly string[];
}

/**
 * Creates the proxy between the elements and Auth0. It holds the Management API credentials, verifies every access
 * token, and enforces the policy.
 * @throws {Error} Lists every option that is missing or invalid.
 * @example
 * const proxy = createProxy({
 *   domain: 'acme.eu.auth0.com',
 *   audience: 'https://api.acme.example',
 *   clientId: process.env.AUTH0_CLIENT_ID,
 *   clientSecret: process.env.AUTH0_CLIENT_SECRET,
 *   basePath: '/orgdesk',
 * });
 * app.all('/orgdesk/*', (context) => proxy.fetch(context.req.raw));
 */
export function createProxy(options: ProxyOptions): Proxy {
  const given = readOptions(options);
  const metrics = createMetrics(given.basePath);
  const settings = metrics.countCalls(given);
  const storage = metrics.countUses(options.storage ?? createMemoryStorage());
  const management = createManagement(settings, storage);
  if (!options.storage) settings.log(memoryNotice);
  if (settings.dpop === 'required' && settings.publicUrl === null) settings.log(publicUrlNotice);
  const services = createServices(settings, management, storage);
  const background = createBackgroundWork(services);
  metrics.watch({
    waitingCalls: () => management.waitingCalls(),
    runProgress: () => background.runs.progress(),
  });
  const app = createApp(services, background, metrics);
  return {
    fetch: async (request) => app.fetch(request),
    basePath: settings.basePath,
    checkScopes: async () => compareScopes(neededScopes(settings.policy), await management.grantedScopes()),
    metrics: () => metrics.text(),
    runDue: background.runDue,
    close: async () => {
      const [stoppedRuns] = await Promise.all([background.close(), services.lifecycle.close()]);
      return { stoppedRuns };
    },
  };
}

const memoryNotice = {
  level: 'warning',
  message:
    'no storage: a restart forgets cool-downs, quotas, idempotency keys, activity, bulk runs and scheduled deletions, and ' +
    'several instances do not share them. Older tokens and DPoP proofs are checked again after a restart.',
} as const;

const publicUrlNotice = {
  level: 'warning',
  message:
    'dpop is required without a publicUrl: the URL in a proof is compared with the Host header, which the caller chooses and a ' +
    'gateway can change. Set publicUrl.',
} as const;

function compareScopes(needed: readonly NeededScope[], granted: readonly string[]): ScopeCheck {
  const names = new Set(needed.map(({ scope }) => scope));
  return {
    missing: needed.filter(({ scope, optional }) => !optional && !granted.includes(scope)),
    excess: granted.filter((scope) => !names.has(scope)),
  };
}

export type { StoppedRun } from './operations/bulk/run-process.js';
export type { AuditEntry } from './audit/audit-entry.js';
export { entryOf, genesisHash, linkEntry, type ChainEnd, type ChainLink } from './audit/chain.js';
export { verifyActivity, type ChainFault, type ChainReport, type ExpectedEnd } from './audit/verify.js';
export { readProxyOptions, type VariableOptions } from './environment/read-options.js';
export type { ResponseHead, Transport, TransportRequest, TransportResponse } from './management/transport.js';
export type { Erasure, LogEntry, LogNotice, ProxyOptions } from './options.js';
export { createMemoryStorage } from './storage/memory/index.js';
export { StorageError, type StorageErrorCode } from './storage/storage-error.js';
export type * from './storage/storage.js';
export { ProblemError } from './http/problem-error.js';
export {
  defaultPolicy,
  parsePolicy,
  PolicyError,
  type Policy,
  type PolicyDocument,
  type PolicyIssue,
  type NeededScope,
} from '../../src/policy/index.js';
export type {
  DeletionPlan,
  DeletionReceipt,
  FieldProblem,
  EmailReceipt,
  Problem,
  ProblemCode,
  ProfileExport,
  ProfileView,
  SessionList,
  SessionView,
} from '../../src/contract/index.js';
