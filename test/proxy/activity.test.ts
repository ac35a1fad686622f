import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ActivityPage } from '../../src/contract/index.js';
import { defaultPolicy, parsePolicy } from '../../src/policy/index.js';
import {
  createMemoryStorage,
  type ActivityLogEntry,
  type ProxyOptions,
  type Storage,
} from '../../backend-proxy/src/index.js';
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
  it('says who did what about whom, from what to what, and why', async () => {
    const world = createWorld();
    await edit(world, people.mia[0], { fields: { jobTitle: 'Lead' }, reason: 'asked by phone' });
    const { entries, next } = await read(world);
    assert.equal(next, null);
    const [{ id, at, requestId, ...entry } = { id: '', at: '', requestId: '' }, ...others] = entries;
    assert.equal(others.length, 0);
    assert.ok(id && Date.parse(at) && world.log.some((line) => line.requestId === requestId));
    const { label } = defaultPolicy.fields['jobTitle'] ?? assert.fail();
    assert.deepEqual(entry, {
      actor: { userId: people.ada[0], name: 'Ada Keller', delegated: false },
      target: { userId: people.mia[0], name: 'Mia Okafor' },
      action: 'profile.update',
      outcome: 'done',
      fields: ['jobTitle'],
      fieldLabels: { jobTitle: label },
      changes: [
        {
          field: 'jobTitle',
          label,
          from: 'Field Engineer',
          to: 'Lead',
        },
      ],
      reason: 'asked by phone',
    });
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
    for (const query of [
      '?cursor=x',
      '?cursor=-1',
      '?cursor=',
      '?limit=1',
      '?member=',
      '?organization=x',
      '?action=x',
      '?from=2026',
      '?to=yesterday',
    ]) {
      const { status, problem } = await world.send(await adminOf(world), `/v1/activity${query}`);
      assert.deepEqual([status, problem.code], [400, 'query_invalid'], query);
    }
  });
});

const post = async (world: World, path: string, body?: object, token?: string) =>
  world.send(token ?? (await adminOf(world)), path, {
    method: 'POST',
    headers: {
      'idempotency-key': crypto.randomUUID(),
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
const pathOf = (userId: string) => `/v1/members/${encodeURIComponent(userId)}`;

describe('what was refused', () => {
  it('is an entry with the reason, and without the name of someone elsewhere', async () => {
    const world = createWorld();
    const token = await world.tokenOf('mia');
    // The name of Grace is known to the proxy, from her own organization.
    await world.send(await world.tokenOf('grace'), '/v1/profile');
    assert.equal((await post(world, `${pathOf(people.grace[0])}/block`, {}, token)).status, 403);
    assert.equal((await post(world, `${pathOf(people.grace[0])}/block`, {})).status, 404);
    const { entries } = await read(world);
    assert.deepEqual(
      entries.map(({ actor, target, action, outcome, problem }) => [
        actor.userId,
        target,
        action,
        outcome,
        problem,
      ]),
      [
        [
          people.ada[0],
          { userId: people.grace[0], name: null },
          'member.block',
          'refused',
          { code: 'profile_not_found' },
        ],
        [
          people.mia[0],
          { userId: people.grace[0], name: null },
          'member.block',
          'refused',
          { code: 'operation_locked', reason: 'not-allowed' },
        ],
      ],
    );
  });

  it('is an entry for a locked field and a cool-down', async () => {
    const world = createWorld();
    const { status } = await world.save('mia', { email: 'mia@elsewhere.example' });
    assert.equal(status, 403);
    for (const expected of [202, 429])
      assert.equal((await post(world, `${pathOf(people.mia[0])}/password-reset`)).status, expected);
    const { entries } = await read(world);
    assert.deepEqual(
      entries.map(({ action, outcome, problem, fields }) => [action, outcome, problem?.code, fields]),
      [
        ['password.reset', 'refused', 'rate_limited', undefined],
        ['password.reset', 'done', undefined, undefined],
        ['profile.update', 'refused', 'field_locked', ['email']],
      ],
    );
  });

  it('is no entry if it was a mistake in the form, or only a question', async () => {
    const world = createWorld();
    await world.save('mia', { jobTitle: 'x'.repeat(10_000) });
    await post(world, `${pathOf(people.mia[0])}/block`, { reason: 7 });
    await world.send(await adminOf(world), pathOf(people.grace[0]));
    const dryRun = { invitations: [{ email: 'mia@acme.example' }], roles: [], dryRun: true };
    await post(world, '/v1/invitations', dryRun);
    assert.deepEqual((await read(world)).entries, []);
  });

  it('fills the log with no more than 100 entries of one person an hour', async () => {
    const world = createWorld();
    const token = await world.tokenOf('mia');
    for (let index = 0; index < 105; index += 1)
      await post(world, `${pathOf(people.ben[0])}/block`, {}, token);
    const first = await read(world);
    const second = await read(world, `?cursor=${first.next}`);
    assert.equal(first.entries.length + second.entries.length, 100);
    assert.equal(second.next, null);
  });
});

describe('the values in the activity', () => {
  it('of contact data are masked', async () => {
    const world = createWorld();
    await edit(world, people.mia[0], { fields: { deskPhone: '+351912345678' } });
    const { entries } = await read(world);
    assert.deepEqual(
      entries[0]?.changes?.map(({ field, to }) => [field, to]),
      [['deskPhone', '••••••78']],
    );
  });

  it('are left out for people who may not read the field', async () => {
    const policy = policyWith((rules) => [
      ...rules,
      { id: 'no-titles', effect: 'deny', actors: ['admin'], actions: ['read'], fields: ['jobTitle'] },
    ]);
    const world = createWorld({ ...(policy && { policy }) });
    await world.save('mia', { jobTitle: 'Lead' });
    const [entry] = (await read(world)).entries;
    assert.deepEqual([entry?.fields, entry?.changes], [['jobTitle'], []]);
  });

  it('of an invited address are masked for people who may not read addresses', async () => {
    const deny = [{ id: 'no-mail', effect: 'deny', actors: ['admin'], actions: ['read'], fields: ['email'] }];
    for (const [rules, shown] of [
      [[], 'nora@acme.example'],
      [deny, 'n••••••@acme.example'],
    ] as const) {
      const policy = policyWith((given) => [...given, ...rules]);
      const world = createWorld({ ...(policy && { policy }) });
      const body = { invitations: [{ email: 'nora@acme.example' }], roles: [] };
      assert.equal((await post(world, '/v1/invitations', body)).status, 200);
      const [entry] = (await read(world)).entries;
      assert.equal(entry?.invitation?.email, shown);
    }
  });
});

describe('the filters of the activity', () => {
  it('find an action, a person, and a time', async () => {
    const world = createWorld();
    await edit(world, people.mia[0], { fields: { jobTitle: 'Lead' } });
    await post(world, `${pathOf(people.ben[0])}/password-reset`);
    const actionsOf = async (query: string) => (await read(world, query)).entries.map(({ action }) => action);
    const [newest] = (await read(world)).entries;
    const at = encodeURIComponent(newest?.at ?? '');
    assert.deepEqual(await actionsOf('?action=profile.update'), ['profile.update']);
    assert.deepEqual(await actionsOf(`?member=${encodeURIComponent(people.ben[0])}`), ['password.reset']);
    assert.ok((await actionsOf(`?from=${at}`)).includes('password.reset'));
    assert.ok(!(await actionsOf(`?to=${at}`)).includes('password.reset'));
    assert.deepEqual(await actionsOf('?from=2026-11-29T00:00:00%2B02:00&to=2026-11-29T00:00:01%2B02:00'), []);
  });
});

describe('the export of the activity', () => {
  it('is JSON Lines with the filters of the list, and an entry itself', async () => {
    const world = createWorld();
    for (let index = 0; index < 60; index += 1)
      await edit(world, people.mia[0], { fields: { jobTitle: `Title ${index}` } });
    const { text, headers } = await world.send(
      await adminOf(world),
      '/v1/activity/export?format=jsonl&action=profile.update',
    );
    assert.match(headers.get('content-disposition') ?? '', /activity-\d{4}-\d\d-\d\d\.jsonl/);
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { changes: [{ to: string }] });
    assert.deepEqual(
      lines.map(({ changes }) => changes[0].to),
      Array.from({ length: 60 }, (_, index) => `Title ${59 - index}`),
    );
    assert.equal((await read(world)).entries[0]?.action, 'activity.export');
  });

  it('is CSV that no spreadsheet takes for a formula', async () => {
    const world = createWorld();
    await edit(world, people.mia[0], { fields: { jobTitle: '=1+1' }, reason: '@SUM(A1)' });
    const { text, headers } = await world.send(await adminOf(world), '/v1/activity/export?lang=de');
    assert.match(headers.get('content-type') ?? '', /^text\/csv/);
    assert.match(text, /^\ufeff?Zeit \(UTC\),Ausgeführt von,/);
    // The first entry is the export itself.
    const line = text.split('\r\n')[2] ?? '';
    assert.match(line, /,Field Engineer,'=1\+1,'@SUM\(A1\),/);
  });

  it('is closed to people who may not read the log', async () => {
    const world = createWorld();
    const { status, problem } = await world.send(await world.tokenOf('mia'), '/v1/activity/export');
    assert.deepEqual([status, problem.code], [403, 'operation_locked']);
  });

  it('shows no more than the list does', async () => {
    const policy = policyWith((rules) => [
      ...rules,
      { id: 'no-mail', effect: 'deny', actors: ['admin'], actions: ['read'], fields: ['email', 'jobTitle'] },
    ]);
    const world = createWorld({ ...(policy && { policy }) });
    await world.save('mia', { jobTitle: 'Lead of everything' });
    await post(world, '/v1/invitations', { invitations: [{ email: 'nora@acme.example' }], roles: [] });
    for (const format of ['csv', 'jsonl']) {
      const { text } = await world.send(await adminOf(world), `/v1/activity/export?format=${format}`);
      assert.match(text, /n••••••@acme\.example/);
      assert.doesNotMatch(text, /nora@|Lead of everything|Field Engineer/, format);
    }
  });

  it('takes no other question than the list does, and no other format', async () => {
    const world = createWorld();
    for (const query of ['format=xml', 'cursor=1', 'action=x', 'from=2026', 'member=', 'organization=x']) {
      const { status, problem } = await world.send(await adminOf(world), `/v1/activity/export?${query}`);
      assert.deepEqual([status, problem.code], [400, 'query_invalid'], query);
    }
  });

  const entry = (index: number): ActivityLogEntry => ({
    id: String(index),
    at: new Date(Date.UTC(2026, 10, 1) + index * 1000).toISOString(),
    requestId: 'request',
    correlationId: 'request',
    actor: { userId: people.ada[0], delegated: false },
    organizationId: acme,
    targetUserId: people.mia[0],
    action: 'member.block',
    outcome: 'done',
    actorName: 'Ada Keller',
    targetName: 'Mia Okafor',
  });
  /** More than one page of the export. */
  async function longLog(): Promise<Storage> {
    const storage = createMemoryStorage();
    for (let index = 0; index < 900; index += 1) await storage.activity.append(entry(index));
    return storage;
  }

  it('is read and written page by page, only as fast as it is taken', async () => {
    const memory = await longLog();
    const reads: (number | null)[] = [];
    const read: Storage['activity']['read'] = (organizationId, query) => {
      reads.push(query.before);
      return memory.activity.read(organizationId, query);
    };
    const world = createWorld({ storage: { ...memory, activity: { ...memory.activity, read } } });
    const query = 'format=jsonl&action=member.block';
    const response = await world.fetch(await adminOf(world), `/v1/activity/export?${query}`);
    assert.deepEqual(reads, [null]);
    const lines = (await response.text()).trimEnd().split('\n');
    assert.deepEqual(
      lines.map((line) => (JSON.parse(line) as { id: string }).id),
      Array.from({ length: 900 }, (_, index) => String(899 - index)),
    );
    assert.deepEqual(reads, [null, 400]);
  });

  it('ends for someone who is blocked while it is written, and frees its slot', async (t) => {
    const world = createWorld({ storage: await longLog() });
    const [userId] = people.ada;
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const reader = (await world.fetch(await adminOf(world), '/v1/activity/export')).body?.getReader();
      await reader?.read();
      world.tenant.users.update(userId, { blocked: true });
      // That someone may act is remembered for a few seconds.
      t.mock.timers.enable({ apis: ['Date'], now: Date.now() + 6_000 });
      await assert.rejects(async () => reader?.read(), { code: 'user_blocked' });
      assert.match(world.log.at(-1)?.cause ?? '', /^broken off: /);
      world.tenant.users.update(userId, { blocked: false });
      t.mock.timers.setTime(Date.now() + 6_000);
      t.mock.timers.reset();
    }
  });

  it('fails with a status while nothing is written, and frees its slot', async () => {
    const memory = createMemoryStorage();
    let isBroken = true;
    const read: Storage['activity']['read'] = async (organizationId, query) => {
      if (isBroken) throw new Error('no connection');
      return memory.activity.read(organizationId, query);
    };
    const world = createWorld({ storage: { ...memory, activity: { ...memory.activity, read } } });
    const token = await adminOf(world);
    for (let attempt = 0; attempt < 3; attempt += 1)
      assert.equal((await world.send(token, '/v1/activity/export')).status, 500);
    isBroken = false;
    assert.equal((await world.send(token, '/v1/activity/export')).status, 200);
  });

  it('does nothing if only the headers are asked for', async () => {
    const world = createWorld();
    const token = await adminOf(world);
    const { status, headers } = await world.send(token, '/v1/activity/export', { method: 'HEAD' });
    assert.deepEqual([status, headers.get('cache-control')], [200, 'no-store']);
    assert.deepEqual((await read(world)).entries, []);
  });
});
