import { createApp } from './app.js';
import { neededScopes, type NeededScope } from '../../src/policy/index.js';
import { createManagement } from './management/index.js';
import { readOptions, type ProxyOptions } from './options.js';
import { createMemoryStorage } from './storage/memory/index.js';

/** A running proxy: a function from requests to answers, to mount in any server. */
export interface Proxy {
  fetch(request: Request): Promise<Response>;
  /**
   * Compares the scopes of the proxy's own token with what the policy needs. To be asked once at start: a missing scope
   * would otherwise be found by the first person who needs it.
   * @throws ProblemError when the tenant cannot be reached or refuses the credentials.
   */
  checkScopes(): Promise<ScopeCheck>;
}

export interface ScopeCheck {
  /** Needed, but not granted: something the policy allows will fail. */
  readonly missing: readonly NeededScope[];
  /** Granted, but not needed: more than the proxy should be trusted with. */
  readonly excess: readonly string[];
}

/**
 * Creates the proxy that stands between the elements and Auth0. It holds the Management API credentials, checks every
 * access token, and enforces the policy the forms are rendered from.
 *
 * @throws Error when an option is missing or wrong.
 */
export function createProxy(options: ProxyOptions): Proxy {
  const settings = readOptions(options);
  const management = createManagement(settings);
  const app = createApp(settings, management, options.storage ?? createMemoryStorage());
  return {
    fetch: async (request) => app.fetch(request),
    checkScopes: async () => compareScopes(neededScopes(settings.policy), await management.grantedScopes()),
  };
}

function compareScopes(needed: readonly NeededScope[], granted: readonly string[]): ScopeCheck {
  const names = new Set(needed.map(({ scope }) => scope));
  return {
    missing: needed.filter(({ scope }) => !granted.includes(scope)),
    excess: granted.filter((scope) => !names.has(scope)),
  };
}

export type { AuditEntry } from './audit/audit-entry.js';
export type { Erasure, LogEntry, ProxyOptions } from './options.js';
export { createMemoryStorage } from './storage/memory/index.js';
export type { Storage } from './storage/storage.js';
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
