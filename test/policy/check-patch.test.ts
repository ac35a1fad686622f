import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkPatch, parsePolicy, resolveField, type EvaluationContext } from '../../src/policy/index.js';
import { allowRead, connections, document, moment, policyWith, target } from './support.js';

const policy = policyWith(
  {
    id: 'read',
    effect: 'allow',
    actors: ['self'],
    actions: ['read'],
    fields: ['name', 'email', 'username', 'jobTitle'],
  },
  {
    id: 'write',
    effect: 'allow',
    actors: ['self'],
    actions: ['update'],
    fields: ['name', 'jobTitle', 'username', 'costCenter'],
  },
);
const situation: EvaluationContext = {
  actors: ['self'],
  target: target(connections.database),
  moment,
  values: { name: 'Ada', email: 'ada@acme.example', 'user_metadata.job_title': 'Clerk' },
  verification: { email: true, phoneNumber: false },
};
const codes = (patch: Record<string, unknown>) => {
  const verdict = checkPatch(policy, situation, patch);
  return verdict.ok ? 'ok' : verdict.refusals.map((refusal) => `${refusal.field}: ${refusal.code}`);
};

describe('checkPatch', () => {
  it('keeps only what differs, with the attribute it is stored in', () => {
    const verdict = checkPatch(policy, situation, { name: ' Ada ', jobTitle: 'Editor' });
    assert.ok(verdict.ok);
    assert.deepEqual(verdict.changes, [
      { field: 'jobTitle', attribute: 'user_metadata.job_title', value: 'Editor' },
    ]);
  });

  it('stores a phone number as it is dialed from abroad, and shows it grouped', () => {
    const write = { ...allowRead, id: 'dial', actions: ['update'] };
    const fields = {
      phoneNumber: { attribute: 'phone_number', kind: 'phone', group: 'main', label: { en: 'Phone' } },
    };
    const phones = parsePolicy({ ...document, fields, rules: [allowRead, write] });
    const patch = (phoneNumber: string) => checkPatch(phones, situation, { phoneNumber });
    const changes = (typed: string) => {
      const verdict = patch(typed);
      return verdict.ok ? verdict.changes.map(({ value }) => value) : verdict.refusals;
    };
    assert.deepEqual(changes('+49 030 5550100'), ['+49305550100']);
    assert.deepEqual(changes('+999 123 4567'), [
      { field: 'phoneNumber', code: 'value_invalid', violation: { code: 'unknown-country-code' } },
    ]);
    const shown = (stored: string) =>
      resolveField(phones, { ...situation, values: { phone_number: stored } }, 'phoneNumber')?.formatted;
    assert.equal(shown('+49305550100'), '+49 30 5550100');
    assert.equal(shown('089 / 123456'), undefined);
  });

  it('clears by null', () => {
    const verdict = checkPatch(policy, situation, { jobTitle: null });
    assert.ok(verdict.ok);
    assert.deepEqual(verdict.changes, [
      { field: 'jobTitle', attribute: 'user_metadata.job_title', value: null },
    ]);
  });

  it('refuses the whole patch for one locked field, and names every refused one', () => {
    assert.deepEqual(codes({ name: 'Eve', email: 'eve@evil.example', jobTitle: 'x'.repeat(11), salary: 1 }), [
      'email: field_locked',
      'jobTitle: value_invalid',
      'salary: field_unknown',
    ]);
  });

  it('does not tell a hidden field from one that does not exist', () => {
    assert.deepEqual(codes({ costCenter: 'R1' }), ['costCenter: field_unknown']);
  });

  it('does not go through attributes, paths or prototypes', () => {
    const patch = JSON.parse(
      '{"__proto__":{"admin":true},"constructor":1,"user_metadata":{},"user_metadata.job_title":"x","blocked":false,"app_metadata":{"roles":["admin"]},"NAME":"x"}',
    ) as Record<string, unknown>;
    const refused = codes(patch);
    assert.equal(refused.length, 7);
    assert.ok(
      Array.isArray(refused) && refused.every((line) => line.endsWith('field_unknown')),
      String(refused),
    );
    assert.equal(({} as { admin?: boolean }).admin, undefined);
  });

  it('refuses values of another type', () => {
    for (const value of [{}, [], [1], { name: 'x' }, 1, true, [['x']]]) {
      assert.deepEqual(codes({ name: value }), ['name: value_invalid'], JSON.stringify(value));
    }
  });

  it('agrees with the view on every field', () => {
    for (const name of Object.keys(policy.fields)) {
      const view = resolveField(policy, situation, name);
      const value = name === 'costCenter' ? 'R1' : 'valid';
      const verdict = checkPatch(policy, situation, { [name]: value });
      assert.equal(verdict.ok, view?.editable ?? false, name);
    }
  });
});

describe('resolveField', () => {
  it('keeps set what Auth0 lets no one remove, and does not ask for what was never set', () => {
    assert.equal(resolveField(policy, situation, 'name')?.constraints.removable, false);
    assert.equal(
      resolveField(policy, { ...situation, values: {} }, 'name')?.constraints.removable,
      undefined,
    );
    assert.equal(resolveField(policy, situation, 'jobTitle')?.constraints.removable, undefined);
    assert.deepEqual(codes({ name: null }), ['name: value_invalid']);
  });

  it("narrows a username to the connection's own length", () => {
    assert.deepEqual(resolveField(policy, situation, 'username')?.constraints, {
      minLength: 3,
      maxLength: 20,
    });
  });

  it('keeps usernames apart from addresses and phone numbers, unless the connection does not', () => {
    const mistakable = { username: '+351215550100' };
    assert.deepEqual(codes(mistakable), ['username: value_invalid']);
    assert.deepEqual(codes({ username: 'mia@acme.example' }), ['username: value_invalid']);
    const connection = { ...situation.target.connection, usernameForms: ['phone'] as const };
    const liberal = { ...situation, target: { ...situation.target, connection } };
    assert.deepEqual(resolveField(policy, liberal, 'username')?.constraints.mayLookLike, ['phone']);
    assert.ok(checkPatch(policy, liberal, mistakable).ok);
    assert.ok(!checkPatch(policy, liberal, { username: 'mia@acme.example' }).ok);
  });

  it('does not let go of an identifier that the connection takes no one without', () => {
    const connection = { ...situation.target.connection, requiredAttributes: ['username'] as const };
    const strict = { ...situation, target: { ...situation.target, connection } };
    assert.equal(resolveField(policy, strict, 'username')?.required, true);
    const verdict = checkPatch(policy, strict, { username: null });
    assert.deepEqual(verdict, {
      ok: false,
      refusals: [{ field: 'username', code: 'value_invalid', violation: { code: 'required' } }],
    });
  });

  it('says what storing an identifier brings with it, and nothing of a locked one', () => {
    assert.deepEqual(resolveField(policy, situation, 'username')?.consequences, ['changes-sign-in']);
    assert.equal(resolveField(policy, situation, 'jobTitle')?.consequences, undefined);
    assert.equal(resolveField(policy, situation, 'email')?.consequences, undefined);
  });

  it("keeps a policy's limit where it is the narrower one", () => {
    assert.deepEqual(resolveField(policy, situation, 'jobTitle')?.constraints, { maxLength: 10 });
    assert.deepEqual(resolveField(policy, situation, 'name')?.constraints, {
      maxLength: 150,
      removable: false,
    });
  });

  it('says of an address whether it is verified, and of nothing else', () => {
    assert.equal(resolveField(policy, situation, 'email')?.verified, true);
    assert.equal(resolveField(policy, situation, 'name')?.verified, undefined);
  });

  for (const attribute of ['email', 'phone_number'] as const) {
    it(`says of an unverified ${attribute} whether it can be verified: only in a database`, () => {
      const fields = { it: { attribute, kind: 'text', group: 'main', label: { en: 'It' } } } as const;
      const shown = parsePolicy({ ...document, fields, rules: [allowRead] });
      const verification = { email: false, phoneNumber: false };
      for (const connection of Object.values(connections)) {
        const person = target({ ...connection, hasPhoneNumber: true });
        const view = resolveField(shown, { ...situation, target: person, verification }, 'it');
        assert.equal(view?.verified, false, connection.class);
        assert.equal(view.verifiable, connection.class === 'database' || undefined, connection.class);
      }
    });
  }
});
