/** Pairs of admins who put each other out at the same moment, each at another instance. */
import { createDevTenant, type DevTenant, type Seed } from '../../backend-proxy/dev-tenant/index.js';
import type { Storage } from '../../backend-proxy/src/index.js';
import { storedSigningKeys } from '../harness/signing-keys.js';
import { createOperationWorld, pathOf } from '../proxy/operation-world.js';
import type { Answer } from '../proxy/support.js';

export const organizationOf = (index: number) => `org_pair${String(index).padStart(12, '0')}`;

export const tenantOf = (pairs: number): DevTenant =>
  createDevTenant({ seed: pairsOfAdmins(pairs), rateLimits: 'off', signingKeys: storedSigningKeys });

export const outcomeOf = ({ status, problem }: Answer): string =>
  status < 300 ? 'done' : (problem.reason ?? problem.code);

/** Returns the outcomes of each round: one of the two has to be refused. */
export async function raceForLastAdmin(
  first: Storage,
  second: Storage,
  rounds: number,
): Promise<readonly (readonly string[])[]> {
  const tenant = tenantOf(rounds);
  const worlds = [first, second].map((storage) => createOperationWorld({ storage }, { tenant }));
  const outcomes: (readonly string[])[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const organizationId = organizationOf(round);
    const pair = [`auth0|a${round}`, `auth0|b${round}`] as const;
    const level = (['remove', 'block', 'delete'] as const)[round % 3];
    const answers = await Promise.all(
      worlds.map(async (world, index) => {
        const token = await world.token(pair[index] ?? '', organizationId);
        return world.post(token, `${pathOf(pair[1 - index] ?? '')}/deprovision`, { level });
      }),
    );
    outcomes.push(answers.map(outcomeOf));
  }
  return outcomes;
}

/** Organizations with two admins each. */
function pairsOfAdmins(count: number): Seed {
  const indexes = Array.from({ length: count }, (_, index) => index);
  const users = indexes.flatMap((index) =>
    ['a', 'b'].map((letter) => ({ index, letter, user_id: `auth0|${letter}${index}` })),
  );
  return {
    connections: [{ id: 'con_1', name: 'users', strategy: 'auth0' }],
    roles: [{ id: 'rol_admin', name: 'Admin', permissions: ['manage:members'] }],
    organizations: indexes.map((index) => ({
      id: organizationOf(index),
      name: `pair-${index}`,
      display_name: `Pair ${index}`,
    })),
    enabled_connections: indexes.map((index) => ({
      organization_id: organizationOf(index),
      connection_id: 'con_1',
    })),
    users: users.map(({ index, letter, user_id }) => ({
      user_id,
      connection: 'users',
      email: `${letter}${index}@pairs.example`,
    })),
    memberships: users.map(({ index, user_id }) => ({
      organization_id: organizationOf(index),
      user_id,
      roles: ['rol_admin'],
    })),
  };
}
