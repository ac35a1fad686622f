import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AuditEntry } from '../../backend-proxy/src/index.js';
import { readSelection } from '../../src/client/member-selection.js';
import { createSend } from '../../src/client/send.js';
import { maxRunMembers, type MemberPage, type SelectionLine } from '../../src/contract/index.js';
import { defaultPolicy, parsePolicy } from '../../src/policy/index.js';
import { crowd, crowdAdmin } from './crowd.js';
import { createWorld, people, type World } from './support.js';

const path = '/v1/members/selection';
const select = async (world: World, token: string, query = '') => {
  const answer = await world.send(token, path + query);
  const lines = answer.text.split('\n').filter(Boolean);
  return { ...answer, lines: lines.map((line) => JSON.parse(line) as SelectionLine) };
};
const namesOf = (lines: readonly SelectionLine[]) => lines.map((line) => ('more' in line ? line : line.name));

describe('everyone who matches', () => {
  it('is whom the list shows, with no more than it takes to name them', async () => {
    const audit: AuditEntry[] = [];
    const world = createWorld({ audit: (entry) => audit.push(entry) });
    const ada = await world.tokenOf('ada');
    const { status, headers, lines } = await select(world, ada);
    assert.equal(status, 200);
    assert.equal(headers.get('content-type'), 'application/jsonl; charset=utf-8');
    assert.equal(headers.get('cache-control'), 'no-store');
    const { members } = JSON.parse((await world.send(ada, '/v1/members')).text) as MemberPage;
    assert.deepEqual(
      lines,
      members.map(({ userId, name, email }) => ({ userId, name, email })),
    );
    assert.deepEqual(audit, []);
  });

  it('takes the filters of the list, and no others', async () => {
    const world = createWorld();
    const ada = await world.tokenOf('ada');
    const named = async (query: string) => namesOf((await select(world, ada, query)).lines);
    assert.deepEqual(await named('?search=kafo'), ['Mia Okafor']);
    assert.deepEqual(await named('?status=blocked&sort=-name'), ['Ben Roth']);
    assert.deepEqual(await named('?role=rol_admin00000000000'), ['Ada Keller']);
    assert.deepEqual(await named('?connection=globex-saml'), []);
    for (const query of ['?limit=10', '?cursor=x', '?lang=en', '?status=gone']) {
      const { status, problem } = await world.send(ada, path + query);
      assert.deepEqual([status, problem.code], [400, 'query_invalid'], query);
    }
  });

  it('is for those who can run a bulk action, and see the list', async () => {
    const world = createWorld();
    for (const person of ['hal', 'mia'] as const) {
      const { status, problem } = await world.send(await world.tokenOf(person), path);
      assert.deepEqual([status, problem.code], [403, 'operation_locked'], person);
    }
    assert.equal((await world.send('', path)).status, 401);
    const rules = [
      ...defaultPolicy.rules,
      { effect: 'deny', id: 'no-list', actors: ['admin'], operations: ['member.list'] } as const,
    ];
    const other = createWorld({ policy: parsePolicy({ ...defaultPolicy, rules }) });
    const { status, problem } = await other.send(await other.tokenOf('ada'), path);
    assert.deepEqual([status, problem.code], [403, 'operation_locked']);
  });

  it('is no one of another organization, and no one who has just left', async () => {
    const world = createWorld();
    const grace = await world.tenant.tokens.issueAccessToken({
      userId: people.grace[0],
      organizationId: people.grace[1],
      permissions: ['manage:members'],
    });
    const here = new Set((await select(world, await world.tokenOf('ada'))).text.match(/auth0\|[^"]+/g));
    const { status, text } = await select(world, grace);
    assert.equal(status, 200);
    assert.match(text, /grace/);
    for (const userId of here) if (userId !== people.sam[0]) assert.ok(!text.includes(userId), userId);
    assert.equal((await world.fetch(grace, path, { method: 'HEAD' })).status, 200);
  });
});

describe('more than a search finds', () => {
  it('are found in the order they joined; up to a thousand by search alone', async () => {
    const world = createWorld({}, { seed: crowd(1_120) });
    const token = await crowdAdmin(world);
    const found = await select(world, token, '?search=person');
    assert.equal(new Set(namesOf(found.lines)).size, 1_120);
    world.tenant.requests.clear();
    const few = await select(world, token, '?search=person111');
    assert.equal(few.lines.length, 11);
    assert.ok(world.calls() <= 4, String(world.calls()));
  });

  it('end with the members of a bulk action, and say that there are more', async () => {
    const world = createWorld({}, { seed: crowd(maxRunMembers + 60) });
    const token = await crowdAdmin(world);
    const send = createSend('', (url) => world.fetch(token, url));
    let progress = 0;
    const options = {
      signal: new AbortController().signal,
      onProgress: (count: number) => (progress = count),
    };
    const { people: selected, hasMore } = await readSelection(send, new URLSearchParams(), options);
    assert.deepEqual([selected.length, hasMore], [maxRunMembers, true]);
    assert.equal(progress, maxRunMembers);
  });
});
