import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import type {
  BulkRun,
  InvitationPage,
  InvitationResent,
  MemberPage,
  SessionList,
} from '../../src/contract/index.js';
import { orgdesk } from '../cli/support.js';
import { complaintsAbout, document, type OpenApiDocument } from './described.js';
import { createWorld, people, type Answer } from './support.js';
import { allRoutes, publicRoutes } from './walls.js';

describe('the OpenAPI document', () => {
  it('is valid', async () => {
    const { valid, errors } = await new Validator().validate({ ...document });
    assert.ok(valid, JSON.stringify(errors));
  });

  it('describes every route there is, and none that is not', () => {
    const described = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const there = [...allRoutes(), ...publicRoutes()].map((route) => route.replace(/:(\w+)/g, '{$1}'));
    assert.deepEqual(described.sort(), there.sort());
  });

  it('gives every operation a name of its own', () => {
    const operations = Object.values(document.paths).flatMap((each) => Object.values(each));
    const names = operations.map(({ operationId }) => operationId);
    assert.equal(new Set(names).size, names.length);
  });

  it('is there without a token, with the address it is read from', async () => {
    const read = async (options: Parameters<typeof createWorld>[0], path: string) => {
      const { status, headers, text } = await createWorld(options).send(null, path);
      assert.deepEqual([status, headers.get('content-type')], [200, 'application/json']);
      return JSON.parse(text) as OpenApiDocument;
    };
    assert.deepEqual(await read({}, '/openapi.json'), document);
    const below = await read({ basePath: '/orgdesk', dpop: 'required' }, '/orgdesk/openapi.json');
    assert.deepEqual([below.servers, below.security], [[{ url: '/orgdesk' }], [{ dpop: [] }]]);
    const publicUrl = 'https://app.example.com/orgdesk';
    const behind = await read({ publicUrl, dpop: 'off' }, '/openapi.json');
    assert.deepEqual([behind.servers, behind.security], [[{ url: publicUrl }], [{ bearer: [] }]]);
  });

  it('is printed by the command', async () => {
    const { status, stdout } = await orgdesk('openapi');
    assert.deepEqual([status, JSON.parse(stdout)], [0, document]);
  });
});

describe('the responses of the proxy', () => {
  it('are those that the document describes', async () => {
    const world = createWorld();
    const [adaId, organizationId] = people.ada;
    const claims = { organizationId, 'https://orgdesk.dev/auth_time': Math.floor(Date.now() / 1000) };
    const ada = await world.tenant.tokens.issueAccessToken({ userId: adaId, ...claims });
    const mia = await world.tenant.tokens.issueAccessToken({ userId: people.mia[0], ...claims });
    const ben = `/v1/members/${encodeURIComponent(people.ben[0])}`;
    let keys = 0;
    interface Sent {
      readonly token?: string | null;
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
    const seen = new Set<string>();

    /** Sends a request as Ada, the admin, unless told otherwise. */
    async function send(
      route: string,
      status: number,
      { token = ada, body, headers = {} }: Sent = {},
    ): Promise<Answer> {
      const [method = '', path = ''] = route.split(' ');
      const answer = await world.send(token, path, {
        method,
        headers: {
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(method === 'POST' && { 'idempotency-key': `described-${(keys += 1)}` }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      assert.equal(answer.status, status, `${route}: ${answer.text}`);
      const contentType = answer.headers.get('content-type');
      const exchange = { method, path, sent: body, status, contentType, text: answer.text };
      assert.deepEqual(complaintsAbout(exchange), []);
      seen.add(`${method} ${status}`);
      return answer;
    }
    const bodyOf = <T>({ text }: Answer) => JSON.parse(text) as T;

    for (const path of ['/livez', '/readyz', '/openapi.json'])
      await send(`GET ${path}`, 200, { token: null });
    await send('GET /v1/session', 200);
    await send('GET /v1/roles', 200);

    const etag = (await send('GET /v1/profile', 200, { token: mia })).headers.get('etag') ?? '';
    await send('GET /v1/profile', 304, { token: mia, headers: { 'if-none-match': etag } });
    const patch = { token: mia, body: { fields: { jobTitle: 'Geologist' } } };
    await send('PATCH /v1/profile', 428, patch);
    const saved = await send('PATCH /v1/profile', 200, { ...patch, headers: { 'if-match': etag } });
    await send('PATCH /v1/profile', 412, { ...patch, headers: { 'if-match': etag } });
    await send('PATCH /v1/profile', 422, {
      token: mia,
      body: { fields: { shoeSize: '43' } },
      headers: { 'if-match': saved.headers.get('etag') ?? '' },
    });
    await send('POST /v1/profile/password-reset', 202, { token: mia });
    await send('POST /v1/profile/password-reset', 429, { token: mia });
    const { sessions } = bodyOf<SessionList>(await send('GET /v1/profile/sessions', 200, { token: mia }));
    for (const { id } of sessions) await send(`DELETE /v1/profile/sessions/${id}`, 204, { token: mia });
    await send('DELETE /v1/profile/sessions/none', 404, { token: mia });
    await send('GET /v1/profile/export', 200, { token: mia });
    await send('GET /v1/profile/export', 200, { token: mia, headers: { accept: 'text/html' } });
    await send('GET /v1/profile/deletion', 200, { token: mia });

    const { members } = bodyOf<MemberPage>(await send('GET /v1/members?limit=50&sort=-name', 200));
    assert.ok(members.length > 3);
    await send('GET /v1/members?limit=many', 400);
    await send('GET /v1/members/export', 200);
    await send('GET /v1/members/selection?status=active', 200);
    await send('GET /v1/members/selection?limit=10', 400);
    await send(`GET ${ben}`, 200);
    await send(`GET ${ben}`, 403, { token: mia });
    await send('GET /v1/members/auth0%7Cnobody', 404);
    await send(`GET ${ben}/security`, 200);
    await send(`GET ${ben}/sessions`, 200);
    await send(`GET ${ben}/deprovision`, 200);
    await send(`POST ${ben}/block`, 200, { body: { reason: 'On leave' } });
    await send(`POST ${ben}/unblock`, 200);
    await send(`POST ${ben}/email-verification`, 403);
    const roles = ['rol_member0000000000', 'rol_helpdesk00000000'];
    await send(`PUT ${ben}/roles`, 412, { body: { roles, was: ['rol_elsewhere'] } });
    await send(`PUT ${ben}/roles`, 200, { body: { roles, was: await rolesOf(ben) } });
    await send(`POST ${ben}/deprovision`, 400, { body: { level: 'none' } });
    await send(`POST ${ben}/deprovision`, 200, { body: { level: 'revoke-access' } });

    await send('GET /v1/invitations/options', 200);
    const invitation = { invitations: [{ email: 'noor@acme.example' }, { email: 'nonsense' }], roles: [] };
    await send('POST /v1/invitations', 200, { body: { ...invitation, dryRun: true } });
    await send('POST /v1/invitations', 200, { body: invitation });
    const { invitations } = bodyOf<InvitationPage>(await send('GET /v1/invitations', 200));
    const [{ id = '' } = {}] = invitations;
    await send(`POST /v1/invitations/${id}/link`, 403);
    const resent = bodyOf<InvitationResent>(await send(`POST /v1/invitations/${id}/resend`, 200));
    await send(`DELETE /v1/invitations/${resent.id}`, 204);
    await send(`DELETE /v1/invitations/${id}`, 404);

    const bulk = { operation: 'password.reset', userIds: [people.hal[0], people.sam[0], adaId] };
    await send('POST /v1/bulk-runs', 200, { body: { ...bulk, preview: true } });
    const run = bodyOf<BulkRun>(await send('POST /v1/bulk-runs', 202, { body: bulk }));
    const followed = await send(`GET /v1/bulk-runs/${run.id}/events`, 200);
    assert.match(followed.text, /"state":"done"/);
    await send(`GET /v1/bulk-runs/${run.id}?after=0`, 200);
    await send(`PATCH /v1/bulk-runs/${run.id}`, 200, { body: { state: 'paused' } });
    await send(`DELETE /v1/bulk-runs/${run.id}`, 204);

    const entries = await send('GET /v1/activity', 200);
    assert.match(entries.text, /"member\.block"/);
    await send('GET /v1/activity/export?format=jsonl', 200);
    await send('GET /v1/profile', 401, { token: null });
    await send('DELETE /v1/profile', 200, { token: mia });
    assert.ok(seen.size >= 18, [...seen].join());

    async function rolesOf(member: string): Promise<readonly string[]> {
      const { profile } = await world.send(ada, member);
      return profile.member?.roles?.map(({ id }) => id) ?? [];
    }
  });

  const described = { method: 'GET', path: '/v1/roles', status: 200, contentType: 'application/json' };
  const problem = { type: 'urn:x', title: 'X', status: 404, code: 'profile_not_found' };
  const missing = { ...described, status: 404, contentType: 'application/problem+json' };
  const cases = [
    ['a property that it does not name', { ...described, text: '{"roles":[],"more":1}' }],
    ['a missing property', { ...described, text: '{}' }],
    ['another value', { ...described, text: '{"roles":[{"id":1,"name":"A","description":null}]}' }],
    ['another status', { ...described, status: 418, text: '{}' }],
    ['another media type', { ...described, contentType: 'text/html', text: '' }],
    ['another problem', { ...missing, text: JSON.stringify({ ...problem, code: 'session_not_found' }) }],
    ['another route', { ...described, path: '/v1/secrets', text: '{}' }],
    [
      'another body',
      {
        ...described,
        method: 'PUT',
        path: '/v1/members/1/roles',
        sent: { roles: [] },
        text: '{"roles":[]}',
      },
    ],
  ] as const;
  for (const [name, exchange] of cases) {
    it(`would be found out by ${name}`, () => assert.equal(complaintsAbout(exchange).length, 1));
  }
  it('would not, otherwise', () => {
    assert.deepEqual(complaintsAbout({ ...described, text: '{"roles":[]}' }), []);
    assert.deepEqual(complaintsAbout({ ...missing, text: JSON.stringify(problem) }), []);
  });
});
