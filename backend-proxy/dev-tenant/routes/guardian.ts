import { Hono } from 'hono';
import { z } from 'zod';
import type { TenantEnv } from '../env.js';
import { ManagementError } from '../errors.js';
import { requireScope } from '../management/authorize.js';
import { readJson } from '../management/read-json.js';
import { parseBody } from '../management/validation.js';
import { randomId } from '../random.js';
import type { TenantState } from '../state.js';

const request = z.strictObject({
  user_id: z.string(),
  email: z.email().optional(),
  send_mail: z.boolean().default(false),
  email_locale: z.string().optional(),
  factor: z
    .enum(['push-notification', 'phone', 'email', 'otp', 'webauthn-roaming', 'webauthn-platform'])
    .optional(),
  allow_multiple_enrollments: z.boolean().optional(),
});

/** The older endpoints for second factors: https://auth0.com/docs/api/management/v2/guardian */
export function guardianRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();

  app.get('/guardian/enrollments/:id', requireScope(tenant, 'read:guardian_enrollments'), (c) => {
    const { method } = existingEnrollment(tenant, c.req.param('id'));
    const { id, phone_number, created_at, last_auth_at } = method;
    return c.json({
      id,
      status: 'confirmed',
      phone_number,
      enrolled_at: created_at,
      last_auth: last_auth_at,
    });
  });

  app.delete('/guardian/enrollments/:id', requireScope(tenant, 'delete:guardian_enrollments'), (c) => {
    const { person, method } = existingEnrollment(tenant, c.req.param('id'));
    person.methods = person.methods.filter((each) => each !== method);
    return c.body(null, 204);
  });

  // The link is returned but leads nowhere: this tenant never asks for a second factor.
  app.post(
    '/guardian/enrollments/ticket',
    requireScope(tenant, 'create:guardian_enrollment_tickets'),
    async (c) => {
      const { user_id, email, send_mail } = parseBody(request, await readJson(c));
      const user = tenant.directory.users.get(user_id);
      if (!user) throw new ManagementError(404, 'User not found');
      const ticket_id = randomId(18);
      const ticket_url = `${tenant.url}/u/enrollment?ticket=${ticket_id}`;
      const to = email ?? user.email;
      if (send_mail && to !== undefined) {
        tenant.outbox.send({
          kind: 'enrollment_email',
          to,
          user_id,
          subject: 'Set up a second factor',
          url: ticket_url,
          sent_at: tenant.clock.timestamp(),
        });
      }
      return c.json({ ticket_id, ticket_url });
    },
  );

  return app;
}

/** Returning 404 for an unknown enrollment is an assumption: nothing is documented. */
function existingEnrollment({ directory }: TenantState, id: string) {
  for (const person of directory.people.withMethods()) {
    const method = person.methods.find((each) => each.id === id && each.type !== 'passkey');
    if (method && directory.users.has(person.user_id)) return { person, method };
  }
  throw new ManagementError(404, 'Enrollment not found.');
}
