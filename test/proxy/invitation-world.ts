/** What the tests of invitations share: an admin at the proxy, and a hand at the tenant past it. */
import assert from 'node:assert/strict';
import type { InvitationPage, InvitationResults, InvitationView } from '../../src/contract/index.js';
import type { ProxyOptions } from '../../backend-proxy/src/index.js';
import { createWorld, people, type Answer, type World, type WorldOptions } from './support.js';

export const acme = 'org_acme000000000000';
export const roles = {
  admin: 'rol_admin00000000000',
  helpDesk: 'rol_helpdesk00000000',
  member: 'rol_member0000000000',
} as const;

export interface InvitationWorld extends World {
  readonly token: string;
  request(method: string, path: string, body?: unknown, key?: string): Promise<Answer>;
  invite(emails: readonly string[], more?: object, key?: string): Promise<Answer>;
  /** Invites one person, and answers the invitation. */
  invited(email: string, more?: object): Promise<InvitationView>;
  list(query?: string): Promise<InvitationPage>;
  /** Calls to the Management API that write invitations. */
  writes(): number;
  /** The Management API itself, with the proxy's credentials. */
  atTenant(method: string, path: string, body?: object): Promise<Response>;
}

let keys = 0;

export async function createInvitationWorld(
  options: Partial<ProxyOptions> = {},
  more: WorldOptions & { readonly person?: readonly [string, string]; readonly permissions?: string[] } = {},
): Promise<InvitationWorld> {
  const world = createWorld(options, more);
  const [userId, organizationId] = more.person ?? people.ada;
  const permissions = more.permissions ?? ['manage:members'];
  const token = await world.tenant.tokens.issueAccessToken({ userId, organizationId, permissions });

  const request: InvitationWorld['request'] = (method, path, body, key = `key-number-${(keys += 1)}`) =>
    world.send(token, path, {
      method,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(method === 'POST' && { 'idempotency-key': key }),
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  const invite: InvitationWorld['invite'] = (emails, fields = {}, key) =>
    request(
      'POST',
      '/v1/invitations',
      { invitations: emails.map((email) => ({ email })), roles: [], ...fields },
      key,
    );

  return {
    ...world,
    token,
    request,
    invite,
    invited: async (email, fields) => {
      const [result] = resultsOf(await invite([email], fields));
      assert.ok(result?.invitation, JSON.stringify(result));
      return result.invitation;
    },
    list: async (query = '') => {
      const { status, text } = await request('GET', `/v1/invitations${query}`);
      assert.equal(status, 200, text);
      return JSON.parse(text) as InvitationPage;
    },
    writes: () =>
      world.calls({ method: 'POST', path: /\/invitations$/ }) +
      world.calls({ method: 'DELETE', path: /\/invitations\// }),
    atTenant: async (method, path, body) => {
      const { url, clients, fetch } = world.tenant;
      const json = { 'content-type': 'application/json' };
      const granted = await fetch(`${url}/oauth/token`, {
        method: 'POST',
        headers: json,
        body: JSON.stringify({
          grant_type: 'client_credentials',
          client_id: clients.proxy.clientId,
          client_secret: clients.proxy.clientSecret,
          audience: `${url}/api/v2/`,
        }),
      });
      const { access_token } = (await granted.json()) as { access_token: string };
      return fetch(`${url}/api/v2${path}`, {
        method,
        headers: { ...json, authorization: `Bearer ${access_token}` },
        ...(body && { body: JSON.stringify(body) }),
      });
    },
  };
}

export function resultsOf({ status, text }: Answer): InvitationResults['results'] {
  assert.equal(status, 200, text);
  return (JSON.parse(text) as InvitationResults).results;
}

/** Each result's code, or its outcome. */
export function outcomesOf(answer: Answer): readonly string[] {
  return resultsOf(answer).map(({ outcome, code }) => code ?? outcome);
}
