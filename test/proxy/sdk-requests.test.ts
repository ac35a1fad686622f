/** Auth0's own SDK as a judge of the requests that the proxy makes: both are given the same task and a `fetch` that records. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ConnectionsClient } from 'auth0/connections';
import { DeviceCredentialsClient } from 'auth0/deviceCredentials';
import { GroupsClient } from 'auth0/groups';
import { JobsClient } from 'auth0/jobs';
import { OrganizationsClient } from 'auth0/organizations';
import { RolesClient } from 'auth0/roles';
import { SessionsClient } from 'auth0/sessions';
import { UserBlocksClient } from 'auth0/userBlocks';
import { UsersClient } from 'auth0/users';
import { createManagement, type Management } from '../../backend-proxy/src/management/index.js';
import { readOptions } from '../../backend-proxy/src/options.js';
import { createMemoryStorage } from '../../backend-proxy/src/storage/memory/index.js';

const domain = 'acme.eu.auth0.com';
const org = 'org_1';
const user = 'samlp|acme/idp|ann+1@acme.example';
const call = { correlationId: 'abc', deadline: Date.now() + 60_000 };

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly query: Record<string, string>;
  readonly body: unknown;
}

/** Hands out a token, and answers everything else with a list that is empty under every name. */
function recorder() {
  const sent: Sent[] = [];
  const record: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === '/oauth/token') return Response.json({ access_token: 'token', expires_in: 60_000 });
    const text = await request.text();
    sent.push({
      method: request.method,
      path: pathname,
      query: Object.fromEntries(searchParams),
      body: text === '' ? null : JSON.parse(text),
    });
    return Response.json({ statusCode: 404 }, { status: 404 });
  };
  return { sent, record };
}

async function ours(run: (management: Management) => Promise<unknown>): Promise<Sent | undefined> {
  const { sent, record } = recorder();
  const options = { domain, audience: 'https://api.example', clientId: 'id', clientSecret: 'secret' };
  await run(createManagement(readOptions({ ...options, fetch: record }), createMemoryStorage())).catch(
    () => undefined,
  );
  return sent[0];
}

interface Sdk {
  readonly users: UsersClient;
  readonly organizations: OrganizationsClient;
  readonly connections: ConnectionsClient;
  readonly sessions: SessionsClient;
  readonly roles: RolesClient;
  readonly jobs: JobsClient;
  readonly groups: GroupsClient;
  readonly userBlocks: UserBlocksClient;
  readonly deviceCredentials: DeviceCredentialsClient;
}

async function theirs(run: (sdk: Sdk) => PromiseLike<unknown>): Promise<Sent | undefined> {
  const { sent, record } = recorder();
  const options = { baseUrl: `https://${domain}/api/v2`, token: 'token', fetch: record, maxRetries: 0 };
  const sdk: Sdk = {
    users: new UsersClient(options),
    organizations: new OrganizationsClient(options),
    connections: new ConnectionsClient(options),
    sessions: new SessionsClient(options),
    roles: new RolesClient(options),
    jobs: new JobsClient(options),
    groups: new GroupsClient(options),
    userBlocks: new UserBlocksClient(options),
    deviceCredentials: new DeviceCredentialsClient(options),
  };
  await run(sdk).then(undefined, () => undefined);
  return sent[0];
}

const fifty = { page: 0, per_page: 50, include_totals: true };
const fieldsOf = (names: string) => ({ fields: names, include_fields: true });
const invitationFields =
  'id,organization_id,inviter,invitee,client_id,connection_id,roles,created_at,expires_at,user_metadata,app_metadata';
const draft = {
  email: 'new@acme.example',
  inviter: 'Ann',
  clientId: 'app',
  connectionId: null,
  roles: ['rol_1'],
  expiresInSeconds: 60,
  userMetadata: null,
  appMetadata: null,
};
const email = {
  userId: user,
  connectionName: 'acme',
  email: 'ann@acme.example',
  organizationId: org,
  clientId: null,
};

const calls: Record<
  string,
  readonly [(management: Management) => Promise<unknown>, (sdk: Sdk) => PromiseLike<unknown>]
> = {
  'users.read': [({ users }) => users.read(user, call), ({ users }) => users.get(user, {})],
  'users.update': [
    ({ users }) => users.update(user, { changes: [], values: {} }, call),
    ({ users }) => users.update(user, {}),
  ],
  'users.setBlocked': [
    ({ users }) => users.setBlocked(user, true, call),
    ({ users }) => users.update(user, { blocked: true }),
  ],
  'users.delete': [({ users }) => users.delete(user, call), ({ users }) => users.delete(user)],
  'users.organizationIds': [
    ({ users }) => users.organizationIds(user, call),
    ({ users }) => users.organizations.list(user, fifty),
  ],
  'members.effectiveRoles': [
    ({ members }) => members.effectiveRoles(org, user, call),
    ({ organizations }) => organizations.members.effectiveRoles.list(org, user, { take: 50 }),
  ],
  'groups.ofOrganization': [
    ({ groups }) => groups.ofOrganization(org, call),
    ({ organizations }) => organizations.groups.list(org, { take: 50 }),
  ],
  'groups.roles': [
    ({ groups }) => groups.roles(org, 'grp_1', call),
    ({ organizations }) => organizations.groups.roles.list(org, 'grp_1', { take: 50 }),
  ],
  'groups.members': [
    ({ groups }) => groups.members('grp_1', call),
    ({ groups }) => groups.members.get('grp_1', { take: 50 }),
  ],
  'members.remove': [
    ({ members }) => members.remove(org, user, call),
    ({ organizations }) => organizations.members.delete(org, { members: [user] }),
  ],
  'members.addRoles': [
    ({ members }) => members.addRoles(org, user, ['rol_1'], call),
    ({ organizations }) => organizations.members.roles.assign(org, user, { roles: ['rol_1'] }),
  ],
  'members.removeRoles': [
    ({ members }) => members.removeRoles(org, user, ['rol_1'], call),
    ({ organizations }) => organizations.members.roles.delete(org, user, { roles: ['rol_1'] }),
  ],
  'memberList.roster': [
    ({ memberList }) => memberList.roster(org, { cursor: 'next', limit: 20 }, call),
    ({ organizations }) =>
      organizations.members.list(org, {
        take: 20,
        from: 'next',
        fields: 'user_id,name,email,picture,roles',
      }),
  ],
  'memberList.ofRole': [
    ({ memberList }) => memberList.ofRole(org, 'rol_1', { cursor: null, limit: 20 }, call),
    ({ organizations }) => organizations.roles.members.list(org, 'rol_1', { take: 20 }),
  ],
  'memberList.search': [
    ({ memberList }) =>
      memberList.search(org, { filters: { connection: 'a "b"' }, page: 1, limit: 20, sort: 'name:1' }, call),
    ({ users }) =>
      users.list({
        q: 'organization_id:"org_1" AND identities.connection:"a \\"b\\""',
        search_engine: 'v3',
        page: 1,
        per_page: 20,
        include_totals: true,
        sort: 'name:1',
        ...fieldsOf(
          'user_id,name,email,picture,phone_number,email_verified,blocked,identities,last_login,created_at',
        ),
      }),
  ],
  'usersByEmail.holders': [
    ({ usersByEmail }) => usersByEmail.holders('ann+1@acme.example', call),
    ({ users }) => users.listUsersByEmail({ email: 'ann+1@acme.example', ...fieldsOf('user_id') }),
  ],
  'usersByEmail.ofMembers': [
    ({ usersByEmail }) => usersByEmail.ofMembers(org, ['ann@acme.example'], call),
    ({ users }) =>
      users.list({
        q: 'organization_id:"org_1" AND (email:"ann@acme.example")',
        search_engine: 'v3',
        ...fieldsOf('user_id,email,identities'),
      }),
  ],
  'usersById.members': [
    ({ usersById }) => usersById.members(org, [user], call),
    ({ users }) => users.list({ q: `organization_id:"org_1" AND (user_id:"${user}")`, search_engine: 'v3' }),
  ],
  'connections.enabledFor': [
    ({ connections }) => connections.enabledFor(org, call),
    ({ organizations }) => organizations.enabledConnections.list(org, fifty),
  ],
  'connections.read': [
    ({ connections }) => connections.read('con_1', call),
    ({ connections }) => connections.get('con_1', fieldsOf('id,name,strategy,display_name,options')),
  ],
  'connections.directoryOwned': [
    ({ connections }) => connections.directoryOwned({ connectionId: 'con_1', strategy: 'samlp' }, call),
    ({ connections }) => connections.scimConfiguration.get('con_1'),
  ],
  'connections.directoryOwned of Google Workspace': [
    ({ connections }) => connections.directoryOwned({ connectionId: 'con_1', strategy: 'google-apps' }, call),
    ({ connections }) => connections.directoryProvisioning.get('con_1'),
  ],
  'sessions.list': [
    ({ sessions }) => sessions.list(user, call),
    ({ users }) => users.sessions.list(user, { take: 50 }),
  ],
  'sessions.revoke': [
    ({ sessions }) => sessions.revoke('ses_1', call),
    ({ sessions }) => sessions.revoke('ses_1'),
  ],
  'sessions.revokeAll': [
    ({ sessions }) => sessions.revokeAll(user, call),
    ({ users }) => users.revokeAccess(user, {}),
  ],
  'refreshTokens.revokeAll': [
    ({ refreshTokens }) => refreshTokens.revokeAll(user, call),
    ({ deviceCredentials }) =>
      deviceCredentials.list({ user_id: user, type: 'rotating_refresh_token', ...fifty }),
  ],
  'lockouts.list': [
    ({ lockouts }) => lockouts.list(user, call),
    ({ userBlocks }) => userBlocks.list(user, {}),
  ],
  'lockouts.clear': [
    ({ lockouts }) => lockouts.clear(user, call),
    ({ userBlocks }) => userBlocks.delete(user),
  ],
  'authenticators.list': [
    ({ authenticators }) => authenticators.list(user, call),
    ({ users }) => users.authenticationMethods.list(user, fifty),
  ],
  'authenticators.delete': [
    ({ authenticators }) => authenticators.delete(user, 'totp|1', call),
    ({ users }) => users.authenticationMethods.delete(user, 'totp|1'),
  ],
  'authenticators.forgetBrowsers': [
    ({ authenticators }) => authenticators.forgetBrowsers(user, call),
    ({ users }) => users.multifactor.invalidateRememberBrowser(user),
  ],
  'roles.list': [({ roles }) => roles.list(org, call), ({ roles }) => roles.list(fifty)],
  'roles.permissions': [
    ({ roles }) => roles.permissions('rol_1', call),
    ({ roles }) => roles.permissions.list('rol_1', fifty),
  ],
  'invitations.list': [
    ({ invitations }) => invitations.list(org, 0, call),
    ({ organizations }) =>
      organizations.invitations.list(org, {
        ...fifty,
        ...fieldsOf(invitationFields),
        sort: 'created_at:-1',
      }),
  ],
  'invitations.read': [
    ({ invitations }) => invitations.read(org, 'uinv_1', call),
    ({ organizations }) => organizations.invitations.get(org, 'uinv_1', fieldsOf(invitationFields)),
  ],
  'invitations.create': [
    ({ invitations }) => invitations.create(org, draft, call),
    ({ organizations }) =>
      organizations.invitations.create(org, {
        inviter: { name: 'Ann' },
        invitee: { email: 'new@acme.example' },
        client_id: 'app',
        ttl_sec: 60,
        send_invitation_email: true,
        roles: ['rol_1'],
      }),
  ],
  'invitations.delete': [
    ({ invitations }) => invitations.delete(org, 'uinv_1', call),
    ({ organizations }) => organizations.invitations.delete(org, 'uinv_1'),
  ],
  'emails.sendVerification': [
    ({ emails }) => emails.sendVerification(email, call),
    ({ jobs }) => jobs.verificationEmail.create({ user_id: user, organization_id: org }),
  ],
};

/** Defaults of the SDK for endpoints that are paged by cursor, which give no totals. */
const addedBySdk: Readonly<Record<string, string>> = {
  'memberList.ofRole': 'include_fields',
  'memberList.roster': 'include_totals',
  'sessions.list': 'include_totals',
};

describe("a request that Auth0's SDK makes as well", () => {
  for (const [name, [run, judge]] of Object.entries(calls)) {
    it(`is the same for ${name}`, async () => {
      const expected = await theirs(judge);
      assert.ok(expected);
      delete expected.query[addedBySdk[name] ?? ''];
      assert.deepEqual(await ours(run), expected);
    });
  }
});
