/** Lists how a user could regain access after each de-provisioning level. */
import type { RegainPath, DeprovisionLevel } from '../../../../src/contract/index.js';
import type { ConnectionFacts } from '../../../../src/policy/index.js';
import type { EnabledConnection } from '../../management/index.js';

export interface RegainFacts {
  readonly connection: ConnectionFacts;
  /** The person's connection in the organization, if it is enabled there. */
  readonly enabled: EnabledConnection | undefined;
  /** Whether an invitation to the person's address would stay open. */
  readonly invited: boolean;
}

/** Whether another identity provider holds the accounts of a connection. */
export function isFederated({ class: connectionClass }: ConnectionFacts): boolean {
  return connectionClass === 'enterprise' || connectionClass === 'social';
}

export function regainPathsAfter(
  level: DeprovisionLevel,
  { connection, enabled, invited }: RegainFacts,
): readonly RegainPath[] {
  const joins = enabled?.joinsAtLogin === true;
  // A connection that never writes profiles doesn't create any. https://auth0.com/docs/authenticate/identity-providers
  const recreated = isFederated(connection) && connection.attributeSync !== 'never';
  const hasDirectory = connection.directoryOwned.length > 0;
  const ways: Readonly<Record<DeprovisionLevel, Readonly<Partial<Record<RegainPath, boolean>>>>> = {
    remove: { 'joins-at-login': joins, 'pending-invitation': invited },
    'revoke-access': {},
    block: { directory: hasDirectory },
    delete: {
      'recreated-at-login': recreated,
      'joins-at-login': joins && recreated,
      directory: hasDirectory,
      'pending-invitation': invited,
    },
  };
  return order.filter((way) => ways[level][way] === true);
}

const order = [
  'recreated-at-login',
  'joins-at-login',
  'directory',
  'pending-invitation',
] as const satisfies readonly RegainPath[];
