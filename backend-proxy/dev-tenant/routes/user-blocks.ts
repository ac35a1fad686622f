import { Hono } from 'hono';
import { z } from 'zod';
import type { TenantEnv } from '../env.js';
import { ManagementError } from '../errors.js';
import { requireScope } from '../management/authorize.js';
import { parseQuery } from '../management/validation.js';
import type { TenantState } from '../state.js';
import type { Person } from '../users/user.js';

const named = z.object({ identifier: z.string().min(1) });

/**
 * Brute-force lockouts, which are independent of `blocked`:
 * https://auth0.com/docs/secure/attack-protection/brute-force-protection
 */
export function userBlockRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();
  const reads = requireScope(tenant, 'read:users');
  const writes = requireScope(tenant, 'update:users');

  app.get('/user-blocks', reads, (c) => {
    const { identifier } = parseQuery(named, c.req.query());
    return c.json({ blocked_for: peopleBy(tenant, identifier).flatMap((person) => blocks(tenant, person)) });
  });
  app.delete('/user-blocks', writes, (c) => {
    const { identifier } = parseQuery(named, c.req.query());
    for (const person of peopleBy(tenant, identifier)) letIn(person);
    return c.body(null, 204);
  });

  app.get('/user-blocks/:id', reads, (c) =>
    c.json({ blocked_for: blocks(tenant, existingPerson(tenant, c.req.param('id'))) }),
  );
  app.delete('/user-blocks/:id', writes, (c) => {
    letIn(existingPerson(tenant, c.req.param('id')));
    return c.body(null, 204);
  });

  return app;
}

/** Lifts the lockout and resets the counter. */
function letIn(person: Person): void {
  person.lockedOut = false;
  person.failedLogins = 0;
}

function existingPerson({ directory }: TenantState, userId: string): Person {
  const person = directory.people.get(userId);
  if (!person || !directory.users.has(userId))
    throw new ManagementError(404, 'User not found', 'inexistent_user');
  return person;
}

function peopleBy({ directory }: TenantState, identifier: string): readonly Person[] {
  return directory
    .usersIdentifiedBy(identifier)
    .filter(({ email, username, phone_number }) => [email, username, phone_number].includes(identifier))
    .flatMap(({ user_id }) => directory.people.get(user_id) ?? []);
}

function blocks({ directory }: TenantState, { user_id, lockedOut, connection }: Person) {
  const user = directory.users.get(user_id);
  const identifier = user?.email ?? user?.username ?? user?.phone_number;
  return lockedOut && identifier !== undefined ? [{ identifier, ip: '127.0.0.1', connection }] : [];
}
