import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { createWorld, people, type World } from './support.js';
import { allRoutes, initOf, requestTo, type Route } from './walls.js';

/** A body that each route takes, of those that take one. */
const bodies: Readonly<Record<Route, Record<string, unknown>>> = {
  'PATCH /v1/profile': { fields: {}, reason: 'because' },
  'PATCH /v1/members/:userId': { fields: {}, reason: 'because' },
  'POST /v1/members/:userId/reveal': { field: 'email', reason: 'because' },
  'POST /v1/members/:userId/block': { reason: 'because' },
  'POST /v1/members/:userId/unblock': { reason: 'because' },
  'POST /v1/members/:userId/clear-lockout': { reason: 'because' },
  'POST /v1/members/:userId/mfa-reset': { reason: 'because' },
  'POST /v1/members/:userId/revoke-access': { reason: 'because' },
  'POST /v1/members/:userId/deprovision': { level: 'remove', reason: 'because' },
  'PUT /v1/members/:userId/roles': { roles: [], was: [], reason: 'because' },
  'POST /v1/invitations': { invitations: [{ email: 'new@acme.example' }], roles: [] },
  'POST /v1/bulk-runs': { operation: 'member.block', userIds: ['auth0|nobody'], reason: 'because' },
  'PATCH /v1/bulk-runs/:runId': { state: 'paused' },
};
/** What is sent with these is not looked at: all they need is in the address. */
const bodiless: readonly Route[] = [
  'POST /v1/profile/password-reset',
  'POST /v1/profile/email-verification',
  'POST /v1/members/:userId/password-reset',
  'POST /v1/members/:userId/email-verification',
  'POST /v1/invitations/:invitationId/resend',
  'POST /v1/invitations/:invitationId/link',
];

/** Auth0's names for what can be written to a user, a member, an invitation; and names every object has. */
const strangers = `
  app_metadata user_metadata blocked email_verified phone_verified verify_email verify_phone_number password connection
  client_id email phone_number username name nickname picture given_name family_name identities user_id org_id
  organization_id organization members permissions scope role_id ticket_id invitation_url inviter invitee ttl_sec
  send_invitation_email connection_id session_id preserve_refresh_tokens result_url mark_email_as_verified
  __proto__ constructor prototype toString hasOwnProperty $ne $where actor userId organizationId actorId isAdmin policy
`
  .trim()
  .split(/\s+/);

const routes = allRoutes().filter((route) => /^(?:POST|PUT|PATCH) /.test(route));
let world: World;
let token: string;

before(async () => {
  world = createWorld();
  token = await world.tenant.tokens.issueAccessToken({
    userId: people.ada[0],
    organizationId: people.ada[1],
    permissions: ['manage:members'],
  });
});

async function sendRaw(route: Route, body: BodyInit, type: string | null = 'application/json') {
  const [path, { method, headers }] = requestTo(route, { userId: encodeURIComponent(people.mia[0]) });
  const sent = new Headers(headers);
  sent.delete('content-type');
  if (type !== null) sent.set('content-type', type);
  return world.send(token, path, { ...(method !== undefined && { method }), headers: sent, body });
}

async function assertRefused(route: Route, body: BodyInit, label: string, type?: string): Promise<void> {
  world.tenant.requests.clear();
  const { status, problem, text } = await sendRaw(route, body, type);
  assert.ok(status >= 400 && status < 500, `${route} ${label}: ${status} ${text}`);
  assert.equal(problem.status, status);
  const writes = world.tenant.requests
    .list()
    .filter(({ area, method }) => area === 'management' && method !== 'GET');
  assert.deepEqual(writes, [], `${route} ${label}`);
  assert.equal(({} as { polluted?: unknown }).polluted, undefined);
}

const withEntry = (body: object, name: string, json: string) =>
  `${JSON.stringify(body).slice(0, -1)},${JSON.stringify(name)}:${json}}`;

describe('every address that is written to', () => {
  it('is tried here', () => {
    const known = [...Object.keys(bodies), ...bodiless];
    assert.deepEqual(
      routes.filter((route) => !known.includes(route)),
      [],
      'a new address needs a body to try',
    );
  });

  it('takes its own body, or has other reasons not to', async () => {
    for (const [route, body] of Object.entries(bodies)) {
      if (!routes.includes(route)) continue;
      const fresh = createWorld();
      const [path, init] = requestTo(route, { userId: encodeURIComponent(people.mia[0]) });
      const { problem } = await fresh.send(token, path, {
        ...initOf(init.method ?? '', body),
      });
      assert.notEqual(problem.code, 'body_invalid', route);
      assert.notEqual(problem.code, 'body_not_json', route);
    }
  });
});

for (const [route, body] of Object.entries(bodies)) {
  if (!routes.includes(route)) continue;
  describe(`what is sent to ${route}`, () => {
    it('is refused with any name beside its own', async () => {
      for (const name of strangers.filter((each) => !Object.hasOwn(body, each))) {
        for (const value of ['true', '{"polluted":true}', '[]', 'null']) {
          await assertRefused(route, withEntry(body, name, value), name);
        }
        await assertRefused(route, withEntry(body, `fields.${name}`, '"x"'), `fields.${name}`);
      }
    });

    it('is refused with a name given twice', async () => {
      for (const [name, value] of Object.entries(body)) {
        await assertRefused(route, withEntry(body, name, JSON.stringify(value)), name);
      }
    });

    it('is refused with a value of another shape', async () => {
      for (const name of Object.keys(body)) {
        for (const value of [
          '1e400',
          '-1',
          'true',
          'null',
          '[[]]',
          '{"$ne":null}',
          '"x"',
          `"${' '.repeat(600)}"`,
        ]) {
          // A word is what a reason is; a list of one is what it never is.
          if (name === 'reason' && value === '"x"') continue;
          if (name === 'field' && value === '"x"') continue;
          const others = Object.fromEntries(Object.entries(body).filter(([other]) => other !== name));
          const json =
            Object.keys(others).length > 0
              ? withEntry(others, name, value)
              : `{${JSON.stringify(name)}:${value}}`;
          await assertRefused(route, json, `${name}: ${value}`);
        }
        const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
        await assertRefused(route, `{${JSON.stringify(name)}:${deep}}`, `${name}, deep`);
      }
    });

    it('is refused where it is not JSON in UTF-8, or too much of it', async () => {
      const text = JSON.stringify(body);
      const long = JSON.stringify({ ...body, reason: 'x'.repeat(10_000_000) });
      await assertRefused(route, text.slice(0, -1), 'cut');
      await assertRefused(route, `${text}${text}`, 'twice');
      await assertRefused(route, `\ufeff${text}`, 'with a mark');
      await assertRefused(route, Buffer.from(text, 'utf16le'), 'in UTF-16');
      await assertRefused(route, Uint8Array.from([0x7b, 0xff, 0x7d]), 'in no encoding');
      await assertRefused(route, '[]', 'a list');
      await assertRefused(route, 'null', 'null');
      await assertRefused(route, '"x"', 'a word');
      await assertRefused(route, text, 'as text', 'text/plain');
      await assertRefused(route, text, 'as a form', 'application/x-www-form-urlencoded');
      await assertRefused(route, text, 'as a file', 'multipart/form-data; boundary=x');
      await assertRefused(route, long, '10 MB');
    });
  });
}
