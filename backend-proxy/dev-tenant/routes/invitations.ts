import { Hono } from 'hono';
import { z } from 'zod';
import { connectionClass } from '../connection-class.js';
import type { Organization } from '../directory.js';
import type { TenantEnv } from '../env.js';
import { ManagementError } from '../errors.js';
import type { Invitation } from '../invitations.js';
import { sendInvitation } from '../emails.js';
import { requireScope } from '../management/authorize.js';
import { fieldFilter, pickFields } from '../management/fields.js';
import { offsetPage } from '../management/paging.js';
import { readJson } from '../management/read-json.js';
import { parseBody, parseQuery } from '../management/validation.js';
import { isRoleIn } from '../role-owner.js';
import type { TenantState } from '../state.js';
import { existingOrganization } from './organizations.js';

const json = z.record(z.string(), z.unknown());
const request = z.strictObject({
  inviter: z.strictObject({ name: z.string().min(1).max(300) }),
  invitee: z.strictObject({ email: z.email() }),
  client_id: z.string(),
  connection_id: z.string().optional(),
  app_metadata: json.optional(),
  user_metadata: json.optional(),
  ttl_sec: z.int().min(0).max(2_592_000).optional(),
  roles: z.array(z.string()).min(1).optional(),
  send_invitation_email: z.boolean().default(true),
});
const order = z.object({ sort: z.enum(['created_at:1', 'created_at:-1']).default('created_at:-1') });

/**
 * Invitations to an organization:
 * https://auth0.com/docs/manage-users/organizations/configure-organizations/send-membership-invitations
 */
export function invitationRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();
  const { invitations } = tenant;
  const reads = requireScope(tenant, 'read:organization_invitations');

  // Never includes a total: https://auth0.com/docs/api/management/v2/organizations/get-invitations
  app.get('/organizations/:id/invitations', reads, (c) => {
    const organization = existingOrganization(tenant, c.req.param('id'));
    const query = c.req.query();
    const keep = fieldFilter(query);
    const { sort } = parseQuery(order, query);
    const rows = invitations.listOf(organization.id);
    const show = (row: Invitation) => pickFields(invitationRow(tenant, organization, row), keep);
    const page = offsetPage(sort === 'created_at:1' ? rows.reverse() : rows, show, 'invitations', query);
    if (Array.isArray(page)) return c.json(page);
    const { total: _, ...rest } = page as { total: number };
    return c.json(rest);
  });

  app.get('/organizations/:id/invitations/:invitation_id', reads, (c) => {
    const organization = existingOrganization(tenant, c.req.param('id'));
    const invitation = invitations.find(organization.id, c.req.param('invitation_id'));
    if (!invitation) throw new ManagementError(404, 'The invitation does not exist.');
    return c.json(pickFields(invitationRow(tenant, organization, invitation), fieldFilter(c.req.query())));
  });

  app.post(
    '/organizations/:id/invitations',
    requireScope(tenant, 'create:organization_invitations'),
    async (c) => {
      const organization = existingOrganization(tenant, c.req.param('id'));
      const body = parseBody(request, await readJson(c));
      checkRequest(tenant, organization, body);
      const { ttl_sec, send_invitation_email, roles = [], ...rest } = body;
      const invitation = invitations.create({ ...rest, roles, organization_id: organization.id }, ttl_sec);
      const row = invitationRow(tenant, organization, invitation);
      if (send_invitation_email) sendInvitation(tenant, invitation, row.invitation_url);
      return c.json(row);
    },
  );

  app.delete(
    '/organizations/:id/invitations/:invitation_id',
    requireScope(tenant, 'delete:organization_invitations'),
    (c) => {
      const { id } = existingOrganization(tenant, c.req.param('id'));
      const invitation = invitations.find(id, c.req.param('invitation_id'));
      // An unknown ID also succeeds: no other response is documented.
      if (invitation) invitations.remove(invitation.id);
      return c.body(null, 204);
    },
  );

  return app;
}

function checkRequest(
  { directory, loginUri, clients }: TenantState,
  organization: Organization,
  { client_id, connection_id, roles = [] }: z.output<typeof request>,
): void {
  const client = clients.get(client_id);
  if (!client) throw refused('The specified client_id does not exist.');
  if (client.organization_usage === 'deny') {
    throw refused('The specified client_id does not allow organizations.');
  }
  if (loginUri === null && client.initiate_login_uri === undefined) {
    throw refused(
      'A default login route is required to generate the invitation url. For more information, see https://auth0.com/docs/universal-login/configure-default-login-routes',
    );
  }
  const unknown = roles.filter(
    (id) => !directory.roles.some((role) => role.id === id && isRoleIn(role, organization.id)),
  );
  if (unknown.length > 0) {
    throw refused(`One or more of the specified roles do not exist: ${unknown.join(', ')}`);
  }
  if (connection_id === undefined) return;
  const connection = directory.connections.find(({ id }) => id === connection_id);
  if (!connection) throw refused('The specified connection does not exist.');
  if (!directory.enabledConnection(organization.id, connection.name)) {
    throw refused(`The specified connection (${connection_id}) is not enabled for the organization`);
  }
  if (connectionClass(connection.strategy) === 'passwordless') {
    throw refused('Passwordless connections are not supported.');
  }
}

const refused = (message: string) => new ManagementError(400, message, 'invalid_body');

function invitationRow(
  { loginUri, clients }: TenantState,
  organization: Organization,
  invitation: Invitation,
) {
  const { roles, ...row } = invitation;
  const route = clients.get(invitation.client_id)?.initiate_login_uri ?? loginUri;
  const url = new URL(route ?? 'https://no-login-route.example');
  url.searchParams.set('invitation', invitation.ticket_id);
  url.searchParams.set('organization', organization.id);
  url.searchParams.set('organization_name', organization.name);
  return { ...row, ...(roles.length > 0 && { roles }), invitation_url: url.toString() };
}
