import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Seed } from '../../backend-proxy/dev-tenant/index.js';
import { memberQuery, splitIds } from '../../backend-proxy/src/management/member-query.js';
import type { MemberPage } from '../../src/contract/index.js';
import { searchable } from '../../src/policy/index.js';
import { crowd, crowdAdmin, crowdName } from './crowd.js';
import { createWorld, people, type World } from './support.js';

async function list(world: World, token: string, query: Record<string, string>): Promise<MemberPage> {
  const { status, text } = await world.send(token, `/v1/members?${new URLSearchParams(query).toString()}`);
  assert.equal(status, 200, text);
  return JSON.parse(text) as MemberPage;
}

/** People whose names are full of what means something in a query, and one in another organization. */
const names = [
  'Ann "Quote" O\'Neil',
  'B* Wild? ~2',
  'C(olumn):name [TO] {x}',
  'D\\Back/slash && || !',
  'E+Plus -Minus ^2 =<>',
  'AND OR NOT',
  'Ünïcode Ωmega 李小龍 🦊',
  'organization_id:"org_odd0000000000000"',
];
const odd: Seed = {
  connections: [{ id: 'con_odd', name: 'odd-users', strategy: 'auth0' }],
  roles: [{ id: 'rol_admin', name: 'Admin', permissions: ['manage:members'] }],
  organizations: [
    { id: 'org_odd0000000000000', name: 'odd', display_name: 'Odd' },
    { id: 'org_else000000000000', name: 'else', display_name: 'Else' },
  ],
  enabled_connections: [{ organization_id: 'org_odd0000000000000', connection_id: 'con_odd' }],
  users: [...names, 'Elsewhere Person'].map((name, index) => ({
    user_id: `auth0|odd${index}`,
    connection: 'odd-users',
    email: `odd${index}@odd.example`,
    name,
  })),
  memberships: [...names, 'Elsewhere Person'].map((_, index) => ({
    organization_id: index < names.length ? 'org_odd0000000000000' : 'org_else000000000000',
    user_id: `auth0|odd${index}`,
    roles: ['rol_admin'],
  })),
};

const fragment = fc.oneof(
  fc.constantFrom(...names.flatMap((name) => [name, name.slice(1, 5), name.slice(-4), ...name.split(' ')])),
  fc.constantFrom(
    '*',
    '?',
    '"',
    '\\',
    ' OR ',
    ' AND ',
    ':',
    '(',
    ')',
    '[* TO *]',
    '/.*/',
    '~',
    'odd',
    'name:',
  ),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.string({ unit: 'binary', maxLength: 4 }),
);
const typed = fc.array(fragment, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));

describe('a search for any text', () => {
  it('is understood, and finds those members alone in whom each word stands as it was typed', async () => {
    const world = createWorld({}, { seed: odd });
    const token = await world.tenant.tokens.issueAccessToken({
      userId: 'auth0|odd0',
      organizationId: 'org_odd0000000000000',
    });
    const property = fc.asyncProperty(
      typed.filter((text) => !/\p{Cs}/u.test(text) && text.length <= 200 && text.trim() !== ''),
      async (search) => {
        const { members } = await list(world, token, { search });
        const terms = searchable(search).trim().split(/\s+/).filter(Boolean).slice(0, 5);
        const expected = names.filter((name, index) =>
          terms.every((word) =>
            [name, `odd${index}@odd.example`].some((text) =>
              [...word].length < 3
                ? text.toLowerCase().startsWith(word.toLowerCase())
                : text.toLowerCase().includes(word.toLowerCase()),
            ),
          ),
        );
        const found = members.map(({ name }) => name ?? '');
        assert.deepEqual(found.toSorted(), expected.toSorted(), JSON.stringify(search));
      },
    );
    await fc.assert(property, { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 150) });
  });

  it('stays within what an address may hold, however long the words and the ids', () => {
    const within = ['name', 'given_name', 'family_name', 'nickname', 'email'] as const;
    const longest = fc.string({ unit: 'grapheme', minLength: 150, maxLength: 200 });
    const ids = fc.array(fc.string({ unit: 'grapheme-ascii', minLength: 20, maxLength: 255 }), {
      minLength: 50,
      maxLength: 50,
    });
    fc.assert(
      fc.property(longest, ids, (text, userIds) => {
        for (const some of splitIds(userIds)) {
          const query = memberQuery('org_1', { search: { typed: text, within }, userIds: some });
          assert.ok(encodeURIComponent(query).length < 14_000, String(encodeURIComponent(query).length));
        }
        assert.deepEqual(splitIds(userIds).flat(), userIds);
      }),
    );
    assert.deepEqual(splitIds([]), []);
    assert.equal(splitIds(Array.from({ length: 50 }, () => people.ada[0])).length, 1);
  });
});

describe('a search typed on another keyboard', () => {
  const known = [
    'Zoë Müller',
    "Sinéad O'Brien",
    'Maeve O’Hara',
    'Nguyễn Thị Ánh',
    '田中 太郎',
    'علی\u200cرضا',
  ];
  const seed: Seed = {
    ...odd,
    users: known.map((name, index) => ({
      user_id: `auth0|odd${index}`,
      connection: 'odd-users',
      email: `odd${index}@odd.example`,
      name,
    })),
    memberships: known.map((_, index) => ({
      organization_id: 'org_odd0000000000000',
      user_id: `auth0|odd${index}`,
      roles: ['rol_admin'],
    })),
  };
  const searches: [typed: string, found: number][] = [
    ['Zoë'.normalize('NFD'), 0],
    ['MÜLLER', 0],
    ['\u202dZoë\u202c', 0],
    ['Mül\u00adler', 0],
    ['Zoë\u00a0Müller', 0],
    ["O'Brien", 1],
    ['O’Brien', 1],
    ['o`brien', 1],
    ["O'Hara", 2],
    ['O‘Hara', 2],
    ['Nguyễn Thị'.normalize('NFD'), 3],
    ['田中', 4],
    ['علی\u200cرضا', 5],
    ['odd3@odd.example\u200b', 3],
  ];
  it('finds the same people', async () => {
    const world = createWorld({}, { seed });
    const token = await world.tenant.tokens.issueAccessToken({
      userId: 'auth0|odd0',
      organizationId: 'org_odd0000000000000',
    });
    for (const [search, index] of searches) {
      const { members } = await list(world, token, { search });
      assert.deepEqual(
        members.map(({ name }) => name),
        [known[index]],
        JSON.stringify(search),
      );
    }
    assert.equal((await list(world, token, { search: '\u200b' })).members.length, known.length);
  });
});

describe('pages of any size', () => {
  it('meet each member once, listed, searched, by role, and both', async () => {
    const world = createWorld({}, { seed: crowd(130) });
    const token = await crowdAdmin(world);
    const filters: readonly (readonly [filter: Record<string, string>, size: number])[] = [
      [{}, 130],
      [{ search: 'person' }, 130],
      [{ sort: '-name' }, 130],
      [{ sort: 'createdAt', search: 'crowd.example' }, 130],
      [{ role: 'rol_admin' }, 13],
      [{ role: 'rol_viewer' }, 117],
      [{ role: 'rol_viewer', search: 'person1' }, 37],
      [{ role: 'rol_viewer', search: 'Person 129' }, 1],
      [{ status: 'active', connection: 'crowd-users' }, 0],
    ];
    const limits = fc.integer({ min: 1, max: 50 });
    const property = fc.asyncProperty(fc.constantFrom(...filters), limits, async ([filter, size], limit) => {
      const listed: string[] = [];
      let cursor: string | null = null;
      do {
        const page: MemberPage = await list(world, token, {
          ...filter,
          limit: String(limit),
          ...(cursor !== null && { cursor }),
        });
        assert.ok(page.members.length <= limit);
        listed.push(...page.members.map(({ userId }) => userId));
        cursor = page.next;
      } while (cursor !== null);
      assert.equal(new Set(listed).size, listed.length, 'somebody twice');
      if (size > 0) assert.equal(listed.length, size, JSON.stringify(filter));
    });
    await fc.assert(property, { numRuns: 25 });
  });

  it('say that they are cut where the last whole page ends short of the thousandth', async () => {
    const world = createWorld({}, { seed: crowd(1_000) });
    const token = await crowdAdmin(world);
    let page = await list(world, token, { search: 'person', limit: '30' });
    let listed = page.members.length;
    while (page.next !== null) {
      page = await list(world, token, { search: 'person', limit: '30', cursor: page.next });
      listed += page.members.length;
    }
    assert.equal(listed, 990);
    assert.equal(page.truncated, true);
  });
});

describe('someone who has just been changed', () => {
  const block = async (world: World, userId: string) => {
    const answer = await world.send(
      await world.tokenOf('ada'),
      `/v1/members/${encodeURIComponent(userId)}/block`,
      { method: 'POST', headers: { 'idempotency-key': `block-${userId}` } },
    );
    assert.equal(answer.status, 200, answer.text);
  };

  it('leaves the list of those they no longer are among', async () => {
    const world = createWorld();
    const ada = await world.tokenOf('ada');
    const activeNames = async () =>
      (await list(world, ada, { status: 'active' })).members.map(({ name }) => name);
    assert.ok((await activeNames()).includes('Mia Okafor'));
    await block(world, people.mia[0]);
    assert.ok(!(await activeNames()).includes('Mia Okafor'));
    const all = (await list(world, ada, {})).members;
    assert.deepEqual(all.find(({ userId }) => userId === people.mia[0])?.status, ['blocked']);
  });

  it('who was removed does not come back while lists lag behind', async () => {
    const world = createWorld();
    const ada = await world.tokenOf('ada');
    const removed = await world.send(ada, `/v1/members/${encodeURIComponent(people.mia[0])}/deprovision`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'remove-mia' },
      body: '{"level":"remove"}',
    });
    assert.equal(removed.status, 200, removed.text);
    for (const query of [{}, { search: 'okafor' }, { status: 'active' }, { role: 'rol_member0000000000' }]) {
      const { members } = await list(world, ada, query);
      assert.ok(!members.some(({ userId }) => userId === people.mia[0]), JSON.stringify(query));
    }
  });
});

describe('the cost of a list', () => {
  it('is two calls with everything slow known, two more for who asks, and few more on the first day', async () => {
    const world = createWorld({}, { seed: crowd(400) });
    const token = await crowdAdmin(world);
    await list(world, token, {});
    const kinds = world.tenant.requests
      .list()
      .filter(({ area }) => area === 'management')
      .map(({ path }) => path.replace(/^\/api\/v2/, '').replace(encodeURIComponent('auth0|000000'), '{me}'));
    assert.deepEqual(kinds.toSorted(), [
      '/connections/con_crowd',
      `/organizations/${crowdName}/enabled_connections`,
      `/organizations/${crowdName}/members`,
      '/users',
      '/users',
      '/users/{me}',
      '/users/{me}/organizations',
    ]);
  });
});
