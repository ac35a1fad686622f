import { Hono } from 'hono';
import { z } from 'zod';
import type { TenantEnv } from '../env.js';
import { ManagementError } from '../errors.js';
import { requireScope } from '../management/authorize.js';
import { offsetPage } from '../management/paging.js';
import { parsePath } from '../management/validation.js';
import { randomId } from '../random.js';
import type { TenantState } from '../state.js';
import type { AuthenticationMethod, Person } from '../users/user.js';
import { inexistentUser } from './users.js';

/**
 * A user's second factors and passkeys:
 * https://auth0.com/docs/secure/multi-factor-authentication/manage-mfa-auth0-apis
 */
export function authenticationMethodRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();
  const path = '/users/:id/authentication-methods';
  const reads = requireScope(tenant, 'read:authentication_methods');
  const deletes = requireScope(tenant, 'delete:authentication_methods');

  app.get(path, reads, (c) => {
    const { methods } = existing(tenant, c.req.param('id'));
    return c.json(offsetPage(methods, methodRow, 'authenticators', c.req.query()));
  });

  app.get(`${path}/:method_id`, reads, (c) => {
    const { methods } = existing(tenant, c.req.param('id'));
    const found = methods.find(({ id }) => id === c.req.param('method_id'));
    if (!found) throw new ManagementError(404, 'The authentication method could not be found.');
    return c.json(methodRow(found));
  });

  app.delete(path, deletes, (c) => {
    const person = existing(tenant, c.req.param('id'));
    if (person.methods.some(({ type }) => type === 'passkey')) {
      throw new ManagementError(
        403,
        'Operation not permitted when the user has registered at least 1 passkey',
      );
    }
    person.methods = [];
    return c.body(null, 204);
  });

  app.delete(`${path}/:method_id`, deletes, (c) => {
    const person = existing(tenant, c.req.param('id'));
    const left = person.methods.filter(({ id }) => id !== c.req.param('method_id'));
    if (left.length === person.methods.length) {
      throw new ManagementError(404, 'The authentication method could not be found.');
    }
    person.methods = left;
    return c.body(null, 204);
  });

  // Second factors only: a passkey is a sign-in method.
  app.delete('/users/:id/authenticators', requireScope(tenant, 'delete:guardian_enrollments'), (c) => {
    const person = existing(tenant, c.req.param('id'));
    person.methods = person.methods.filter(({ type }) => type === 'passkey');
    return c.body(null, 204);
  });

  app.get('/users/:id/enrollments', requireScope(tenant, 'read:users', 'read:current_user'), (c) => {
    const { methods } = existing(tenant, c.req.param('id'));
    // Only the first confirmed one: https://auth0.com/docs/api/management/v2/users/get-enrollments
    return c.json(methods.flatMap(enrollmentRow).slice(0, 1));
  });

  // No-op: this tenant doesn't remember browsers.
  app.post(
    '/users/:id/multifactor/actions/invalidate-remember-browser',
    requireScope(tenant, 'update:users'),
    (c) => {
      existing(tenant, c.req.param('id'));
      return c.body(null, 204);
    },
  );

  app.delete('/users/:id/multifactor/:provider', requireScope(tenant, 'update:users'), (c) => {
    const { provider } = parsePath(legacy, c.req.param());
    const person = existing(tenant, c.req.param('id'));
    if (provider === 'google-authenticator')
      person.methods = person.methods.filter(({ type }) => type !== 'totp');
    return c.body(null, 204);
  });

  app.post('/users/:id/recovery-code-regeneration', requireScope(tenant, 'update:users'), (c) => {
    const { methods } = existing(tenant, c.req.param('id'));
    if (methods.every(({ type }) => type === 'passkey'))
      throw new ManagementError(404, 'Enrollment not found.');
    return c.json({
      recovery_code: randomId(18)
        .replace(/[^a-z0-9]/gi, '0')
        .toUpperCase(),
    });
  });

  return app;
}

const legacy = z.object({ provider: z.enum(['duo', 'google-authenticator']) });

function existing({ directory }: TenantState, userId: string): Person {
  const person = directory.people.get(userId);
  if (!person || !directory.users.has(userId)) throw inexistentUser();
  return person;
}

function methodRow(method: AuthenticationMethod) {
  return { ...method, confirmed: true, enrolled_at: method.created_at };
}

const enrollable: Readonly<Partial<Record<string, string>>> = {
  totp: 'authenticator',
  push: 'guardian',
  phone: 'sms',
  'webauthn-platform': 'webauthn-platform',
  'webauthn-roaming': 'webauthn-roaming',
};

function enrollmentRow({ id, type, name, phone_number, created_at, last_auth_at }: AuthenticationMethod) {
  const auth_method = enrollable[type];
  if (!auth_method) return [];
  return [
    {
      id,
      status: 'confirmed',
      type,
      name,
      phone_number,
      auth_method,
      enrolled_at: created_at,
      last_auth: last_auth_at,
    },
  ];
}
