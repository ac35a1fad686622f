import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { actorsOf, decide, type Target } from '../../src/policy/index.js';
import type { When } from '../../src/policy/file/schema.js';
import { connections, moment, policyWith, target } from './support.js';

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
    const open: Target = {
      ...target(connections.database, 'open'),
      organization: { id: 'org_1', metadata: { plan: 'gold', formula: 'a=b' } },
      roles: ['Owner', 'Member'],
    };
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
      [{ organization: ['org_1'] }, true],
      [{ organization: ['org_2', 'plan=gold'] }, true],
      [{ organization: ['plan=silver'] }, false],
      [{ organization: ['plan'] }, false],
      [{ organization: ['plan='] }, false],
      // Only the first "=" parts key and value.
      [{ organization: ['formula=a=b'] }, true],
      [{ organization: ['constructor=x', '__proto__=x'] }, false],
      [{ targetRole: ['Owner'] }, true],
      [{ targetRole: ['owner'] }, false],
      [{ targetRole: ['Guest', 'Member'] }, true],
      [{ organization: ['org_1'], targetRole: ['Guest'] }, false],
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
    const question = { actors: ['self'], target: target(connections.database), moment, lastAdmin: false };
    assert.equal(decide(policy, { ...question, operation: 'password.reset' }).effect, 'allow');
    assert.equal(decide(policy, { ...question, operation: 'profile.delete' }).effect, 'deny');
    const social = { ...question, target: target(connections.social), operation: 'password.reset' } as const;
    assert.deepEqual(decide(policy, social), {
      effect: 'deny',
      gate: 'auth0',
      rule: null,
      reason: 'managed-by-connection',
    });
  });
});

describe('the reason of a denial', () => {
  const deny = (id: string, reason?: 'invited-address' | 'external-database') =>
    ({
      id,
      effect: 'deny',
      actors: ['self'],
      actions: ['update'],
      fields: ['name'],
      ...(reason && { reason }),
    }) as const;
  const reasonOf = (...rules: Parameters<typeof policyWith>) => {
    const decision = decide(policyWith(...rules), ask);
    return decision.effect === 'deny' && decision.reason;
  };

  it('is the one that is given, where another denial gives none', () => {
    assert.equal(reasonOf(deny('a'), deny('b', 'invited-address')), 'invited-address');
    assert.equal(reasonOf(deny('b', 'invited-address'), deny('a')), 'invited-address');
    assert.equal(reasonOf(deny('a')), 'not-allowed');
  });

  it('does not depend on the order of the rules, where two of them give one', () => {
    const [one, other] = [deny('a', 'invited-address'), deny('b', 'external-database')];
    assert.equal(reasonOf(one, other), reasonOf(other, one));
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
