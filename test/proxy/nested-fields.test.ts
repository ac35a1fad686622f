/** Fields that are members of an object in metadata, which Auth0 stores as a whole. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parsePolicy, type AuditEntry } from '../../backend-proxy/src/index.js';
import type { PolicyDocument } from '../../src/policy/index.js';
import { acme, createInvitationWorld } from './invitation-world.js';
import { createWorld, fieldOf, people, type WorldOptions } from './support.js';

const [mia] = people.mia;
const main = { group: 'main', label: { en: 'A field' } } as const;
const document = {
  version: 1,
  actors: { admin: { permissions: ['manage:members'] } },
  groups: { main: { label: { en: 'Main' } } },
  fields: {
    name: { attribute: 'name', kind: 'text', ...main },
    email: { attribute: 'email', kind: 'email', ...main },
    city: { attribute: 'user_metadata.address.city', kind: 'text', ...main, constraints: { maxLength: 20 } },
    zip: { attribute: 'user_metadata.address.zip', kind: 'text', ...main },
    block: { attribute: 'user_metadata.address.building.block', kind: 'text', ...main },
    story: { attribute: 'user_metadata.about.story', kind: 'multiline', ...main },
    seats: { attribute: 'app_metadata.plan.seats', kind: 'number', ...main },
    language: {
      ...{ attribute: 'user_metadata.settings.language', kind: 'language', ...main },
      constraints: { choices: ['de', 'en'] },
    },
  },
  rules: [
    { id: 'read', effect: 'allow', actors: ['self', 'admin'], actions: ['read'], fields: ['*'] },
    { id: 'edit', effect: 'allow', actors: ['self'], actions: ['update'], fields: ['*'] },
    { id: 'data', effect: 'allow', actors: ['self'], operations: ['profile.export'] },
    { id: 'invite', effect: 'allow', actors: ['admin'], operations: ['invitation.create', 'roles.assign'] },
  ],
} as const satisfies PolicyDocument;
const policy = parsePolicy(document);

const address = { city: 'Porto', geo: [41.1, -8.6], building: { block: 'A', door: 3 }, none: null };

function worldWith(
  user_metadata: unknown,
  more: WorldOptions & { app_metadata?: Record<string, unknown> } = {},
) {
  const audit: AuditEntry[] = [];
  const { app_metadata, ...where } = more;
  const world = createWorld({ policy, audit: (entry) => audit.push(entry) }, where);
  world.tenant.users.update(mia, {
    user_metadata: user_metadata as Record<string, unknown>,
    ...(app_metadata && { app_metadata }),
  });
  const stored = () => world.tenant.users.get(mia)?.user_metadata;
  return { ...world, audit, stored };
}

describe('a field inside of an object', () => {
  it('is read and saved, and the object keeps everything else', async () => {
    const world = worldWith({ address, other: 'thing' });
    const { profile } = await world.read('mia');
    assert.deepEqual(
      [fieldOf(profile, 'city')?.value, fieldOf(profile, 'zip')?.value, fieldOf(profile, 'block')?.value],
      ['Porto', null, 'A'],
    );
    const saved = await world.save('mia', { city: ' Lisbon ' });
    assert.equal(saved.status, 200, saved.text);
    assert.equal(fieldOf(saved.profile, 'city')?.value, 'Lisbon');
    assert.deepEqual(world.stored(), { address: { ...address, city: 'Lisbon' }, other: 'thing' });
    assert.deepEqual(world.audit.at(-1)?.changes, [{ field: 'city', from: 'Porto', to: 'Lisbon' }]);
  });

  it('is saved with others of its object in one call', async () => {
    const world = worldWith({ address });
    const saved = await world.save('mia', { city: 'Lisbon', zip: '1100', block: null, language: 'de' });
    assert.equal(saved.status, 200, saved.text);
    assert.equal(world.calls({ method: 'PATCH' }), 1);
    assert.deepEqual(world.stored(), {
      address: { ...address, city: 'Lisbon', zip: '1100', building: { door: 3 } },
      settings: { language: 'de' },
    });
  });

  it('is removed from its object, where Auth0 would store null', async () => {
    const world = worldWith({ address: { city: 'Porto' }, other: 1 });
    assert.equal((await world.save('mia', { city: null })).status, 200);
    assert.deepEqual(world.stored(), { address: {}, other: 1 });
    assert.equal((await world.save('mia', { city: '', zip: null })).status, 200);
    assert.equal(world.calls({ method: 'PATCH' }), 1);
  });

  it('can be in app_metadata', async () => {
    const world = worldWith({}, { app_metadata: { plan: { seats: 3, tier: 'gold' }, roles: ['x'] } });
    assert.equal((await world.save('mia', { seats: 4 })).status, 200);
    assert.deepEqual(world.tenant.users.get(mia)?.app_metadata, {
      plan: { seats: 4, tier: 'gold' },
      roles: ['x'],
    });
  });

  for (const parent of ['1 Test Way, Lisbon', ['Lisbon'], 7, true, false]) {
    it(`is locked where ${JSON.stringify(parent)} stands in the way, and nothing is lost`, async () => {
      const world = worldWith({ address: parent });
      const { profile } = await world.read('mia');
      const { editable, reason, value } = fieldOf(profile, 'city') ?? {};
      assert.deepEqual([editable, reason, value], [false, 'unreadable-value', null]);
      const { status, problem } = await world.save('mia', { city: 'Lisbon' });
      assert.deepEqual(
        [status, problem.code, problem.fields?.[0]?.reason],
        [403, 'field_locked', 'unreadable-value'],
      );
      assert.equal((await world.save('mia', { name: 'Mia O.' })).status, 200);
      assert.deepEqual(world.stored(), { address: parent });
    });
  }

  it('that holds an object itself is shown and locked', async () => {
    const world = worldWith({ address: { city: { name: 'Porto' } } });
    const { value, reason } = fieldOf((await world.read('mia')).profile, 'city') ?? {};
    assert.deepEqual([value, reason], ['{"name":"Porto"}', 'unreadable-value']);
  });

  it('is checked as any other', async () => {
    const world = worldWith({ address });
    const { status, problem } = await world.save('mia', { city: 'x'.repeat(21) });
    assert.deepEqual([status, problem.fields?.[0]?.violation?.code], [422, 'too-long']);
  });

  it('counts for the size of the profile', async () => {
    const world = worldWith({ about: { story: 'x'.repeat(5_000) } });
    const fits = await world.save('mia', { story: 'y'.repeat(5_100) });
    assert.equal(fits.status, 200, fits.text);
    const { status, problem } = await world.save('mia', { story: 'y'.repeat(9_999) });
    assert.deepEqual([status, problem.code, problem.fields?.[0]?.field], [422, 'profile_too_large', 'story']);
  });

  it('is exported', async () => {
    const world = worldWith({ address });
    const { text } = await world.send(await world.freshTokenOf('mia'), '/v1/profile/export');
    const { fields } = JSON.parse(text) as { fields: { name: string; value: unknown }[] };
    assert.equal(fields.find(({ name }) => name === 'city')?.value, 'Porto');
  });

  it('masks a text that repeats a hidden address', async () => {
    const masked = parsePolicy({
      ...document,
      rules: [
        { id: 'read', effect: 'allow', actors: ['self'], actions: ['read'], fields: ['city'] },
        { id: 'part', effect: 'allow', actors: ['self'], actions: ['read'], fields: ['email'], masked: true },
      ],
    });
    const world = createWorld({ policy: masked });
    world.tenant.users.update(mia, { user_metadata: { address: { city: 'mia@acme.example' } } });
    const { profile, text } = await world.read('mia');
    assert.equal(fieldOf(profile, 'city')?.masked, true);
    assert.doesNotMatch(text, /mia@acme/);
  });

  it('is what an invitation stores of the language', async () => {
    const world = await createInvitationWorld({ policy });
    const { id } = await world.invited('new@acme.example', { language: 'de' });
    const stored = await world.atTenant('GET', `/organizations/${acme}/invitations/${id}`);
    const { user_metadata } = (await stored.json()) as { user_metadata: unknown };
    assert.deepEqual(user_metadata, { settings: { language: 'de' } });
  });
});

describe('an object that another app changes', () => {
  const url = `/api/v2/users/${encodeURIComponent(mia)}`;

  it('after the form was loaded keeps what the other stored beside the field', async () => {
    const world = worldWith({ address });
    const etag = (await world.read('mia')).headers.get('etag') ?? '';
    world.tenant.users.update(mia, { user_metadata: { address: { ...address, geo: 'moved' } } });
    assert.equal((await world.save('mia', { city: 'Lisbon' }, etag)).status, 200);
    assert.deepEqual(world.stored(), { address: { ...address, geo: 'moved', city: 'Lisbon' } });
  });

  it('after the form was loaded is a conflict if a field of the form changed', async () => {
    const world = worldWith({ address });
    const etag = (await world.read('mia')).headers.get('etag') ?? '';
    world.tenant.users.update(mia, { user_metadata: { address: { ...address, zip: '1100' } } });
    const { status, problem } = await world.save('mia', { city: 'Lisbon' }, etag);
    assert.deepEqual([status, problem.code], [412, 'profile_changed']);
    assert.deepEqual(world.stored(), { address: { ...address, zip: '1100' } });
  });

  /** The tenant after the proxy has read Mia `reads` times for the save. */
  function changing(reads: number, change: () => void): NonNullable<WorldOptions['intercept']> {
    let left = Infinity;
    return async (request, callOn) => {
      const { pathname } = new URL(request.url);
      if (request.method !== 'GET' || pathname !== url) return callOn();
      const response = await callOn();
      // The first read is that of the form.
      left = left === Infinity ? reads : left - 1;
      if (left === 0) change();
      return response;
    };
  }

  it('while a save is checked is a conflict, with the profile as it is now', async () => {
    const geo = { ...address, geo: 'moved' };
    const world = worldWith(
      { address },
      { intercept: changing(1, () => world.tenant.users.update(mia, { user_metadata: { address: geo } })) },
    );
    const { status, problem } = await world.save('mia', { city: 'Lisbon' });
    assert.deepEqual([status, problem.code], [412, 'profile_changed']);
    assert.ok(problem.current);
    assert.deepEqual(world.stored(), { address: geo });
    assert.equal(world.calls({ method: 'PATCH' }), 0);
  });

  it('elsewhere while a save is checked is no conflict', async () => {
    const world = worldWith(
      { address },
      {
        intercept: changing(1, () =>
          world.tenant.users.update(mia, { user_metadata: { address, other: 'new' } }),
        ),
      },
    );
    assert.equal((await world.save('mia', { city: 'Lisbon' })).status, 200);
    assert.deepEqual(world.stored(), { address: { ...address, city: 'Lisbon' }, other: 'new' });
  });

  /** The tenant whose rate limit refuses the first write, after which another app does something. */
  function limiting(meanwhile: () => void): NonNullable<WorldOptions['intercept']> {
    let isRefused = false;
    return async (request, callOn) => {
      if (request.method !== 'PATCH' || isRefused) return callOn();
      isRefused = true;
      meanwhile();
      return Response.json({}, { status: 429, headers: { 'retry-after': '1' } });
    };
  }

  it('while a save waits for a rate limit is a conflict, and nothing is sent again', async () => {
    const geo = { ...address, geo: 'moved' };
    const world = worldWith(
      { address },
      { intercept: limiting(() => world.tenant.users.update(mia, { user_metadata: { address: geo } })) },
    );
    const { status, problem } = await world.save('mia', { city: 'Lisbon' });
    assert.deepEqual([status, problem.code], [412, 'profile_changed']);
    assert.ok(problem.current);
    assert.deepEqual(world.stored(), { address: geo });
    assert.equal(world.calls({ method: 'PATCH' }), 0);
  });

  it('elsewhere while a save waits for a rate limit is no conflict', async () => {
    const other = { address, other: 'new' };
    const world = worldWith(
      { address },
      { intercept: limiting(() => world.tenant.users.update(mia, { user_metadata: other })) },
    );
    assert.equal((await world.save('mia', { city: 'Lisbon' })).status, 200);
    assert.deepEqual(world.stored(), { address: { ...address, city: 'Lisbon' }, other: 'new' });
  });

  it('can’t be read before the write: nothing is sent', async () => {
    let reads = 0;
    const world = worldWith(
      { address },
      {
        intercept: async (request, callOn) => {
          if (request.method !== 'GET' || new URL(request.url).pathname !== url) return callOn();
          reads += 1;
          return reads > 2 ? Response.json({}, { status: 403 }) : callOn();
        },
      },
    );
    const { status, problem } = await world.save('mia', { city: 'Lisbon' });
    assert.deepEqual([status, problem.code], [502, 'upstream_refused']);
    assert.deepEqual(world.stored(), { address });
    assert.deepEqual([reads, world.calls({ method: 'PATCH' })], [3, 0]);
  });

  it('costs one read more than a save of another field', async () => {
    const world = worldWith({ address });
    const readsOf = async (fields: Record<string, unknown>) => {
      const etag = (await world.read('mia')).headers.get('etag') ?? '';
      world.tenant.requests.clear();
      assert.equal((await world.save('mia', fields, etag)).status, 200);
      return world.calls({ method: 'GET' });
    };
    const plain = await readsOf({ name: 'Mia O.' });
    assert.equal(await readsOf({ city: 'Lisbon' }), plain + 1);
  });

  it('is stored although the answer to the write was lost', async () => {
    let isLost = false;
    const world = worldWith(
      { address },
      {
        intercept: async (request, callOn) => {
          const response = await callOn();
          if (request.method !== 'PATCH' || isLost) return response;
          isLost = true;
          throw new TypeError('connection lost');
        },
      },
    );
    const { status, profile } = await world.save('mia', { city: null, zip: '1100' });
    assert.equal(status, 200);
    assert.equal(fieldOf(profile, 'zip')?.value, '1100');
  });
});
