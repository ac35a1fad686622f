import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { actorsOf, decide, parsePolicy, type PolicyDocument } from '../../src/policy/index.js';
import type { When } from '../../src/policy/schema.js';
import { connections, document, moment, policyWith, target } from './support.js';

const readAll = { id: 'read', effect: 'allow', actors: ['self'], actions: ['read'], fields: ['*'] } as const;
const updateAll = {
  id: 'update',
  effect: 'allow',
  actors: ['self'],
  actions: ['update'],
  fields: ['*'],
} as const;
const ask = {
  actors: ['self'],
  target: target(connections.database),
  moment,
  action: 'update',
  field: 'name',
} as const;

describe('decide', () => {
  it('denies what no rule allows', () => {
    assert.deepEqual(decide(policyWith(readAll), ask), {
      effect: 'deny',
      gate: 'policy',
      rule: null,
      reason: 'not-allowed',
    });
  });

  it('allows what a rule allows and names it', () => {
    assert.deepEqual(decide(policyWith(readAll, updateAll), ask), {
      effect: 'allow',
      gate: 'policy',
      rule: 'update',
    });
  });

  it('lets one denial win over every allowance, and gives its reason', () => {
    const deny = {
      id: 'no',
      effect: 'deny',
      actors: ['admin'],
      actions: ['update'],
      fields: ['name'],
      reason: 'invited-address',
    } as const;
    const policy = policyWith(deny, readAll, updateAll);
    assert.equal(decide(policy, ask).effect, 'allow');
    assert.deepEqual(decide(policy, { ...ask, actors: ['self', 'admin'] }), {
      effect: 'deny',
      gate: 'policy',
      rule: 'no',
      reason: 'invited-address',
    });
  });

  it('denies a field the policy does not name, also one that every object has', () => {
    for (const field of ['salary', '__proto__', 'constructor', 'toString', '*', '']) {
      assert.equal(
        decide(policyWith(readAll, updateAll), { ...ask, field, action: 'read' }).effect,
        'deny',
        field,
      );
    }
  });

  it("never goes beyond Auth0's own gate", () => {
    const policy = policyWith(readAll, updateAll);
    const question = { ...ask, target: target(connections.enterprise) };
    assert.deepEqual(decide(policy, question), {
      effect: 'deny',
      gate: 'auth0',
      rule: null,
      reason: 'refreshed-at-login',
    });
    assert.equal(decide(policy, { ...question, action: 'read' }).effect, 'allow');
    assert.equal(decide(policy, { ...question, field: 'username', action: 'read' }).effect, 'deny');
  });

  it('narrows by every key of "when", and by class, strategy or name within "connection"', () => {
    const when = (condition: When) => policyWith({ ...updateAll, when: condition });
    const open = target(connections.database, 'open');
    const cases: [When, boolean][] = [
      [{ connection: ['database'] }, true],
      [{ connection: ['auth0'] }, true],
      [{ connection: ['acme-db'] }, true],
      [{ connection: ['enterprise', 'google-oauth2'] }, false],
      [{ provisioning: ['open'] }, true],
      [{ provisioning: ['invitation'] }, false],
      [{ attributeSync: ['each-login'] }, true],
      [{ attributeSync: ['never'] }, false],
      [{ connection: ['database'], provisioning: ['invitation'] }, false],
    ];
    for (const [condition, allowed] of cases) {
      const decision = decide(when(condition), { ...ask, target: open });
      assert.equal(decision.effect, allowed ? 'allow' : 'deny', JSON.stringify(condition));
    }
  });

  it('judges operations apart from fields', () => {
    const policy = policyWith(updateAll, {
      id: 'reset',
      effect: 'allow',
      actors: ['self'],
      operations: ['password.reset'],
    });
    const asked = { actors: ['self'], target: target(connections.database), moment, lastAdmin: false };
    assert.equal(decide(policy, { ...asked, operation: 'password.reset' }).effect, 'allow');
    assert.equal(decide(policy, { ...asked, operation: 'profile.delete' }).effect, 'deny');
    const social = { ...asked, target: target(connections.social), operation: 'password.reset' } as const;
    assert.deepEqual(decide(policy, social), {
      effect: 'deny',
      gate: 'auth0',
      rule: null,
      reason: 'managed-by-connection',
    });
  });
});

describe('actorsOf', () => {
  const policy = policyWith();
  it('is everything the permissions say, and self only for oneself', () => {
    assert.deepEqual(actorsOf(policy, [], true), ['self']);
    assert.deepEqual(actorsOf(policy, ['manage:members', 'support:members'], true), [
      'self',
      'admin',
      'help-desk',
    ]);
    assert.deepEqual(actorsOf(policy, ['support:members', 'other'], false), ['help-desk']);
    assert.deepEqual(actorsOf(policy, ['MANAGE:members'], false), []);
  });
});

describe('properties of any policy', () => {
  const fieldNames = Object.keys(document.fields);
  const rule = fc.record({
    effect: fc.constantFrom('allow' as const, 'deny' as const),
    actors: fc.subarray(['self', 'admin', 'help-desk'], { minLength: 1 }),
    actions: fc.subarray(['read', 'update'] as const, { minLength: 1 }),
    fields: fc.subarray(['*', ...fieldNames], { minLength: 1 }),
    when: fc.option(
      fc.record({
        connection: fc.subarray(['database', 'samlp', 'social', 'email'], { minLength: 1 }),
        provisioning: fc.subarray(['open', 'invitation'] as const, { minLength: 1 }),
      }),
      { nil: undefined },
    ),
  });
  const question = fc.record({
    actors: fc.subarray(['self', 'admin', 'help-desk']),
    action: fc.constantFrom('read' as const, 'update' as const),
    field: fc.constantFrom(...fieldNames),
    target: fc
      .tuple(
        fc.constantFrom(...Object.values(connections)),
        fc.constantFrom('open' as const, 'invitation' as const),
      )
      .map(([connection, provisioning]) => target(connection, provisioning)),
    moment: fc.constant(moment),
  });
  type Rules = PolicyDocument['rules'];
  const build = (rules: readonly object[]) =>
    parsePolicy({ ...document, rules: rules.map((r, i) => stripUndefined({ ...r, id: `r${i}` })) as Rules });

  it('never depends on the order of the rules', () => {
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 6 }), question, (rules, q) => {
        assert.equal(decide(build(rules), q).effect, decide(build([...rules].reverse()), q).effect);
      }),
    );
  });

  it('never narrows by an added allowance, never widens by an added denial', () => {
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 6 }), rule, question, (rules, added, q) => {
        const before = decide(build(rules), q).effect;
        const after = decide(build([...rules, added]), q).effect;
        if (before !== after) assert.equal(after, added.effect);
      }),
    );
  });
});

function stripUndefined(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined));
}
