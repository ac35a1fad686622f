import { apisOf, type Api } from './apis.js';
import { clientGrantsOf, type ClientGrant } from './client-grants.js';
import { clientsOf, type Client } from './clients.js';
import type { ParsedSeed } from './seed.js';
import { snapshotMap, type Restore } from './snapshot.js';

/** Applications, APIs, and what machine clients can ask APIs for. */
export class Applications {
  readonly clients = new Map<string, Client>();
  /** By identifier. */
  readonly apis = new Map<string, Api>();
  readonly grants = new Map<string, ClientGrant>();

  /** Replaces everything with what the seed has. */
  seed(seed: ParsedSeed, managementAudience: string, strictUrls: boolean): void {
    fill(this.clients, clientsOf(seed, strictUrls), ({ client_id }) => client_id);
    fill(this.apis, apisOf(seed, managementAudience), ({ identifier }) => identifier);
    fill(this.grants, clientGrantsOf(seed, managementAudience), ({ id }) => id);
  }

  /** Returns what a machine client can ask an API for. */
  grantOf(clientId: string, audience: string): ClientGrant | undefined {
    return [...this.grants.values()].find(
      (each) => each.client_id === clientId && each.audience === audience,
    );
  }

  snapshot(): Restore {
    const restores = [snapshotMap(this.clients), snapshotMap(this.apis), snapshotMap(this.grants)];
    return () => restores.forEach((restore) => restore());
  }
}

function fill<T>(map: Map<string, T>, rows: readonly T[], key: (row: T) => string): void {
  map.clear();
  for (const row of rows) map.set(key(row), row);
}
