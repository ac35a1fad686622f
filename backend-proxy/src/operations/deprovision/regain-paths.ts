/** Lists how a user could regain access after each de-provisioning level. */
import type { RegainPath, DeprovisionLevel } from '../../../../src/contract/index.js';
import type { AttributeSync, ConnectionClass } from '../../../../src/policy/index.js';

/** One of the person's identities, as a way to sign in. */
export interface WayIn {
  readonly class: ConnectionClass;
  readonly attributeSync: AttributeSync;
  readonly joinsAtLogin: boolean;
}

export interface RegainFacts {
  /** With linked identities, there are several. */
  readonly waysIn: readonly WayIn[];
  /** Whether a directory writes the account. */
  readonly hasDirectory: boolean;
  /** Whether an invitation to the person's address would stay open. */
  readonly invited: boolean;
}

/** Whether another identity provider holds the accounts of a connection. */
export function isFederated(connectionClass: ConnectionClass): boolean {
  return connectionClass === 'enterprise' || connectionClass === 'social';
}

/** A connection that never writes profiles doesn't create any. https://auth0.com/docs/authenticate/identity-providers */
function recreates({ class: connectionClass, attributeSync }: WayIn): boolean {
  return isFederated(connectionClass) && attributeSync !== 'never';
}

export function regainPathsAfter(
  level: DeprovisionLevel,
  { waysIn, hasDirectory, invited }: RegainFacts,
): readonly RegainPath[] {
  const ways: Readonly<Record<DeprovisionLevel, Readonly<Partial<Record<RegainPath, boolean>>>>> = {
    remove: { 'joins-at-login': waysIn.some((way) => way.joinsAtLogin), 'pending-invitation': invited },
    'revoke-access': {},
    block: { directory: hasDirectory },
    delete: {
      'recreated-at-login': waysIn.some(recreates),
      'joins-at-login': waysIn.some((way) => way.joinsAtLogin && recreates(way)),
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
