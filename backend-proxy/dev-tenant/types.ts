import type { Fault } from './faults.js';
import type { LogoutDelivery } from './oidc/back-channel-logout.js';
import type { Email } from './outbox.js';
import type { Persona } from './personas.js';
import type { RequestFilter, RequestRecord } from './request-log.js';
import type { KeyState } from './signing-keys.js';
import type { User } from './users/user.js';

/** User ID of the token. Additional keys override claims; `undefined` removes a claim. */
export interface TokenClaims {
  userId: string;
  organizationId?: string | undefined;
  [claim: string]: unknown;
}

export interface DevTenant {
  /** Origin without a trailing slash. */
  readonly url: string;
  /** `${url}/`, the `iss` of every token. */
  readonly issuer: string;
  /** Host, with the port if there is one. */
  readonly domain: string;
  /** Identifier of the product's API: the `aud` of access tokens that the proxy accepts. */
  readonly audience: string;
  readonly clients: {
    readonly spa: { readonly clientId: string };
    readonly proxy: { readonly clientId: string; readonly clientSecret: string };
    /** Gets tokens that can set up a tenant, like the application of Auth0's API Explorer. */
    readonly explorer: { readonly clientId: string; readonly clientSecret: string };
  };
  /** People who can sign in now: one row per person and organization. */
  readonly personas: readonly Persona[];
  /**
   * Responds as the tenant would over the network, but returns redirects instead of following them. Doesn't need
   * `this`. Rejects requests to other origins.
   */
  readonly fetch: (input: RequestInfo | URL, init?: RequestInit) => Promise<Response>;
  /** Restores the seed: users, sessions, tokens, clock, faults, outbox, and request log. Keeps the keys. */
  reset(): void;
  /** Captures everything except keys, faults, and the request log. `restore` can be called repeatedly. */
  snapshot(): { restore(): void };
  /** Milliseconds until a change appears in lists and search. Pending changes keep their delay. */
  setLag(ms: number): void;
  /** Real time, unless moved. While stopped, only `advance` moves it. */
  readonly clock: { now(): number; advance(ms: number): void; stop(): void; start(): void; reset(): void };
  readonly faults: { add(fault: Fault): void; clear(): void; list(): Fault[] };
  readonly outbox: { list(): Email[]; clear(): void };
  /**
   * All requests to both halves of the tenant, except controls under `/__dev` and CORS preflights. To count
   * Management API calls, filter by `{ area: 'management' }`.
   */
  readonly requests: {
    list(): RequestRecord[];
    count(filter?: RequestFilter): number;
    /** Number of requests per endpoint: `{ 'GET /api/v2/users/{id}': 2 }`. */
    endpoints(): Record<string, number>;
    clear(): void;
  };
  /** Back-channel logouts that were sent; `settled` waits for those in flight. */
  readonly logouts: { list(): LogoutDelivery[]; settled(): Promise<void>; clear(): void };
  /** Signing keys. The next one is published in advance; `revoke` invalidates a previous one and its tokens. */
  readonly keys: {
    list(): Promise<KeyState[]>;
    rotate(): Promise<void>;
    revoke(kid: string): Promise<boolean>;
  };
  /** The app's login route, used by invitation links; `null` removes it. */
  setLoginUri(uri: string | null): void;
  readonly tokens: {
    issueAccessToken(claims: TokenClaims): Promise<string>;
    issueIdToken(claims: TokenClaims): Promise<string>;
    /** Signs any JWT with the tenant's key, however invalid its header and payload. */
    sign(header: Record<string, unknown>, payload: Record<string, unknown> | string): Promise<string>;
  };
  /** Direct changes: no validation, no request log. */
  readonly users: {
    get(userId: string): User | undefined;
    /**
     * Sets the given attributes; `undefined` removes one.
     * @throws RangeError if there is no such user
     */
    update(userId: string, patch: Partial<User>): void;
    delete(userId: string): void;
  };
  readonly organizations: {
    removeMember(organizationId: string, userId: string): void;
    /** Sets roles by ID. Does nothing if there is no such membership. */
    setMemberRoles(organizationId: string, userId: string, roles: readonly string[]): void;
  };
}
