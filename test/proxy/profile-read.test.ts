import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createWorld, fieldOf, people, type PersonName, type WorldOptions } from './support.js';

/** Per person: what each field is for them, by hand from the mission. `edit`, a lock's reason, or absent. */
const expected: Record<'mia' | 'uma' | 'grace' | 'ivy', Record<string, string>> = {
  mia: { name: 'edit', email: 'invited-address', username: 'edit', phoneNumber: 'edit', jobTitle: 'edit' },
  uma: { name: 'edit', email: 'edit', jobTitle: 'edit', timeZone: 'edit' },
  grace: {
    name: 'refreshed-at-login',
    email: 'managed-by-connection',
    username: 'absent',
    phoneNumber: 'absent',
    jobTitle: 'edit',
    language: 'edit',
  },
  ivy: { name: 'refreshed-at-login', email: 'managed-by-connection', username: 'absent', jobTitle: 'edit' },
};

describe('GET /v1/profile', () => {
  for (const [person, fields] of Object.entries(expected)) {
    it(`gives ${person} views by connection`, async () => {
      const { profile, status } = await createWorld().read(person as PersonName);
      assert.equal(status, 200);
      for (const [name, answer] of Object.entries(fields)) {
        const view = fieldOf(profile, name);
        assert.equal(view === undefined ? 'absent' : view.editable ? 'edit' : view.reason, answer, name);
      }
    });
  }

  it('says who, where and how, with the values', async () => {
    const { profile } = await createWorld().read('grace');
    assert.deepEqual(profile.person, {
      userId: 'samlp|globex-saml|grace@globex.example',
      name: 'Grace Reyes',
      picture: null,
    });
    assert.equal(profile.organization.id, people.grace[1]);
    assert.deepEqual(profile.connection, {
      class: 'enterprise',
      label: 'Globex SSO',
      attributeSync: 'each-login',
      identifiers: [],
      hasPassword: false,
    });
    assert.equal(fieldOf(profile, 'jobTitle')?.value, 'Controller');
    assert.equal(fieldOf(profile, 'email')?.verified, true);
    assert.deepEqual(
      profile.groups.map((group) => group.name),
      ['identity', 'contact', 'work'],
    );
  });

  it("never shows anything of a connection's options, such as the upstream's secret", async () => {
    const world = createWorld();
    const { text } = await world.read('grace');
    assert.doesNotMatch(text, /secret|client_id|options/i);
  });

  it('answers a known version with 304, and another one in full', async () => {
    const world = createWorld();
    const first = await world.read('mia');
    const etag = first.headers.get('etag') ?? '';
    assert.match(etag, /^"[\da-f]{32}\.[\da-z]+"$/);
    const second = await world.read('mia', { 'if-none-match': `"other", W/${etag}` });
    assert.equal(second.status, 304);
    assert.equal(second.text, '');
    world.tenant.users.update(people.mia[0], { name: 'Mia O.' });
    assert.equal((await world.read('mia', { 'if-none-match': etag })).status, 200);
  });

  it('gives two tokens of the same person the same version', async () => {
    const world = createWorld();
    const one = await world.read('mia');
    world.tenant.clock.advance(1000);
    const two = await world.read('mia');
    assert.equal(one.headers.get('etag'), two.headers.get('etag'));
  });

  it('keeps the answer out of caches and carries a request id', async () => {
    const world = createWorld();
    const { headers } = await world.read('mia');
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.match(headers.get('vary') ?? '', /authorization/i);
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.equal(headers.get('x-request-id'), world.log[0]?.requestId);
  });
});

describe('the wall', () => {
  const gone: [string, (world: ReturnType<typeof createWorld>) => void][] = [
    [
      'was removed from the organization',
      ({ tenant }) => tenant.organizations.removeMember(people.mia[1], people.mia[0]),
    ],
    ['no longer exists', ({ tenant }) => tenant.users.delete(people.mia[0])],
  ];
  for (const [label, happen] of gone) {
    it(`refuses someone who ${label}, though the token is still good`, async () => {
      const world = createWorld();
      assert.equal((await world.read('mia')).status, 200);
      happen(world);
      const { status, problem } = await world.read('mia');
      assert.equal(status, 404);
      assert.deepEqual(
        { ...problem, requestId: '' },
        {
          type: 'urn:orgdesk:problem:profile_not_found',
          title: 'Profile not found',
          status: 404,
          code: 'profile_not_found',
          requestId: '',
        },
      );
    });
  }

  it('refuses a member of one organization with a token for another', async () => {
    const world = createWorld();
    const token = await world.tenant.tokens.issueAccessToken({
      userId: people.mia[0],
      organizationId: people.uma[1],
    });
    const { status, problem } = await world.send(token, '/v1/profile');
    assert.equal(status, 404);
    assert.equal(problem.code, 'profile_not_found');
  });

  it('refuses a blocked user at once', async () => {
    const { status, problem } = await createWorld().read('ben');
    assert.equal(status, 403);
    assert.equal(problem.code, 'user_blocked');
  });

  it('finds a membership beyond the first page', async () => {
    // 50 a page whatever is asked: the last of 120 organizations is on the third.
    const world = createWorld({}, { intercept: manyOrganizations(120) });
    const { status } = await world.read('mia');
    assert.equal(status, 200);
  });

  it('gives up on a membership that is on no page', async () => {
    const world = createWorld({}, { intercept: manyOrganizations(120, false) });
    assert.equal((await world.read('mia')).status, 404);
  });
});

/** Answers that the person belongs to many organizations, their own one last or not at all. */
function manyOrganizations(total: number, member = true): NonNullable<WorldOptions['intercept']> {
  const rows = Array.from({ length: total }, (_, i) => ({ id: `org_other${i}`, name: `other-${i}` }));
  if (member) rows[total - 1] = { id: people.mia[1], name: 'acme' };
  return (request, callOn) => {
    const url = new URL(request.url);
    if (!url.pathname.endsWith('/organizations')) return callOn();
    const page = Number(url.searchParams.get('page'));
    const organizations = rows.slice(page * 50, page * 50 + 50);
    return Promise.resolve(Response.json({ start: page * 50, limit: 50, total, organizations }));
  };
}
