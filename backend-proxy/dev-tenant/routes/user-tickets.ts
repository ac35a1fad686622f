import { Hono } from 'hono';
import { z } from 'zod';
import { connectionClass } from '../connection-class.js';
import type { TenantEnv } from '../env.js';
import { ManagementError } from '../errors.js';
import { resetUrl } from '../emails.js';
import { requireScope } from '../management/authorize.js';
import { linkOrigin } from '../management/custom-domain.js';
import { readJson } from '../management/read-json.js';
import { parseBody } from '../management/validation.js';
import type { TenantState } from '../state.js';
import type { User } from '../users/user.js';
import { inexistentUser } from './users.js';

const common = {
  result_url: z.url().optional(),
  organization_id: z.string().optional(),
  client_id: z.string().optional(),
  /** Seconds; 0 means the default of five days. */
  ttl_sec: z.int().min(0).optional(),
  includeEmailInRedirect: z.boolean().optional(),
};
const passwordChange = z.strictObject({
  ...common,
  user_id: z.string().optional(),
  connection_id: z.string().optional(),
  email: z.string().optional(),
  mark_email_as_verified: z.boolean().default(false),
});
const emailVerification = z.strictObject({ ...common, user_id: z.string() });

/** `/api/v2/tickets`: links for emails that others send, https://auth0.com/docs/api/management/v2/tickets */
export function userTicketRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();

  app.post('/tickets/password-change', requireScope(tenant, 'create:user_tickets'), async (c) => {
    const body = parseBody(passwordChange, await readJson(c));
    refuseBothTargets(body);
    const user = resetUser(tenant, body);
    const { email } = passwordUser(tenant, user);
    if (body.organization_id !== undefined) memberOf(tenant, user.user_id, body.organization_id);
    const ticket = tenant.tickets.issue(
      { kind: 'reset_password', userId: user.user_id, email, organizationId: body.organization_id },
      body.ttl_sec || undefined,
      body.mark_email_as_verified,
    );
    return c.json({ ticket: resetUrl(linkOrigin(c, tenant), ticket) }, 201);
  });

  app.post('/tickets/email-verification', requireScope(tenant, 'create:user_tickets'), async (c) => {
    const body = parseBody(emailVerification, await readJson(c));
    refuseBothTargets(body);
    const user = tenant.directory.users.get(body.user_id);
    if (!user) throw inexistentUser();
    const { email } = passwordUser(tenant, user);
    if (body.organization_id !== undefined) memberOf(tenant, user.user_id, body.organization_id);
    const ticket = tenant.tickets.issue(
      { kind: 'verify_email', userId: user.user_id, email, organizationId: body.organization_id },
      body.ttl_sec || undefined,
    );
    return c.json({ ticket: `${linkOrigin(c, tenant)}/u/email-verification?ticket=${ticket}` }, 201);
  });

  return app;
}

/** @throws the documented error if the user isn't a member */
export function memberOf({ directory }: TenantState, userId: string, organizationId: string): void {
  if (directory.membership(organizationId, userId)) return;
  const message = `The user with id ${userId} is not a member of organization with id ${organizationId}.`;
  throw new ManagementError(400, message, 'invalid_body');
}

function refuseBothTargets(body: { result_url?: string | undefined; organization_id?: string | undefined }) {
  if (body.result_url === undefined || body.organization_id === undefined) return;
  const message = 'The result_url and organization_id parameters cannot be combined.';
  throw new ManagementError(400, message, 'invalid_body');
}

/** Finds a user by ID, or by connection and email address. */
function resetUser(
  { directory }: TenantState,
  { user_id, connection_id, email }: z.infer<typeof passwordChange>,
): Readonly<User> {
  if ((user_id === undefined) === (connection_id === undefined || email === undefined)) {
    const message = 'Either user_id, or connection_id and email, must be provided.';
    throw new ManagementError(400, message, 'invalid_body');
  }
  if (user_id !== undefined) {
    const user = directory.users.get(user_id);
    if (!user) throw inexistentUser();
    return user;
  }
  const name = directory.connections.find(({ id }) => id === connection_id)?.name;
  const found = directory
    .usersIdentifiedBy(email ?? '')
    .find((user) => user.identities[0]?.connection === name && user.email === email?.toLowerCase());
  if (!found) throw inexistentUser();
  return found;
}

/** Returns a user of a database connection. */
function passwordUser({ directory }: TenantState, user: Readonly<User>): { email: string } {
  const isDatabase = connectionClass(directory.connectionOf(user)?.strategy ?? '') === 'database';
  if (isDatabase && user.email !== undefined) return { email: user.email };
  const message = "The user's main connection does not support this operation.";
  throw new ManagementError(400, message, 'operation_not_supported');
}
