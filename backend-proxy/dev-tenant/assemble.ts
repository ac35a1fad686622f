import type { JWK } from 'jose';
import { createApp } from './app.js';
import { productAudience, proxyClient, spaClient } from './clients.js';
import type { Transport } from './env.js';
import { ConnectionReset, enter } from './transport.js';
import { accessTokenClaims, idTokenClaims, looseGrant } from './oidc/tokens.js';
import { personas } from './personas.js';
import type { SeedName } from './named-seeds.js';
import type { Seed } from './seed.js';
import { TenantState, type Plan } from './state.js';
import type { DevTenant } from './types.js';
import type { User } from './users/user.js';

export interface DevTenantOptions {
  /** A shipped world by name, or one of your own; `all` unless told. */
  seed?: SeedName | Seed | undefined;
  /** Origin the tenant believes to have; what it puts into tokens and links. */
  url?: string | undefined;
  /** Decides rate limits and which endpoints there are; `enterprise` unless told. */
  plan?: Plan | undefined;
  /** Whether the plan's limits are kept, or only told in the headers, for tests about something else. */
  rateLimits?: 'enforced' | 'reported' | undefined;
  /** The app's login route, where the links in invitations lead; `null` for a tenant that has none set up. */
  loginUri?: string | null | undefined;
  /** Milliseconds until a change reaches lists and search; 2000 unless told. Reads by id never lag. */
  lag?: number | undefined;
  /**
   * Private RSA keys (JWKs) to sign with: the current one, the one published next, and so on. New keys are made when
   * none is left. A tenant that makes its own keys needs about 0.2 s for each, so tests about something else pass two.
   */
  signingKeys?: readonly JWK[] | undefined;
  /** How applications are told through their back channel that somebody is signed out; the platform's unless told. */
  fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined;
}

export interface AssembledTenant {
  readonly tenant: DevTenant;
  /** Answers one request; rejects with ConnectionReset where a fault breaks the connection. */
  readonly handle: (request: Request, transport: Transport) => Promise<Response>;
}

/** The public face and, for the server, the way in behind it. */
export function assemble(options: DevTenantOptions): AssembledTenant {
  const state = new TenantState({
    seed: options.seed ?? 'all',
    url: options.url ?? 'https://dev-tenant.example',
    plan: options.plan ?? 'enterprise',
    lag: options.lag ?? 2000,
    loginUri: options.loginUri === undefined ? 'http://localhost:4400/login' : options.loginUri,
    signingKeys: options.signingKeys ?? [],
    fetch: options.fetch ?? ((url, init) => fetch(url, init)),
    enforcesRateLimits: (options.rateLimits ?? 'enforced') === 'enforced',
  });
  const app = createApp(state);
  const handle = (request: Request, transport: Transport) => enter(state, app, request, transport);
  const tenant: DevTenant = {
    url: state.url,
    issuer: state.issuer,
    domain: new URL(state.url).host,
    audience: productAudience,
    clients: { spa: spaClient, proxy: proxyClient },
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
  { url }: TenantState,
  handle: AssembledTenant['handle'],
  request: Request,
): Promise<Response> {
  if (new URL(request.url).origin !== url) {
    throw new TypeError(`fetch failed: this dev tenant is ${url}, not ${request.url}`);
  }
  request.signal.throwIfAborted();
  try {
    return await handle(request, 'in-process');
  } catch (error) {
    if (!(error instanceof ConnectionReset)) throw error;
    // The shape of Node's own fetch, so that a retry policy which looks at the cause sees what it would see.
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
