import { createApp } from './app.js';
import { readOptions, type ProxyOptions } from './options.js';

/** A running proxy: a function from requests to answers, to mount in any server. */
export interface Proxy {
  fetch(request: Request): Promise<Response>;
}

/**
 * Creates the proxy that stands between the elements and Auth0. It holds the Management API credentials, checks every
 * access token, and enforces the policy the forms are rendered from.
 *
 * @throws Error when an option is missing or wrong.
 */
export function createProxy(options: ProxyOptions): Proxy {
  const app = createApp(readOptions(options));
  return { fetch: async (request) => app.fetch(request) };
}

export type { LogEntry, ProxyOptions } from './options.js';
export {
  defaultPolicy,
  parsePolicy,
  PolicyError,
  type Policy,
  type PolicyDocument,
  type PolicyIssue,
} from '../../src/policy/index.js';
export type { FieldProblem, Problem, ProblemCode, ProfileView } from '../../src/contract/index.js';
