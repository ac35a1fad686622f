import type { Fault } from './faults.js';
import type { LogoutDelivery } from './oidc/back-channel-logout.js';
import type { Email } from './outbox.js';
import type { Persona } from './personas.js';
import type { RequestFilter, RequestRecord } from './request-log.js';
import type { KeyState } from './signing-keys.js';
import type { User } from './users/user.js';

/** Whose token; every further key overrides a claim of that name, and `undefined` leaves the claim out. */
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
  /** Host and, where there is one, port. */
  readonly domain: string;
  /** Identifier of the product's API, the `aud` of the access tokens the proxy accepts. */
  readonly audience: string;
  readonly clients: {
    readonly spa: { readonly clientId: string };
    readonly proxy: { readonly clientId: string; readonly clientSecret: string };
  };
  /** Who can sign in at this moment: one row per person and organization. */
  readonly personas: readonly Persona[];
  /**
   * Answers as the tenant would over the network, except that redirects are handed back rather than followed.
   * Needs no `this`. Rejects what is addressed to another origin.
   */
  readonly fetch: (input: RequestInfo | URL, init?: RequestInit) => Promise<Response>;
  /** Back to the seed: users, sessions, tokens, clock, faults, outbox and request log. The key is kept. */
  reset(): void;
  /** Keeps everything but the key, the faults and the request log; `restore` puts it back, as often as wanted. */
  snapshot(): { restore(): void };
  /** Milliseconds until a change reaches lists and search; those that are on their way keep theirs. */
  setLag(ms: number): void;
  /** The real time unless it is moved; while it is stopped, it passes only by `advance`. */
  readonly clock: { now(): number; advance(ms: number): void; stop(): void; start(): void; reset(): void };
  readonly faults: { add(fault: Fault): void; clear(): void; list(): Fault[] };
  readonly outbox: { list(): Email[]; clear(): void };
  /**
   * Every request but the controls under `/__dev` and CORS preflights, of both halves of the tenant: a budget of
   * Management API calls counts `{ area: 'management' }`.
   */
  readonly requests: {
    list(): RequestRecord[];
    count(filter?: RequestFilter): number;
    /** How often each endpoint was asked: `{ 'GET /api/v2/users/{id}': 2 }`. */
    endpoints(): Record<string, number>;
    clear(): void;
  };
  /** What applications were told through their back channels; `settled` waits for what is under way. */
  readonly logouts: { list(): LogoutDelivery[]; settled(): Promise<void>; clear(): void };
  /** The keys that sign. The next one is published first; `revoke` takes a previous one, and the tokens it signed. */
  readonly keys: {
    list(): Promise<KeyState[]>;
    rotate(): Promise<void>;
    revoke(kid: string): Promise<boolean>;
  };
  /** The app's login route, where the links in invitations lead; `null` takes it away. */
  setLoginUri(uri: string | null): void;
  readonly tokens: {
    issueAccessToken(claims: TokenClaims): Promise<string>;
    issueIdToken(claims: TokenClaims): Promise<string>;
    /** Any JWT with a true signature of this tenant, however wrong its header and payload. */
    sign(header: Record<string, unknown>, payload: Record<string, unknown> | string): Promise<string>;
  };
  /** Changes from outside: no rule applies, nothing is recorded as a request. */
  readonly users: {
    get(userId: string): User | undefined;
    /** Sets the attributes given; one that is `undefined` is removed. Throws if there is no such user. */
    update(userId: string, patch: Partial<User>): void;
    delete(userId: string): void;
  };
  readonly organizations: {
    removeMember(organizationId: string, userId: string): void;
    /** By role id. Does nothing where there is no such membership. */
    setMemberRoles(organizationId: string, userId: string, roles: readonly string[]): void;
  };
}
