import {
  createDevTenant,
  type DevTenant,
  type DevTenantOptions,
} from '../../backend-proxy/dev-tenant/index.js';
import {
  createMemoryStorage,
  createProxy,
  type LogEntry,
  type Proxy,
  type ProxyOptions,
  type Storage,
} from '../../backend-proxy/src/index.js';
import type { Problem, ProfileView } from '../../src/contract/index.js';
import { judged } from '../dev-tenant/judged.js';
import { storedSigningKeys } from '../harness/signing-keys.js';

/** Who signs in, by first name: a user and the organization they sign in to. */
export const people = {
  ada: ['auth0|ac3e00000000000000000001', 'org_acme000000000000'],
  hal: ['auth0|ac3e00000000000000000002', 'org_acme000000000000'],
  mia: ['auth0|ac3e00000000000000000003', 'org_acme000000000000'],
  ben: ['auth0|ac3e00000000000000000005', 'org_acme000000000000'],
  sam: ['auth0|ac3e00000000000000000006', 'org_acme000000000000'],
  grace: ['samlp|globex-saml|grace@globex.example', 'org_globex0000000000'],
  ivy: ['google-oauth2|100000000000000000001', 'org_initech000000000'],
  uma: ['auth0|b3e11a000000000000000001', 'org_umbrella00000000'],
} as const;
export type PersonName = keyof typeof people;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body, as the kind of document its status promises. */
  readonly profile: ProfileView;
  readonly problem: Problem;
}

export interface World {
  readonly tenant: DevTenant;
  readonly log: LogEntry[];
  tokenOf(person: PersonName): Promise<string>;
  /** Of someone who has just signed in. */
  freshTokenOf(person: PersonName): Promise<string>;
  /** The proxy itself. */
  proxy(request: Request): Promise<Response>;
  /** Work that no request waits for. */
  readonly runDue: Proxy['runDue'];
  /** Stops the proxy, as a signal would. */
  readonly close: Proxy['close'];
  /** A request with this token, or with none. */
  fetch(token: string | null, path: string, init?: RequestInit): Promise<Response>;
  /** The same, with the answer read. */
  send(token: string | null, path: string, init?: RequestInit): Promise<Answer>;
  read(person: PersonName, headers?: Record<string, string>): Promise<Answer>;
  /** Saves, freshly signed in, against the version that is stored now, or the one given. */
  save(person: PersonName, fields: Record<string, unknown>, etag?: string): Promise<Answer>;
  /** Management API calls since the last `clear`. */
  calls(filter?: { method?: string; path?: string | RegExp }): number;
}

export interface WorldOptions {
  readonly seed?: DevTenantOptions['seed'];
  readonly plan?: DevTenantOptions['plan'];
  /** Another proxy before a tenant that is there, as it is. */
  readonly tenant?: DevTenant;
  /** Stands between proxy and tenant: answers by itself, or calls on. */
  readonly intercept?: (request: Request, callOn: () => Promise<Response>) => Promise<Response>;
}

/** What the proxy reads the time of the sign-in from, unless told. */
const authTimeClaim = 'https://orgdesk.dev/auth_time';

/** One tenant for each plan and seed, reset for every world. */
const tenants = new Map<WorldOptions['plan'], Map<WorldOptions['seed'], DevTenant>>();

function freshTenant({ seed, plan }: WorldOptions): DevTenant {
  const ofPlan = tenants.get(plan) ?? new Map<WorldOptions['seed'], DevTenant>();
  tenants.set(plan, ofPlan);
  const tenant =
    ofPlan.get(seed) ??
    judged(createDevTenant({ rateLimits: 'off', signingKeys: storedSigningKeys, seed, plan }));
  ofPlan.set(seed, tenant);
  tenant.reset();
  return tenant;
}

/** The real proxy in front of the real dev tenant, in this process. */
export function createWorld(options: Partial<ProxyOptions> = {}, where: WorldOptions = {}): World {
  const tenant = where.tenant ?? freshTenant(where);
  const { intercept } = where;
  const log: LogEntry[] = [];
  const proxy = createProxy({
    domain: tenant.domain,
    audience: tenant.audience,
    clientId: tenant.clients.proxy.clientId,
    clientSecret: tenant.clients.proxy.clientSecret,
    fetch: intercept
      ? (input, init) => intercept(new Request(input, init), () => tenant.fetch(input, init))
      : tenant.fetch,
    log: (entry) => 'requestId' in entry && log.push(entry),
    storage: createAgedStorage(),
    ...options,
  });

  const tokenOf = (person: PersonName) => {
    const [userId, organizationId] = people[person];
    return tenant.tokens.issueAccessToken({ userId, organizationId });
  };
  const freshTokenOf = (person: PersonName) => {
    const [userId, organizationId] = people[person];
    const signedInAt = Math.floor(Date.now() / 1000);
    return tenant.tokens.issueAccessToken({ userId, organizationId, [authTimeClaim]: signedInAt });
  };
  const fetch: World['fetch'] = async (token, path, init = {}) => {
    const headers = new Headers(init.headers);
    if (token !== null) headers.set('authorization', `Bearer ${token}`);
    return proxy.fetch(new Request(`https://proxy.example${path}`, { ...init, headers }));
  };
  const send: World['send'] = async (token, path, init) => {
    const response = await fetch(token, path, init);
    const text = await response.text();
    const body = parse(text);
    return {
      status: response.status,
      headers: response.headers,
      text,
      profile: body as ProfileView,
      problem: body as Problem,
    };
  };
  const read: World['read'] = async (person, headers = {}) =>
    send(await tokenOf(person), '/v1/profile', { headers });

  return {
    tenant,
    log,
    tokenOf,
    freshTokenOf,
    proxy: proxy.fetch,
    runDue: proxy.runDue,
    close: proxy.close,
    fetch,
    send,
    read,
    save: async (person, fields, etag) => {
      const version = etag ?? (await read(person)).headers.get('etag') ?? '';
      return send(await freshTokenOf(person), '/v1/profile', {
        method: 'PATCH',
        headers: { 'content-type': 'application/json', 'if-match': version },
        body: JSON.stringify({ fields }),
      });
    },
    calls: (filter = {}) => tenant.requests.count({ area: 'management', ...filter }),
  };
}

/** The storage of a proxy that has run for a while: what it remembers is all there is to remember. */
export function createAgedStorage(now?: () => number): Storage {
  return { ...createMemoryStorage(now), knownSince: Date.now() - 3_600_000 };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export function fieldOf(profile: ProfileView, name: string) {
  return profile.fields.find((field) => field.name === name);
}
