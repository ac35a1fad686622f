import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  accessOf,
  checkPatch,
  checkValue,
  decide,
  normalizeValue,
  resolveField,
  resolveFields,
  type FieldValue,
} from '../../src/policy/index.js';
import { build, draftArbitrary, runsOf, situationArbitrary, valuesOf, type Draft } from './arbitraries.js';
import { storableIn, visibleIn } from './views.js';

const drafts = draftArbitrary();
const withSituation = drafts.chain((draft) => fc.tuple(fc.constant(draft), situationArbitrary(draft)));

const valueArbitrary: fc.Arbitrary<FieldValue> = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.constantFrom('R1', 'old@acme.example', '+351 (21) 555-01.00', 'аda', '<b>', ' ', '2026-02-30', null),
  fc.double(),
  fc.boolean(),
  fc.array(fc.constantFrom('R1', 'R2', 'R9'), { maxLength: 3 }),
);

function patchOf({ fields, samples }: Draft): fc.Arbitrary<Record<string, unknown>> {
  const names = [...Object.keys(fields), 'blocked', '__proto__', 'email_verified', 'hasOwnProperty'];
  const values = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom(...Object.values(samples).flatMap(({ good, stored }) => [good, stored])),
    },
    valueArbitrary,
    fc.jsonValue(),
  );
  return fc.dictionary(fc.constantFrom(...names), values, { maxKeys: 3, noNullPrototype: true });
}

describe('views and patches, of any policy', () => {
  it('agree on every field: accepted where it is editable, refused with the same reason where it is not', () => {
    const property = fc.property(withSituation, ([draft, situation]) => {
      const policy = build(draft);
      for (const [name, { attribute }] of Object.entries(policy.fields)) {
        const good = draft.samples[name]?.good ?? null;
        const view = resolveField(policy, situation, name);
        const verdict = checkPatch(policy, situation, { [name]: good });
        const refused = (refusal: object) =>
          assert.deepEqual(verdict, { ok: false, refusals: [{ field: name, ...refusal }] });
        if (view === null) refused({ code: 'field_unknown' });
        else if (!view.editable) refused({ code: 'field_locked', reason: view.reason });
        else if (view.stepUp) refused({ code: 'step_up_required' });
        else {
          const { name: stored, email } = situation.values;
          // A name that repeats the address follows it.
          const follows = attribute === 'email' && typeof stored === 'string' && stored === email;
          const change = { field: name, attribute, value: good, ...(follows && { alsoName: true }) };
          assert.deepEqual(verdict, { ok: true, changes: [change] });
        }
        // Present exactly when it is locked, so that a lock always says why.
        if (view) assert.equal(view.reason === undefined, view.editable);
      }
    });
    fc.assert(property, runsOf());
  });

  it('accept the whole form at once, and refuse all of it for one thing that is not in it', () => {
    const strange = fc.constantFrom(
      '__proto__',
      'prototype',
      'email',
      'user_metadata',
      'user_metadata.a',
      'blocked',
      '*',
      '',
    );
    const property = fc.property(withSituation, strange, ([draft, situation], extra) => {
      const policy = build(draft);
      const form = storableIn(policy, situation);
      const patch = Object.fromEntries(form.map((name) => [name, draft.samples[name]?.good]));
      const verdict = checkPatch(policy, situation, patch);
      assert.deepEqual(verdict.ok && verdict.changes.map(({ field }) => field), form);

      const hidden = Object.keys(policy.fields).filter(
        (name) => !visibleIn(policy, situation).includes(name),
      );
      for (const name of [...hidden, extra]) {
        const sent = JSON.parse(`{${JSON.stringify(name)}: "x"}`) as Record<string, unknown>;
        const own = Object.create(null) as Record<string, unknown>;
        const answer = checkPatch(policy, situation, Object.assign(own, patch, sent));
        assert.deepEqual(answer, { ok: false, refusals: [{ field: name, code: 'field_unknown' }] });
      }
    });
    fc.assert(property, runsOf());
  });

  it('let nothing through but values that fit, of fields that may be updated, to their own attribute', () => {
    const property = fc.property(
      withSituation.chain(([draft, situation]) =>
        fc.tuple(fc.constant(draft), fc.constant(situation), patchOf(draft)),
      ),
      ([draft, situation, patch]) => {
        const policy = build(draft);
        const verdict = checkPatch(policy, situation, patch);
        if (!verdict.ok) return assert.notEqual(verdict.refusals.length, 0);
        for (const { field, attribute, value } of verdict.changes) {
          assert.equal(Object.hasOwn(policy.fields, field) && Object.hasOwn(patch, field), true, field);
          assert.equal(attribute, policy.fields[field]?.attribute);
          assert.equal(decide(policy, { ...situation, field, action: 'update' }).effect, 'allow');
          assert.equal(decide(policy, { ...situation, field, action: 'read' }).effect, 'allow');
          const view = resolveField(policy, situation, field);
          assert.ok(view, field);
          assert.equal(checkValue(view, value), null);
          assert.notDeepEqual(value, view.value);
        }
      },
    );
    fc.assert(property, runsOf());
  });

  it('find the same fault with a value in the browser and in the proxy', () => {
    const property = fc.property(withSituation, valueArbitrary, ([draft, situation], value) => {
      const policy = build(draft);
      for (const name of storableIn(policy, situation)) {
        const view = resolveField(policy, situation, name);
        assert.ok(view, name);
        const violation = checkValue(view, normalizeValue(view.kind, value));
        const verdict = checkPatch(policy, situation, { [name]: value });
        const expected = violation && [{ field: name, code: 'value_invalid', violation }];
        assert.deepEqual(verdict.ok ? null : verdict.refusals, expected);
      }
    });
    fc.assert(property, runsOf());
  });

  it('show nothing of what may not be read', () => {
    const property = fc.property(withSituation, ([draft, situation]) => {
      const policy = build(draft);
      const values = valuesOf(
        Object.values(policy.fields).map(({ attribute }) => ({ attribute, value: `secret of ${attribute}` })),
      );
      const json = JSON.stringify(resolveFields(policy, { ...situation, values }));
      for (const [field, { attribute }] of Object.entries(policy.fields)) {
        const readable = accessOf(decide(policy, { ...situation, field, action: 'read' })) === 2;
        assert.equal(json.includes(`secret of ${attribute}"`), readable, field);
      }
    });
    fc.assert(property, runsOf());
  });
});
