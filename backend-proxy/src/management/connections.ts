import { ConnectionsClient } from 'auth0/connections';
import { OrganizationsClient } from 'auth0/organizations';
import { z } from 'zod';
import type { Attribute } from '../../../src/policy/index.js';
import { Cache } from './cache.js';
import { asUnavailable, Auth0Refusal, type CallContext } from './call.js';
import type { ManagementAccess } from './access.js';
import {
  connectionSchema,
  enabledConnectionSchema,
  scimSchema,
  toConnection,
  toDirectoryOwned,
  toEnabledConnection,
  type Connection,
  type EnabledConnection,
} from './mappers/connection.js';

export interface Connections {
  /** The connections an organization's people sign in through. */
  enabledFor(organizationId: string, context: CallContext): Promise<readonly EnabledConnection[]>;
  /** One connection's settings, as far as editing depends on them. `null` when it is gone. */
  read(connectionId: string, context: CallContext): Promise<Connection | null>;
  /** The attributes a directory writes through SCIM; none where it is not set up. */
  directoryOwned(connectionId: string, context: CallContext): Promise<readonly Attribute[]>;
}

/** Connections change when an administrator reconfigures the tenant; a minute of delay is the price of two calls less. */
const lifetimeMs = 60_000;

const connectionFields = 'id,name,strategy,display_name,options';
const enabledPage = z.object({ enabled_connections: z.array(enabledConnectionSchema) });

export function createConnections({ clientOptions, call }: ManagementAccess): Connections {
  const organizations = new OrganizationsClient(clientOptions);
  const connections = new ConnectionsClient(clientOptions);
  const enabled = new Cache<readonly EnabledConnection[]>({ lifetimeMs, capacity: 10_000 });
  const scim = new Cache<readonly Attribute[]>({ lifetimeMs, capacity: 1_000 });
  const details = new Cache<Connection | null>({ lifetimeMs, capacity: 1_000 });

  const loadEnabled = async (organizationId: string, context: CallContext) => {
    const answer = await call(context, {
      kind: 'read',
      answer: enabledPage,
      // At most ten connections an organization, so one page holds them all.
      run: async (options) =>
        (await organizations.enabledConnections.list(organizationId, { page: 0, per_page: 50 }, options))
          .response,
    });
    return answer.enabled_connections.map(toEnabledConnection);
  };

  const loadDetails = async (connectionId: string, context: CallContext) => {
    const answer = await call(context, {
      kind: 'read',
      // "options" can hold the upstream's client secret: the schema keeps only what it names.
      answer: connectionSchema,
      run: (options) =>
        connections.get(connectionId, { fields: connectionFields, include_fields: true }, options),
    });
    return toConnection(answer);
  };

  const loadDirectoryOwned = async (connectionId: string, context: CallContext) => {
    const answer = await call(context, {
      kind: 'read',
      answer: scimSchema,
      run: (options) => connections.scimConfiguration.get(connectionId, options),
    });
    return toDirectoryOwned(answer);
  };

  return {
    enabledFor: (organizationId, context) =>
      enabled.get(organizationId, () => loadEnabled(organizationId, context).catch(noneIfGone)),
    read: (connectionId, context) =>
      details.get(connectionId, () => loadDetails(connectionId, context).catch(nullIfGone)),
    directoryOwned: (connectionId, context) =>
      scim.get(connectionId, () => loadDirectoryOwned(connectionId, context).catch(noneIfGone)),
  };
}

function noneIfGone(reason: unknown): readonly never[] {
  return nullIfGone(reason) ?? [];
}

function nullIfGone(reason: unknown): null {
  return reason instanceof Auth0Refusal && reason.status === 404 ? null : refuse(reason);
}

function refuse(reason: unknown): never {
  throw asUnavailable(reason);
}
