import { Clock } from './clock.js';
import { Directory } from './directory.js';
import { Faults } from './faults.js';
import { Grants } from './oidc/grants.js';
import { Sessions } from './oidc/sessions.js';
import { Outbox } from './outbox.js';
import { RequestLog } from './request-log.js';
import { parseSeed, type SeedName } from './named-seeds.js';
import type { ParsedSeed, Seed } from './seed.js';
import { SigningKey } from './signing-key.js';
import { Tickets } from './tickets.js';

/** Everything a tenant knows; the routes are functions over it. */
export class TenantState {
  readonly url: string;
  readonly issuer: string;
  readonly managementAudience: string;
  readonly seed: ParsedSeed;
  readonly clock = new Clock();
  readonly faults = new Faults();
  readonly outbox = new Outbox();
  readonly requests = new RequestLog();
  readonly tickets = new Tickets();
  readonly key = new SigningKey();
  readonly sessions = new Sessions(this.clock);
  readonly grants = new Grants(this.clock);
  #directory: Directory;

  constructor(seed: SeedName | Seed, url: string) {
    this.url = new URL(url).origin;
    this.issuer = `${this.url}/`;
    this.managementAudience = `${this.url}/api/v2/`;
    this.seed = parseSeed(seed);
    this.#directory = new Directory(this.seed);
  }

  /** Users, organizations and the rest; a new one after every reset, so never keep a reference to it. */
  get directory(): Directory {
    return this.#directory;
  }

  /** Back to the seed. The signing key stays: apps and proxies have its public half in their caches. */
  reset(): void {
    this.#directory = new Directory(this.seed);
    this.sessions.clear();
    this.grants.clear();
    this.tickets.clear();
    this.clock.reset();
    this.faults.clear();
    this.outbox.clear();
    this.requests.clear();
  }
}
