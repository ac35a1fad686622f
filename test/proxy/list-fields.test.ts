/** Free lists, from what is stored to what is saved. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parsePolicy, type AuditEntry } from '../../backend-proxy/src/index.js';
import { createWorld, fieldOf, people } from './support.js';

const [mia] = people.mia;
const main = { group: 'main', label: { en: 'A field' } } as const;
const policy = parsePolicy({
  version: 1,
  actors: {},
  groups: { main: { label: { en: 'Main' } } },
  fields: {
    name: { attribute: 'name', kind: 'text', ...main },
    email: { attribute: 'email', kind: 'email', ...main },
    languages: {
      ...{ attribute: 'user_metadata.about.languages', kind: 'list', ...main },
      constraints: { maxItems: 3, maxLength: 20 },
    },
  },
  rules: [
    { id: 'read', effect: 'allow', actors: ['self'], actions: ['read'], fields: ['name', 'languages'] },
    { id: 'part', effect: 'allow', actors: ['self'], actions: ['read'], fields: ['email'], masked: true },
    { id: 'edit', effect: 'allow', actors: ['self'], actions: ['update'], fields: ['languages'] },
    { id: 'data', effect: 'allow', actors: ['self'], operations: ['profile.export'] },
  ],
});

function worldWith(languages: unknown) {
  const audit: AuditEntry[] = [];
  const world = createWorld({ policy, audit: (entry) => audit.push(entry) });
  world.tenant.users.update(mia, { user_metadata: { about: { languages } } });
  return { ...world, audit, stored: () => world.tenant.users.get(mia)?.user_metadata };
}

describe('a field with a free list', () => {
  it('is stored as a list of texts, without empty items and repetitions', async () => {
    const world = worldWith(['Deutsch']);
    const saved = await world.save('mia', { languages: [' Português ', '', 'Deutsch', 'Português'] });
    assert.equal(saved.status, 200, saved.text);
    assert.deepEqual(fieldOf(saved.profile, 'languages')?.value, ['Português', 'Deutsch']);
    assert.deepEqual(world.stored(), { about: { languages: ['Português', 'Deutsch'] } });
    assert.deepEqual(world.audit.at(-1)?.changes, [
      { field: 'languages', from: ['Deutsch'], to: ['Português', 'Deutsch'] },
    ]);
  });

  it('is changed by another order, and not by the same items', async () => {
    const world = worldWith(['a', 'b']);
    assert.equal((await world.save('mia', { languages: ['a', 'b', 'b'] })).status, 200);
    assert.equal(world.calls({ method: 'PATCH' }), 0);
    assert.equal((await world.save('mia', { languages: ['b', 'a'] })).status, 200);
    assert.deepEqual(world.stored(), { about: { languages: ['b', 'a'] } });
  });

  it('is removed when the last item is', async () => {
    const world = worldWith(['a']);
    assert.equal((await world.save('mia', { languages: [] })).status, 200);
    assert.deepEqual(world.stored(), { about: {} });
  });

  const refused: [unknown, string][] = [
    [['a', 'b', 'c', 'd'], 'too-many'],
    [['x'.repeat(21)], 'too-long'],
    [['a\nb'], 'format'],
    ['a', 'type'],
    [[['a']], 'type'],
    [[1], 'type'],
  ];
  for (const [languages, code] of refused) {
    it(`refuses ${JSON.stringify(languages)}`, async () => {
      const world = worldWith(['a']);
      const { status, problem } = await world.save('mia', { languages });
      assert.deepEqual([status, problem.fields?.[0]?.violation?.code], [422, code]);
      assert.deepEqual(world.stored(), { about: { languages: ['a'] } });
    });
  }

  it('is locked where something in it is no text', async () => {
    const world = worldWith(['a', { b: 1 }]);
    const { value, reason } = fieldOf((await world.read('mia')).profile, 'languages') ?? {};
    assert.deepEqual([value, reason], ['["a",{"b":1}]', 'unreadable-value']);
    assert.equal((await world.save('mia', { languages: ['a'] })).status, 403);
  });

  it('is masked where an item repeats a masked address', async () => {
    const { text, profile } = await worldWith(['a', 'mia@acme.example']).read('mia');
    assert.equal(fieldOf(profile, 'languages')?.masked, true);
    assert.doesNotMatch(text, /mia@acme/);
  });

  it('is exported as a list, and in a sentence for people', async () => {
    const world = worldWith(['Português', '=1+1']);
    const token = await world.freshTokenOf('mia');
    const { text } = await world.send(token, '/v1/profile/export');
    const { fields } = JSON.parse(text) as { fields: { name: string; value: unknown }[] };
    assert.deepEqual(fields.find(({ name }) => name === 'languages')?.value, ['Português', '=1+1']);
    const page = await world.send(token, '/v1/profile/export', { headers: { accept: 'text/html' } });
    assert.match(page.text, /Português and =1\+1/);
  });
});
