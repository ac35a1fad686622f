import type { JWK } from 'jose';
import { createApp } from './app.js';
import { explorerClient, productAudience, proxyClient, spaClient } from './clients.js';
import type { Transport } from './env.js';
import { ConnectionReset, enter } from './transport.js';
import { accessTokenClaims, idTokenClaims, looseGrant } from './oidc/tokens.js';
import { personas } from './personas.js';
import type { SeedName } from './named-seeds.js';
import type { Seed } from './seed.js';
import { TenantState, type Plan, type RateLimits } from './state.js';
import type { DevTenant } from './types.js';
import type { User } from './users/user.js';

export interface DevTenantOptions {
  /** Name of a built-in seed, or a seed of your own. Default: `all`. */
  seed?: SeedName | Seed | undefined;
  /** Origin of the tenant, used in tokens and links. Default: `https://dev-tenant.example`. */
  url?: string | undefined;
  /**
   * URLs of custom domains, such as `https://login.acme.example`. Tokens requested there name it as their issuer, and the
   * keys are the same.
   */
  customDomains?: readonly string[] | undefined;
  /** Auth0 plan, which determines rate limits and available endpoints. Default: `enterprise`. */
  plan?: Plan | undefined;
  /**
   * `reported` sends rate-limit headers but never responds with 429. `off` doesn't send the headers either, for tests that
   * aren't about limits: a client that reads them would wait. Default: `enforced`.
   */
  rateLimits?: RateLimits | undefined;
  /**
   * The app's login route, used by invitation links; `null` for a tenant without one.
   * Default: `http://localhost:4400/login`.
   */
  loginUri?: string | null | undefined;
  /** Milliseconds until a change appears in lists and search. Default: 2000. Reads by ID never lag. */
  lag?: number | undefined;
  /**
   * Milliseconds until a change appears in the organizations of a user. Default: 0. Auth0 documents neither that this list
   * lags nor that it doesn't, so try your code with a lag too.
   */
  organizationsLag?: number | undefined;
  /**
   * Refuses callback, logout, and origin URLs that aren't registered, also those on this machine. Default: `false`. Register
   * yours in a seed: `settings.callbacks`, `logout_urls`, and `web_origins`, or those of a client.
   */
  strictUrls?: boolean | undefined;
  /**
   * Private keys (JWKs) for signing: current, next, and so on. RSA keys sign RS256, or what their `alg` says (`PS256`,
   * `RS512`, …); EC keys sign ES256, ES384, or ES512. The tenant generates RS256 keys when it runs out. Each takes
   * about 0.2 s, so tests that aren't about keys should pass two.
   */
  signingKeys?: readonly JWK[] | undefined;
  /** Sends back-channel logout requests to applications. Default: the platform's `fetch`. */
  fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined;
}

export interface AssembledTenant {
  readonly tenant: DevTenant;
  /** Handles one request. Rejects with `ConnectionReset` if a fault breaks the connection. */
  readonly handle: (request: Request, transport: Transport) => Promise<Response>;
}

/** The public interface and the entry point the server uses. */
export function assemble(options: DevTenantOptions): AssembledTenant {
  const state = new TenantState({
    seed: options.seed ?? 'all',
    url: options.url ?? 'https://dev-tenant.example',
    customDomains: options.customDomains ?? [],
    plan: options.plan ?? 'enterprise',
    lag: options.lag ?? 2000,
    organizationsLag: options.organizationsLag ?? 0,
    strictUrls: options.strictUrls ?? false,
    loginUri: options.loginUri === undefined ? 'http://localhost:4400/login' : options.loginUri,
    signingKeys: options.signingKeys ?? [],
    fetch: options.fetch ?? ((url, init) => fetch(url, init)),
    rateLimits: options.rateLimits ?? 'enforced',
  });
  const app = createApp(state);
  const handle = (request: Request, transport: Transport) => enter(state, app, request, transport);
  const tenant: DevTenant = {
    url: state.url,
    issuer: state.issuer,
    domain: new URL(state.url).host,
    audience: productAudience,
    clients: { spa: spaClient, proxy: proxyClient, explorer: explorerClient },
    get personas() {
      return personas(state.directory);
    },
    fetch: (input, init) => fetchInProcess(state, handle, new Request(input, init)),
    reset: () => state.reset(),
    snapshot: () => ({ restore: state.snapshot() }),
    setLag: (ms) => {
      state.lag = ms;
    },
    clock: state.clock,
    faults: state.faults,
    outbox: state.outbox,
    requests: state.requests,
    logouts: state.logouts,
    keys: state.keys,
    setLoginUri: (uri) => {
      state.loginUri = uri;
    },
    tokens: tokens(state),
    users: users(state),
    organizations: {
      removeMember: (id, userId) => state.directory.removeMember(id, userId),
      setMemberRoles: (id, userId, roles) => state.directory.setMemberRoles(id, userId, roles),
    },
  };
  return { tenant, handle };
}

async function fetchInProcess(
  { url, customDomains }: TenantState,
  handle: AssembledTenant['handle'],
  request: Request,
): Promise<Response> {
  if (![url, ...customDomains].includes(new URL(request.url).origin)) {
    throw new TypeError(`fetch failed: this dev tenant is ${url}, not ${request.url}`);
  }
  request.signal.throwIfAborted();
  try {
    return await handle(request, 'in-process');
  } catch (error) {
    if (!(error instanceof ConnectionReset)) throw error;
    // Same shape as errors of Node's `fetch`, for retry policies that inspect `cause`.
    throw new TypeError('fetch failed', { cause: error });
  }
}

function tokens(state: TenantState): DevTenant['tokens'] {
  return {
    issueAccessToken: ({ userId, organizationId, ...claims }) =>
      state.keys.sign(
        {},
        { ...accessTokenClaims(state, looseGrant(state, userId, organizationId)), ...claims },
      ),
    issueIdToken: ({ userId, organizationId, ...claims }) =>
      state.keys.sign({}, { ...idTokenClaims(state, looseGrant(state, userId, organizationId)), ...claims }),
    sign: (header, payload) => state.keys.sign(header, payload),
  };
}

function users(state: TenantState): DevTenant['users'] {
  return {
    get: (userId) => structuredClone(state.directory.users.get(userId)),
    update: (userId, patch: Partial<User>) => {
      state.directory.changeUser(userId, (user) => {
        Object.assign(user, structuredClone(patch), { updated_at: state.clock.timestamp() });
      });
    },
    delete: (userId) => {
      state.directory.deleteUser(userId);
      state.sessions.endAllOf(userId, 'account-deleted');
    },
  };
}
