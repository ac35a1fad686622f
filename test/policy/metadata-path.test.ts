import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { hasSameObjects, metadataPatch, metadataPath } from '../../src/policy/index.js';
import { valueAt } from '../../src/policy/metadata-path.js';
import type { Attribute, AttributeValues } from '../../src/policy/index.js';
import { runsOf } from './arbitraries.js';

const city = 'user_metadata.address.city';
const zip = 'user_metadata.address.zip';
const block = 'user_metadata.address.building.block';

describe('metadataPath', () => {
  it('splits an attribute into the key that Auth0 merges and the way from there', () => {
    assert.deepEqual(metadataPath(block), {
      store: 'user_metadata',
      key: 'address',
      members: ['building', 'block'],
    });
    assert.deepEqual(metadataPath('app_metadata.plan'), { store: 'app_metadata', key: 'plan', members: [] });
    assert.equal(metadataPath('email'), null);
  });
});

describe('valueAt', () => {
  const cases: [string, AttributeValues, Attribute, unknown, boolean][] = [
    ['a member', { 'user_metadata.address': { city: 'Lisbon' } }, city, 'Lisbon', true],
    ['no object yet', {}, city, undefined, true],
    ['a removed object', { 'user_metadata.address': null }, city, undefined, true],
    ['a deep member', { 'user_metadata.address': { building: { block: 'B' } } }, block, 'B', true],
    ['a text in the way', { 'user_metadata.address': 'Lisbon' }, city, undefined, false],
    ['a list in the way', { 'user_metadata.address': [{ city: 'Lisbon' }] }, city, undefined, false],
    ['a text deep in the way', { 'user_metadata.address': { building: 7 } }, block, undefined, false],
    ['an inherited name', { 'user_metadata.address': {} }, 'user_metadata.address.toString', undefined, true],
    ['a key with a dot in it', { [city]: 'Lisbon' }, city, undefined, true],
    ['a whole store that is none', { user_metadata: 'Lisbon' }, city, undefined, false],
    ['a whole store that is none', { user_metadata: ['a'] }, 'user_metadata.a', undefined, false],
  ];
  for (const [label, values, attribute, stored, isReachable] of cases) {
    it(`reads ${label} (${JSON.stringify(values)})`, () => {
      assert.deepEqual(valueAt(values, attribute), { stored, isReachable });
    });
  }
});

describe('metadataPatch', () => {
  const stored = {
    'user_metadata.address': { city: 'Porto', building: { block: 'A', door: 3 }, geo: [1, 2] },
  };

  it('sends the whole object with every other member', () => {
    assert.deepEqual(metadataPatch([{ attribute: city, value: 'Lisbon' }], stored), {
      user_metadata: { address: { city: 'Lisbon', building: { block: 'A', door: 3 }, geo: [1, 2] } },
    });
  });

  it('combines members of one object, and leaves what was read as it is', () => {
    const before = structuredClone(stored);
    const changes = [
      { attribute: city, value: 'Lisbon' },
      { attribute: zip, value: '1100' },
      { attribute: block, value: 'B' },
      { attribute: 'app_metadata.plan', value: null },
    ] as const;
    assert.deepEqual(metadataPatch(changes, stored), {
      user_metadata: {
        address: { city: 'Lisbon', building: { block: 'B', door: 3 }, geo: [1, 2], zip: '1100' },
      },
      app_metadata: { plan: null },
    });
    assert.deepEqual(stored, before);
  });

  it('removes a member, where Auth0 would store null', () => {
    assert.deepEqual(metadataPatch([{ attribute: city, value: null }], stored), {
      user_metadata: { address: { building: { block: 'A', door: 3 }, geo: [1, 2] } },
    });
  });

  it('creates the objects that are missing', () => {
    assert.deepEqual(metadataPatch([{ attribute: block, value: 'B' }], {}), {
      user_metadata: { address: { building: { block: 'B' } } },
    });
  });

  it('keeps everything else in any object, also a member named __proto__', () => {
    const object = fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 4 });
    fc.assert(
      fc.property(object, fc.constantFrom('Lisbon', null), (address, value) => {
        // As it is read from a response.
        const read = JSON.parse(
          `{"__proto__":1,${JSON.stringify(address).slice(1)}`.replace(',}', '}'),
        ) as object;
        const patch = metadataPatch([{ attribute: city, value }], { 'user_metadata.address': read });
        const written = JSON.stringify(patch.user_metadata?.['address']);
        const without = (text: string) =>
          JSON.stringify(Object.entries(JSON.parse(text) as object).filter(([key]) => key !== 'city'));
        assert.equal(without(written), without(JSON.stringify(read)));
        assert.equal((JSON.parse(written) as { city?: string }).city, value ?? undefined);
      }),
      runsOf(),
    );
  });
});

describe('hasSameObjects', () => {
  const changes = [{ attribute: city }] as const;

  it('compares the whole object of a member, and nothing else', () => {
    const before = { 'user_metadata.address': { city: 'Porto', geo: 1 }, 'user_metadata.other': 1 };
    assert.equal(hasSameObjects(changes, before, { ...before, 'user_metadata.other': 2 }), true);
    assert.equal(
      hasSameObjects(changes, before, { 'user_metadata.address': { city: 'Porto', geo: 2 } }),
      false,
    );
    assert.equal(hasSameObjects(changes, before, {}), false);
    assert.equal(hasSameObjects([{ attribute: 'user_metadata.other' }], before, {}), true);
  });
});
