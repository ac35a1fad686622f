/** Connections of an organization, and the settings that editing depends on. */
import { rootAttributes, type Attribute } from '../../../src/policy/index.js';
import { ProblemError } from '../http/problem-error.js';
import type { ManagementApi } from './api.js';
import { asUnavailable, isNotFound } from './auth0-refusal.js';
import { json } from './expected-response.js';
import type { CallContext } from './http.js';
import {
  connectionSchema,
  directorySchema,
  enabledConnectionSchema,
  toConnection,
  toDirectoryOwned,
  toEnabledConnection,
  type Connection,
  type EnabledConnection,
} from './mappers/connection.js';
import { jsonRows, offsetPage } from './rows.js';
import type { CreateSharedCache } from './shared-cache.js';

export interface Connections {
  /** Returns the connections that members of the organization sign in through. */
  enabledFor(organizationId: string, context: CallContext): Promise<readonly EnabledConnection[]>;
  /** Returns a connection's settings, or `null` if it doesn't exist. */
  read(connectionId: string, context: CallContext): Promise<Connection | null>;
  /** Returns the attributes that a directory writes, through SCIM or Google Directory Sync; none if neither is set up. */
  directoryOwned(
    connection: Pick<EnabledConnection, 'connectionId' | 'strategy'>,
    context: CallContext,
  ): Promise<readonly Attribute[]>;
}

/** Only administrators of the tenant change connections: a delay of a minute saves two calls per request. */
const lifetimeMs = 60_000;

const connectionFields = 'id,name,strategy,display_name,options';

export function createConnections(api: ManagementApi, createCache: CreateSharedCache): Connections {
  const enabled = createCache<readonly EnabledConnection[]>({
    name: 'enabled connections',
    lifetimeMs,
    capacity: 10_000,
  });
  const owned = createCache<readonly Attribute[]>({
    name: 'attributes of directories',
    lifetimeMs,
    capacity: 1_000,
  });
  const details = createCache<Connection | null>({ name: 'connections', lifetimeMs, capacity: 1_000 });

  const loadEnabled = async (organizationId: string, context: CallContext) => {
    const { rows } = await api(context, {
      method: 'GET',
      path: ['organizations', organizationId, 'enabled_connections'],
      // An organization has at most ten connections, so one page holds them all.
      query: offsetPage(0),
      expect: jsonRows('enabled_connections', enabledConnectionSchema),
    });
    return rows.map(toEnabledConnection);
  };

  const loadDetails = (connectionId: string, context: CallContext) =>
    api(context, {
      method: 'GET',
      path: ['connections', connectionId],
      query: { fields: connectionFields, include_fields: true },
      // `options` can hold the upstream's client secret: the schema keeps only the properties it names.
      expect: json(connectionSchema),
    }).then(toConnection);

  const loadDirectoryOwned = (
    { connectionId, strategy }: Pick<EnabledConnection, 'connectionId' | 'strategy'>,
    context: CallContext,
  ) =>
    api(context, {
      method: 'GET',
      path: ['connections', connectionId, directoryConfigurationOf(strategy)],
      expect: json(directorySchema),
    }).then(toDirectoryOwned);

  return {
    enabledFor: (organizationId, context) =>
      enabled.get(organizationId, () => loadEnabled(organizationId, context).catch(noneIfGone)),
    read: (connectionId, context) =>
      details.get(connectionId, () => loadDetails(connectionId, context).catch(nullIfGone)),
    directoryOwned: (connection, context) =>
      owned.get(connection.connectionId, () => loadDirectoryOwned(connection, context).catch(allIfHidden)),
  };
}

/**
 * Google Workspace is synced by Auth0, every other directory writes through SCIM.
 * https://auth0.com/docs/authenticate/identity-providers/enterprise-identity-providers/google-directory-sync
 */
function directoryConfigurationOf(strategy: string): string {
  return strategy === 'google-apps' ? 'directory-provisioning' : 'scim-configuration';
}

/** If the proxy's application can't read what the directory writes, it may write everything. */
function allIfHidden(reason: unknown): readonly Attribute[] {
  if (reason instanceof ProblemError && reason.code === 'upstream_refused') return rootAttributes;
  return noneIfGone(reason);
}

function noneIfGone(reason: unknown): readonly never[] {
  return nullIfGone(reason) ?? [];
}

function nullIfGone(reason: unknown): null {
  if (isNotFound(reason)) return null;
  throw asUnavailable(reason);
}
