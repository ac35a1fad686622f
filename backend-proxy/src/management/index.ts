/** Everything the proxy may ask of Auth0, by noun. */
import type { Settings } from '../options.js';
import { callAuth0, type Call, type CallContext } from './call.js';
import { createConnections, type Connections } from './connections.js';
import { createMachineToken } from './machine-token.js';
import { createMembers, type Members } from './members.js';
import { createUsers, type Users } from './users.js';

export interface Management {
  readonly users: Users;
  readonly members: Members;
  readonly connections: Connections;
  /** The scopes of the proxy's own token. */
  grantedScopes(): Promise<readonly string[]>;
}

/** What every noun's SDK client is built from. */
export interface ManagementConnection {
  readonly clientOptions: {
    readonly baseUrl: string;
    readonly token: () => Promise<string>;
    readonly fetch: typeof fetch;
    readonly maxRetries: 0;
  };
  /** {@link callAuth0} with the proxy's own token. */
  readonly call: <T>(context: CallContext, call: Call<T>) => Promise<T>;
}

export function createManagement(settings: Settings): Management {
  const token = createMachineToken(settings);
  const connection: ManagementConnection = {
    clientOptions: {
      baseUrl: settings.managementUrl,
      token: () => token.get(),
      // A redirect would carry the token to wherever it points.
      fetch: (input, init) => settings.fetch(input, { ...init, redirect: 'manual' }),
      maxRetries: 0,
    },
    call: (context, call) => callAuth0(context, call, () => token.renew()),
  };
  return {
    users: createUsers(connection),
    members: createMembers(connection),
    connections: createConnections(connection),
    grantedScopes: () => token.scopes(),
  };
}

export type { CallContext } from './call.js';
export type { Connection, EnabledConnection, Organization, User } from './mappers.js';
