/** An organization's connections, with the facts that invitations depend on. */
import type { ConnectionClass } from '../../../src/policy/index.js';
import type { CallContext, Management } from '../management/index.js';
import { connectionClassOf, connectionLabelOf } from '../access/connection-class.js';

export interface OrganizationConnection {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly class: ConnectionClass;
  /** Whether people can be invited to it: not for passwordless connections. */
  readonly invitable: boolean;
  readonly domains: readonly string[];
}

export async function connectionsOf(
  { connections }: Management,
  organizationId: string,
  call: CallContext,
): Promise<readonly OrganizationConnection[]> {
  const enabled = await connections.enabledFor(organizationId, call);
  return Promise.all(
    enabled.map(async ({ connectionId, name, strategy }) => {
      const details = await connections.read(connectionId, call);
      const connectionClass = connectionClassOf(strategy);
      return {
        id: connectionId,
        name,
        label: connectionLabelOf({ name, strategy }, details?.displayName ?? null),
        class: connectionClass,
        invitable: connectionClass !== 'passwordless',
        domains: details?.domains ?? [],
      };
    }),
  );
}
