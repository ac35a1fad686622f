import type { JWK } from 'jose';
import { Actions } from './actions.js';
import { Applications } from './applications.js';
import { Clock } from './clock.js';
import type { Client } from './clients.js';
import { Directory } from './directory.js';
import { Faults } from './faults.js';
import { BackChannelLogout } from './oidc/back-channel-logout.js';
import { Consents } from './oidc/consents.js';
import { Grants } from './oidc/grants.js';
import { Logins } from './oidc/logins.js';
import { OpaqueTokens } from './oidc/opaque-tokens.js';
import { Proofs } from './oidc/proofs.js';
import { Sessions, type SessionLifetime } from './oidc/sessions.js';
import { Invitations } from './invitations.js';
import { Jobs } from './jobs.js';
import { Outbox } from './outbox.js';
import { RequestLog } from './request-log.js';
import { emptySeed, parseSeed, type SeedName } from './named-seeds.js';
import type { ParsedSeed, Seed } from './seed.js';
import { SigningKeys } from './signing-keys.js';
import { snapshotAll, type Restore } from './snapshot.js';
import { TokenBuckets } from './token-buckets.js';
import { TenantLog } from './tenant-log.js';
import { Tickets } from './tickets.js';

/** Auth0's plans, which determine available endpoints and rate limits. */
export type Plan = 'free' | 'essentials' | 'enterprise';
/** `reported`: headers count down, but no request is rejected. `off`: no headers either. */
export type RateLimits = 'enforced' | 'reported' | 'off';

export interface TenantSettings {
  readonly seed: SeedName | Seed;
  readonly url: string;
  /** URLs of further domains that reach the tenant. */
  readonly customDomains: readonly string[];
  readonly plan: Plan;
  /** Milliseconds until a change appears in lists and search. */
  readonly lag: number;
  readonly rateLimits: RateLimits;
  /** Milliseconds until a change appears in the organizations of a user. */
  readonly organizationsLag: number;
  /** Whether URLs on this machine must be registered too. */
  readonly strictUrls: boolean;
  readonly loginUri: string | null;
  /** Used before new keys are generated. */
  readonly signingKeys: readonly JWK[];
  /** Sends back-channel logout requests. */
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
}

/** Complete state of a tenant. Routes are functions of it. */
export class TenantState {
  readonly url: string;
  readonly issuer: string;
  /** Origins of the custom domains. */
  readonly customDomains: readonly string[];
  readonly managementAudience: string;
  readonly seed: ParsedSeed;
  readonly applications = new Applications();
  readonly clock = new Clock();
  readonly actions = new Actions(this.clock);
  readonly faults = new Faults();
  readonly outbox = new Outbox();
  readonly requests = new RequestLog();
  readonly tickets = new Tickets(this.clock);
  readonly buckets = new TokenBuckets(this.clock);
  readonly jobs = new Jobs(this.clock);
  readonly log = new TenantLog(this.clock);
  readonly keys: SigningKeys;
  readonly invitations = new Invitations(this.clock);
  readonly sessions: Sessions;
  readonly logouts: BackChannelLogout;
  readonly grants: Grants;
  readonly logins = new Logins(this.clock);
  readonly opaqueTokens = new OpaqueTokens();
  readonly consents = new Consents();
  readonly proofs = new Proofs(this.clock);
  readonly plan: Plan;
  /** The app's login route for invitation links; absent if not configured. */
  loginUri: string | null;
  lag: number;
  readonly #lagAtStart: number;
  readonly strictUrls: boolean;
  readonly #organizationsLag: number;
  readonly rateLimits: RateLimits;
  #directory: Directory;

  constructor({
    seed,
    url,
    customDomains,
    plan,
    lag,
    organizationsLag,
    strictUrls,
    rateLimits,
    loginUri,
    signingKeys,
    fetch,
  }: TenantSettings) {
    this.keys = new SigningKeys(signingKeys);
    this.loginUri = loginUri;
    this.rateLimits = rateLimits;
    this.url = new URL(url).origin;
    this.issuer = `${this.url}/`;
    this.customDomains = customDomains.map((domain) => new URL(domain).origin);
    this.managementAudience = `${this.url}/api/v2/`;
    this.seed = parseSeed(seed);
    this.strictUrls = strictUrls;
    this.plan = plan;
    this.grants = new Grants(this.clock, this.clients);
    const { clients, issuer, clock, keys, log } = this;
    this.logouts = new BackChannelLogout({ clients, issuer, clock, keys, log, fetch });
    this.sessions = new Sessions(
      this.clock,
      sessionLifetime(plan, this.seed.settings.session_lifetime),
      // Part of the Enterprise plan only.
      (session, why) => plan === 'enterprise' && this.logouts.announce(session, why),
    );
    this.lag = this.#lagAtStart = lag;
    this.#organizationsLag = organizationsLag;
    this.#directory = this.#seeded();
  }

  /** The origin a request came to: a custom domain, or the tenant's own. */
  originOf(requestUrl: string): string {
    const { origin } = new URL(requestUrl);
    return this.customDomains.includes(origin) ? origin : this.url;
  }

  /** The applications, by ID. */
  get clients(): ReadonlyMap<string, Client> {
    return this.applications.clients;
  }

  #seeded(): Directory {
    this.applications.seed(this.seed, this.managementAudience, this.strictUrls);
    this.invitations.seed(this.seed.invitations);
    return new Directory(
      this.seed,
      this.clock,
      () => this.lag,
      () => this.#organizationsLag,
    );
  }

  /** Users, organizations, and so on. Replaced on reset, so never keep a reference. */
  get directory(): Directory {
    return this.#directory;
  }

  /** Captures everything except signing keys, requests, and faults. */
  snapshot(): Restore {
    const directory = this.#directory;
    const { lag, loginUri } = this;
    const { applications, actions, clock, invitations, sessions, logins, logouts, grants, consents, proofs } =
      this;
    const { tickets, jobs, log, buckets, outbox } = this;
    const people = [invitations, sessions, logins, logouts, grants, consents, proofs];
    const restore = snapshotAll([
      directory,
      applications,
      actions,
      clock,
      ...people,
      tickets,
      jobs,
      log,
      buckets,
      outbox,
    ]);
    return () => {
      this.#directory = directory;
      restore();
      this.lag = lag;
      this.loginUri = loginUri;
    };
  }

  /** Restores the seed. Keeps the signing keys: apps and proxies cache their public part. */
  reset(): void {
    this.clock.reset();
    this.lag = this.#lagAtStart;
    // Release the old directory first: two crowds at a time would take too much memory.
    this.#directory = new Directory(
      emptySeed,
      this.clock,
      () => 0,
      () => 0,
    );
    this.#directory = this.#seeded();
    this.actions.clear();
    this.sessions.clear();
    this.logins.clear();
    this.grants.clear();
    this.proofs.clear();
    this.logouts.clear();
    this.consents.clear();
    this.tickets.clear();
    this.jobs.clear();
    this.log.clear();
    this.buckets.clear();
    this.faults.clear();
    this.outbox.clear();
    this.requests.clear();
  }
}

const day = 24 * 60 * 60;
const hour = 60 * 60;
/** Maximum session lifetime by plan: https://auth0.com/docs/manage-users/sessions/session-lifecycle */
const longest: Readonly<Record<Plan, SessionLifetime>> = {
  free: { idle: 3 * day, absolute: 30 * day },
  essentials: { idle: 3 * day, absolute: 30 * day },
  enterprise: { idle: 100 * day, absolute: 365 * day },
};

/** Default: three and seven days. */
function sessionLifetime(
  plan: Plan,
  wanted: { idle?: number | undefined; absolute?: number | undefined } = {},
): SessionLifetime {
  const { idle, absolute } = longest[plan];
  return {
    idle: Math.min(idle, wanted.idle ?? 72 * hour),
    absolute: Math.min(absolute, wanted.absolute ?? 168 * hour),
  };
}
