/** What would bring somebody back in after a level of the ladder. */
import type { RegainPath, DeprovisionLevel } from '../../../../src/contract/index.js';
import type { ConnectionFacts } from '../../../../src/policy/index.js';
import type { EnabledConnection } from '../../management/index.js';

export interface ComeBackFacts {
  readonly connection: ConnectionFacts;
  /** How the organization has the person's connection; `undefined` where it has not. */
  readonly enabled: EnabledConnection | undefined;
  /** There is an invitation to the person's address which the level would leave. */
  readonly invited: boolean;
}

/** Whether somebody else holds the accounts, and sends people over to sign in. */
export function isFederated({ class: connectionClass }: ConnectionFacts): boolean {
  return connectionClass === 'enterprise' || connectionClass === 'social';
}

export function regainPathsAfter(
  level: DeprovisionLevel,
  { connection, enabled, invited }: ComeBackFacts,
): readonly RegainPath[] {
  const joins = enabled?.joinsAtLogin === true;
  // https://auth0.com/docs/authenticate/identity-providers: a connection that never writes profiles makes none either.
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
