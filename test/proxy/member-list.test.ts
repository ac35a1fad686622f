import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MemberPage, RoleList, SessionInfo } from '../../src/contract/index.js';
import { defaultPolicy } from '../../src/policy/index.js';
import { memberQuery } from '../../backend-proxy/src/management/member-query.js';
import fc from 'fast-check';
import { crowd, crowdAdmin, crowdName } from './crowd.js';
import { createOperationWorld, lio, pathOf } from './operation-world.js';
import { createWorld, type World } from './support.js';

async function get<T>(world: World, token: string, path: string) {
  const answer = await world.send(token, path);
  return { ...answer, body: JSON.parse(answer.text) as T };
}
const list = (world: World, token: string, query = '') =>
  get<MemberPage>(world, token, `/v1/members${query && `?${query}`}`);
const names = ({ body }: { body: MemberPage }) => body.members.map(({ name }) => name);

describe('the list of members', () => {
  it('tells who they are, how they sign in, their roles and their state', async () => {
    const world = createWorld();
    const { body } = await list(world, await world.tokenOf('ada'));
    assert.equal(body.total?.count, body.members.length);
    const ada = body.members.find(({ you }) => you);
    assert.deepEqual(
      [ada?.name, ada?.email, ada?.connection?.label, ada?.roles?.map(({ name }) => name), ada?.status],
      ['Ada Keller', 'ada@acme.example', 'Acme accounts', ['Admin'], []],
    );
    assert.equal(ada?.lastLogin, '2026-11-20T08:12:00.000Z');
    const ben = body.members.find(({ name }) => name === 'Ben Roth');
    assert.deepEqual(ben?.status, ['blocked']);
    assert.equal(body.next, null);
  });

  it('is closed to those who may not list, and to those without a role before anything is read', async () => {
    const world = createWorld();
    const { status, problem } = await world.send(await world.tokenOf('mia'), '/v1/members');
    assert.deepEqual([status, problem.code], [403, 'operation_locked']);
    assert.equal(world.calls(), 0);
  });

  it('shows a help desk no roles', async () => {
    const world = createWorld();
    const { body } = await list(world, await world.tokenOf('hal'));
    assert.ok(body.members.length > 3);
    assert.ok(body.members.every((member) => !('roles' in member)));
  });

  it('finds people by parts of names and addresses, ordered and filtered', async () => {
    const world = createWorld();
    const ada = await world.tokenOf('ada');
    assert.deepEqual(names(await list(world, ada, 'search=kafo')), ['Mia Okafor']);
    assert.deepEqual(names(await list(world, ada, 'search=LIO%40acme')), ['Lio Brandt']);
    assert.deepEqual(names(await list(world, ada, 'status=blocked')), ['Ben Roth']);
    assert.deepEqual(names(await list(world, ada, 'sort=-lastLogin&limit=2')), ['Ada Keller', 'Hal Moreno']);
    assert.deepEqual(names(await list(world, ada, 'connection=globex-saml')), []);
    assert.deepEqual(names(await list(world, ada, 'role=rol_admin00000000000')), ['Ada Keller']);
    const found = await list(world, ada, 'search=mia');
    assert.deepEqual(
      found.body.members[0]?.roles?.map(({ name }) => name),
      ['Member'],
    );
  });

  it('takes what is typed as text, whatever it means in a query', async () => {
    const world = createWorld();
    const ada = await world.tokenOf('ada');
    for (const search of [
      '* OR organization_id:"org_globex0000000000"',
      'a) OR (name:*',
      '"',
      'NOT x',
      '_exists_:email',
      '\\',
    ]) {
      const { status, body } = await list(world, ada, `search=${encodeURIComponent(search)}`);
      assert.equal(status, 200, search);
      assert.deepEqual(body.members, [], search);
    }
  });

  it('refuses a question it does not know', async () => {
    const world = createWorld();
    const ada = await world.tokenOf('ada');
    for (const query of [
      'q=name:a',
      'limit=51',
      'limit=0',
      'sort=password',
      'status=locked-out',
      'role=a&role=b&x=1',
    ]) {
      const { status, problem } = await world.send(ada, `/v1/members?${query}`);
      assert.deepEqual([status, problem.code], [400, 'query_invalid'], query);
    }
  });

  it('shows at once what was changed, while the tenant’s lists still show it as it was', async () => {
    const world = createWorld();
    const before = await list(world, await world.tokenOf('ada'));
    assert.ok(names(before).includes('Ada Keller'));
    await world.save('ada', { name: 'Ada Lovelace' });
    const after = names(await list(world, await world.tokenOf('ada')));
    assert.ok(after.includes('Ada Lovelace') && !after.includes('Ada Keller'));
  });

  it('neither shows nor counts whom someone has just removed', async () => {
    const world = createOperationWorld();
    const admin = await world.freshTokenOf('ada');
    const before = await list(world, admin);
    world.tenant.setLag(60_000);
    const removed = await world.post(admin, `${pathOf(lio)}/deprovision`, { level: 'remove' });
    assert.equal(removed.status, 200);
    const after = await list(world, admin);
    assert.ok(names(before).includes('Lio Brandt') && !names(after).includes('Lio Brandt'));
    assert.deepEqual(after.body.total, { count: before.body.members.length - 1, exact: true });
  });
});

describe('paging through many members', () => {
  it('meets each once, and says honestly how many there are', async () => {
    const world = createWorld({}, { seed: crowd(1_120) });
    const token = await crowdAdmin(world);
    const listed = new Set<string>();
    let cursor: string | null = null;
    do {
      const query: string = cursor === null ? '' : `cursor=${encodeURIComponent(cursor)}`;
      const { body } = await list(world, token, query);
      assert.deepEqual(body.total, { count: 1_000, exact: false });
      for (const { userId } of body.members) listed.add(userId);
      cursor = body.next;
    } while (cursor !== null);
    assert.equal(listed.size, 1_120);
  });

  it('ends a search at the thousandth, and says that it is cut', async () => {
    const world = createWorld({}, { seed: crowd(1_060) });
    const token = await crowdAdmin(world);
    let cursor: string | null = null;
    let rows = 0;
    do {
      const more: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const { body, status } = await list(world, token, `search=person${more}`);
      assert.equal(status, 200);
      assert.equal(body.truncated, true);
      rows += body.members.length;
      cursor = body.next;
    } while (cursor !== null);
    assert.equal(rows, 1_000);
  });

  it('takes no cursor of another organization, of other filters, or that was altered', async () => {
    const world = createWorld({}, { seed: crowd(120) });
    const token = await crowdAdmin(world);
    const cursor = (await list(world, token)).body.next ?? '';
    const altered = `${cursor.slice(0, -1)}${cursor.endsWith('A') ? 'B' : 'A'}`;
    const forged = `${btoa('x')}.${cursor.split('.')[1] ?? ''}`;
    for (const query of [`cursor=${altered}`, `cursor=${forged}`, 'cursor=x', `limit=10&cursor=${cursor}`]) {
      const { status, problem } = await world.send(token, `/v1/members?${query}`);
      assert.deepEqual([status, problem.code], [400, 'query_invalid'], query);
    }
    const elsewhere = createWorld();
    const { status } = await elsewhere.send(await elsewhere.tokenOf('ada'), `/v1/members?cursor=${cursor}`);
    assert.equal(status, 400);
  });

  it('costs two calls a page wherever it is, and none for a page someone is looking at', async () => {
    const world = createWorld({}, { seed: crowd(400) });
    const token = await crowdAdmin(world);
    const first = await list(world, token);
    const costOf = async (query: string) => {
      const before = world.calls();
      const { body } = await list(world, token, query);
      return { cost: world.calls() - before, next: body.next ?? '' };
    };
    assert.equal((await costOf('')).cost, 0);
    let next = first.body.next ?? '';
    for (let page = 2; page <= 8; page += 1) {
      const turned = await costOf(`cursor=${next}`);
      assert.equal(turned.cost, 2, `page ${page}`);
      next = turned.next;
    }
    assert.equal((await costOf('search=person3')).cost, 1);
  });

  it('is read once for a hundred who open the same page at once, and nothing of it is known yet', async () => {
    const world = createWorld({}, { seed: crowd(400) });
    const tokens = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        world.tenant.tokens.issueAccessToken({
          userId: `auth0|${String((index % 40) * 10).padStart(6, '0')}`,
          organizationId: crowdName,
        }),
      ),
    );
    const pages = await Promise.all(tokens.map(async (token) => (await list(world, token)).body));
    assert.ok(pages.every(({ members }) => members.length === 50));
    // The list and the search of its people; and once a minute how many there are.
    assert.equal(world.calls({ path: /\/organizations\/[^/]+\/members$/ }), 1);
    assert.equal(world.calls({ path: '/api/v2/users' }), 2);
  });

  it('is shared by a hundred who look at the same page at once', async () => {
    const world = createWorld({}, { seed: crowd(400) });
    const token = await crowdAdmin(world);
    const { body } = await list(world, token);
    const before = world.calls();
    await Promise.all(Array.from({ length: 100 }, () => list(world, token, `cursor=${body.next}`)));
    assert.equal(world.calls() - before, 2);
  });
});

describe('queries for members', () => {
  it('hold what was typed as one escaped literal, after the organization', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (search) => {
        const within = ['name', 'email'] as const;
        const query = memberQuery('org_1', { search: { typed: search, within } });
        assert.ok(query.startsWith('organization_id:"org_1"'));
        // Without what is escaped, nothing is left but the skeleton: fields, letters, wildcards, parentheses.
        const skeleton = query.replace(/\\./gsu, '');
        assert.match(
          skeleton,
          /^organization_id:"org_1"(?: AND \((?:(?:name|email):\*?[\p{L}\p{N}]*\*(?: OR )?)+\))*$/u,
        );
      }),
    );
  });
});

describe('roles to give', () => {
  it('are those that can do no more than the caller', async () => {
    const world = createWorld();
    const { body } = await get<RoleList>(world, await world.tokenOf('ada'), '/v1/roles');
    assert.deepEqual(
      body.roles.filter(({ assignable }) => assignable).map(({ name }) => name),
      ['Admin', 'Help desk', 'Member'],
    );
    const desk = await get<RoleList>(world, await world.tokenOf('hal'), '/v1/roles');
    assert.ok(desk.body.roles.every(({ assignable, reason }) => !assignable && reason !== undefined));
  });

  it('say which of them the policy preselects for invitations, by name or ID', async () => {
    const preselected = async (defaultRoles: readonly string[], name: 'ada' | 'hal') => {
      const world = createWorld({ policy: { ...defaultPolicy, invitations: { defaultRoles } } });
      const { body } = await get<RoleList>(world, await world.tokenOf(name), '/v1/roles');
      return body.roles.filter((role) => role.preselected).map((role) => role.name);
    };
    assert.deepEqual(await preselected([], 'ada'), []);
    assert.deepEqual(await preselected(['Member', 'No such role'], 'ada'), ['Member']);
    assert.deepEqual(await preselected(['rol_helpdesk00000000'], 'ada'), ['Help desk']);
    assert.deepEqual(await preselected(['Member'], 'hal'), [], 'not one that can’t be assigned');
  });
});

describe('the session', () => {
  it('says who asks, where, and what they may do', async () => {
    const world = createWorld();
    const { body } = await get<SessionInfo>(world, await world.tokenOf('ada'), '/v1/session');
    assert.equal(body.actor.name, 'Ada Keller');
    assert.deepEqual(body.organization.branding, { logoUrl: null, primaryColor: '#0b6e74' });
    assert.deepEqual(
      body.organizations.map(({ name }) => name),
      ['acme'],
    );
    const allowed = body.operations.filter((operation) => operation.allowed).map(({ name }) => name);
    assert.ok(allowed.includes('member.list') && allowed.includes('invitation.create'));
    assert.deepEqual(body.members.connections, [{ name: 'acme-users', label: 'Acme accounts' }]);
  });

  it('offers a help desk what some rule grants it, and neither deletion nor roles', async () => {
    const world = createWorld();
    const offersTo = async (token: string) =>
      (await get<SessionInfo>(world, token, '/v1/session')).body.members.offers;
    const admin = await offersTo(await world.tokenOf('ada'));
    assert.ok(admin.includes('user.delete') && admin.includes('roles.assign'));
    const desk = await offersTo(await world.tokenOf('hal'));
    assert.ok(desk.includes('password.reset'));
    assert.ok(!desk.includes('user.delete') && !desk.includes('roles.assign'));
    assert.deepEqual(await offersTo(await world.tokenOf('sam')), []);
  });

  it('names the caller’s own organizations, and gives a plain member nothing to do', async () => {
    const world = createWorld();
    const { body } = await get<SessionInfo>(world, await world.tokenOf('sam'), '/v1/session');
    assert.deepEqual(body.organizations.map(({ name }) => name).sort(), ['acme', 'globex']);
    assert.deepEqual(body.operations, []);
    assert.deepEqual(body.members.connections, []);
  });
});

describe('a member by id', () => {
  it('is told with roles, state and memberships for three calls', async () => {
    const world = createWorld();
    const ada = await world.tokenOf('ada');
    const path = '/v1/members/auth0%7Cac3e00000000000000000006';
    await world.send(ada, path);
    const before = world.calls();
    const { profile } = await world.send(ada, path);
    assert.equal(world.calls() - before, 3);
    assert.deepEqual(
      profile.member?.roles?.map(({ name }) => name),
      ['Member'],
    );
    assert.equal(profile.member?.otherOrganizations, 1);
    const operations = Object.fromEntries(profile.operations.map((each) => [each.name, each]));
    assert.equal(operations['membership.remove']?.allowed, true);
    assert.equal(operations['member.block']?.reason, 'shared-user');
    assert.equal(operations['member.unblock'], undefined);
  });
});
