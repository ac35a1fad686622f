import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ActivityPage } from '../../src/contract/index.js';
import { defaultPolicy, parsePolicy } from '../../src/policy/index.js';
import type { ProxyOptions } from '../../backend-proxy/src/index.js';
import { createWorld, people, type World } from './support.js';

const acme = 'org_acme000000000000';
const adminOf = ({ tenant }: World, [userId, organizationId]: readonly [string, string] = people.ada) =>
  tenant.tokens.issueAccessToken({ userId, organizationId, permissions: ['manage:members'] });

async function read(world: World, query = '', token?: string) {
  const { status, text } = await world.send(token ?? (await adminOf(world)), `/v1/activity${query}`);
  return { status, ...(JSON.parse(text) as ActivityPage) };
}

async function edit(world: World, userId: string, body: object) {
  const token = await adminOf(world);
  const path = `/v1/members/${encodeURIComponent(userId)}`;
  const etag = (await world.send(token, path)).headers.get('etag') ?? '';
  const { status } = await world.send(token, path, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json', 'if-match': etag },
    body: JSON.stringify(body),
  });
  assert.equal(status, 200);
}

function policyWith(change: (rules: typeof defaultPolicy.rules) => unknown[]): ProxyOptions['policy'] {
  return parsePolicy({ ...defaultPolicy, rules: change(defaultPolicy.rules) as never });
}

describe('the activity of an organization', () => {
  it('says who did what about whom and why, and names no value', async () => {
    const world = createWorld();
    await edit(world, people.mia[0], { fields: { jobTitle: 'Unseen' }, reason: 'asked by phone' });
    const { entries, next } = await read(world);
    assert.equal(next, null);
    const [{ id, at, ...entry } = { id: '', at: '' }, ...others] = entries;
    assert.equal(others.length, 0);
    assert.ok(id && Date.parse(at));
    assert.deepEqual(entry, {
      actor: { userId: people.ada[0], name: 'Ada Keller', delegated: false },
      target: { userId: people.mia[0], name: 'Mia Okafor' },
      action: 'profile.update',
      fields: ['jobTitle'],
      reason: 'asked by phone',
    });
    assert.doesNotMatch(JSON.stringify(entries), /Unseen/);
  });

  it('has the newest first, in pages that show each entry once', async () => {
    const world = createWorld();
    for (let index = 0; index < 60; index += 1) {
      await edit(world, people.mia[0], { fields: { jobTitle: `Title ${index}` }, reason: `change ${index}` });
    }
    const first = await read(world);
    const second = await read(world, `?cursor=${first.next}`);
    assert.equal(first.entries.length, 50);
    assert.equal(second.next, null);
    assert.deepEqual(
      [...first.entries, ...second.entries].map(({ reason }) => reason),
      Array.from({ length: 60 }, (_, index) => `change ${59 - index}`),
    );
  });

  it('of one member is what they did and what was done about them', async () => {
    const world = createWorld();
    await edit(world, people.mia[0], { fields: { jobTitle: 'Lead' } });
    await world.save('mia', { jobTitle: 'Boss' });
    await world.save('ben', { jobTitle: 'Nobody' });
    await edit(world, people.ada[0], { fields: { jobTitle: 'Chief' } });
    const { entries } = await read(world, `?member=${encodeURIComponent(people.mia[0])}`);
    assert.deepEqual(
      entries.map(({ actor, target }) => [actor.name, target?.name]),
      [
        ['Mia Okafor', 'Mia Okafor'],
        ['Ada Keller', 'Mia Okafor'],
      ],
    );
  });

  it('still names someone who has left', async () => {
    const world = createWorld();
    await edit(world, people.mia[0], { fields: { jobTitle: 'Lead' } });
    world.tenant.users.delete(people.mia[0]);
    assert.equal((await read(world)).entries[0]?.target?.name, 'Mia Okafor');
  });

  it('names no one to people who may not read names', async () => {
    const policy = policyWith((rules) => [
      ...rules,
      { id: 'no-names', effect: 'deny', actors: ['admin'], actions: ['read'], fields: ['name'] },
    ]);
    const world = createWorld({ ...(policy && { policy }) });
    await world.save('mia', { jobTitle: 'Lead' });
    const [entry] = (await read(world)).entries;
    assert.deepEqual([entry?.actor.name, entry?.target?.name], [null, null]);
    assert.equal(entry?.target?.userId, people.mia[0]);
  });

  it('is closed to people whom the policy does not let read it', async () => {
    const world = createWorld();
    for (const permissions of [[], ['support:members']]) {
      const token = await world.tenant.tokens.issueAccessToken({
        userId: people.mia[0],
        organizationId: acme,
        permissions,
      });
      const { status, problem } = await world.send(token, '/v1/activity');
      assert.deepEqual([status, problem.code], [403, 'operation_locked']);
    }
  });

  it('stops where the organization does, for any cursor and any person', async () => {
    const world = createWorld();
    await world.save('mia', { jobTitle: 'Lead' });
    const outsider = await adminOf(world, people.grace);
    for (const query of ['', '?cursor=1', `?member=${encodeURIComponent(people.mia[0])}`, '?member=nobody']) {
      const { status, entries } = await read(world, query, outsider);
      assert.deepEqual([status, entries], [200, []], query);
    }
  });

  it('takes no other question than it knows', async () => {
    const world = createWorld();
    for (const query of ['?cursor=x', '?cursor=-1', '?cursor=', '?limit=1', '?member=', '?organization=x']) {
      const { status, problem } = await world.send(await adminOf(world), `/v1/activity${query}`);
      assert.deepEqual([status, problem.code], [400, 'query_invalid'], query);
    }
  });
});
