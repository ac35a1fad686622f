/** How stored values of any shape are read, shown and locked. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { checkPatch, resolveField, revealField, visibleText } from '../../src/policy/index.js';
import { fieldKinds, type FieldKind } from '../../src/policy/vocabulary.js';
import { readStored, shownAsText } from '../../src/policy/stored-value.js';
import { allowRead, connections, moment, policyWith, target } from './support.js';

const attribute = 'user_metadata.it';
const read = (kind: FieldKind, stored: unknown) => readStored(kind, { [attribute]: stored }, attribute);

describe('a stored value is read by the kind of its field', () => {
  const readable: readonly [FieldKind, stored: unknown, value: unknown][] = [
    ['boolean', 'true', true],
    ['boolean', 'False', false],
    ['number', '12', 12],
    ['number', ' -0.5 ', -0.5],
    ['text', 4711, '4711'],
    ['choice', 3, '3'],
    ['phone', 351215550100, '351215550100'],
    ['date', '1990-05-12', '1990-05-12'],
    ['date', '1990-05-12T00:00:00.000Z', '1990-05-12'],
    ['date', '1990-05-12T23:30:00+02:00', '1990-05-12'],
    ['multi-choice', 'one', ['one']],
    ['multi-choice', [3, 4], ['3', '4']],
    ['multi-choice', ['a', 'a', 'b'], ['a', 'b']],
    ['list', ['a', 'a', 3], ['a', 'a', '3']],
    ['list', 'one', ['one']],
    ['multiline', 'a\nb', 'a\nb'],
    ['time-zone', 'Pacific Standard Time', 'Pacific Standard Time'],
    ['text', '', null],
    ['number', null, null],
  ];
  for (const [kind, stored, value] of readable) {
    it(`${JSON.stringify(stored)} as ${kind}`, () => {
      assert.deepEqual(read(kind, stored), { value, isReadable: true });
    });
  }
});

describe('a stored value that does not fit the kind is shown as text', () => {
  const odd: readonly [FieldKind, stored: unknown, shown: string][] = [
    ['text', ['Xenia', 'Maria'], 'Xenia, Maria'],
    ['text', { city: 'Lisbon' }, '{"city":"Lisbon"}'],
    ['text', true, 'true'],
    ['text', '1 Test Way\nLisbon', '1 Test Way\nLisbon'],
    ['boolean', 'yes', 'yes'],
    ['boolean', 1, '1'],
    ['number', '007', '007'],
    ['number', '1,5', '1,5'],
    ['number', '12345678901234567890', '12345678901234567890'],
    ['date', '1990-02-30', '1990-02-30'],
    ['date', 'yesterday', 'yesterday'],
    ['date', 642470400000, '642470400000'],
    ['multi-choice', ['a', { b: 1 }], '["a",{"b":1}]'],
    ['multi-choice', { a: true }, '{"a":true}'],
    ['list', ['a', { b: 1 }], '["a",{"b":1}]'],
    ['list', ['a', null], '["a",null]'],
    ['list', ['a', ' '], 'a,  '],
    ['list', ['a\nb', 'c'], 'a\nb, c'],
    ['list', { a: true }, '{"a":true}'],
  ];
  for (const [kind, stored, shown] of odd) {
    it(`${JSON.stringify(stored)} as ${kind}`, () => {
      assert.deepEqual(read(kind, stored), { value: shown, isReadable: false });
    });
  }
});

const allowUpdate = {
  id: 'edit',
  effect: 'allow',
  actors: ['self'],
  actions: ['update'],
  fields: ['*'],
} as const;
const policy = policyWith(
  { ...allowRead, fields: ['jobTitle', 'name'] },
  { ...allowRead, id: 'part', fields: ['email'], masked: true },
  allowUpdate,
);
const contextOf = (values: Record<string, unknown>) => ({
  actors: ['self'],
  target: target(connections.database),
  moment,
  values,
  verification: { email: true, phoneNumber: false },
});

describe('a field whose stored value does not fit', () => {
  const context = contextOf({ 'user_metadata.job_title': { city: 'Lisbon' } });

  it('is locked with the reason', () => {
    const view = resolveField(policy, context, 'jobTitle');
    assert.equal(view?.value, '{"city":"Lisbon"}');
    assert.equal(view.editable, false);
    assert.equal(view.reason, 'unreadable-value');
    assert.equal(view.changeableBy, 'nobody');
  });

  it('rejects a patch, so that nothing unseen is overwritten', () => {
    assert.deepEqual(checkPatch(policy, context, { jobTitle: '2 New Street' }), {
      ok: false,
      refusals: [{ field: 'jobTitle', code: 'field_locked', reason: 'unreadable-value' }],
    });
  });

  it('stays masked: no part of a list of addresses is shown', () => {
    const two = contextOf({ email: ['mia@acme.example', 'mia@home.example'] });
    assert.equal(resolveField(policy, two, 'email')?.value, '••••••');
    assert.equal(visibleText(policy, two, 'email'), '••••••');
    assert.equal(revealField(policy, two, 'email'), 'mia@acme.example, mia@home.example');
  });

  it('masks a list that repeats a masked address', () => {
    const repeating = contextOf({ name: ['Mia', 'mia@acme.example'], email: 'mia@acme.example' });
    assert.equal(resolveField(policy, repeating, 'name')?.masked, true);
  });

  it('leaves an address alone that only differs in case', () => {
    const open = policyWith(allowRead, allowUpdate);
    const mixed = contextOf({ email: 'Mia@Acme.example' });
    assert.deepEqual(checkPatch(open, mixed, { email: 'mia@acme.example' }), { ok: true, changes: [] });
  });
});

it('any JSON is either readable or shown in full, for every kind', () => {
  fc.assert(
    fc.property(fc.constantFrom(...fieldKinds), fc.jsonValue(), (kind, stored) => {
      const { value, isReadable } = read(kind, stored);
      if (stored === null || stored === '') return assert.equal(value, null);
      assert.notEqual(value, null);
      if (!isReadable) assert.equal(value, shownAsText(stored));
    }),
    { numRuns: 10_000 },
  );
});
