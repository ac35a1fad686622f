import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  deprovisionLevels,
  factsOf,
  hasTrait,
  isCriticalStep,
  operationOfLevel,
  operations,
  operationsOn,
  operationsWith,
} from '../../src/policy/index.js';

describe('the table of operations', () => {
  it('offers first what helps a member, and last what takes most away', () => {
    assert.deepEqual(operationsOn('menu'), [
      'password.reset',
      'email.verify',
      'member.clear-lockout',
      'member.unblock',
      'member.mfa-reset',
      'roles.assign',
      'member.revoke-access',
      'member.block',
      'membership.remove',
      'user.delete',
    ]);
  });

  it('offers with the session what concerns the organization, and nothing else', () => {
    assert.deepEqual(
      operationsOn('organization'),
      operations.filter((operation) => factsOf(operation).actsOn === 'organization'),
    );
  });

  it('puts in the menu only what is offered on the page of a member as well', () => {
    const onBehalf = new Set<string>(operationsOn('onBehalf'));
    assert.deepEqual(
      operationsOn('menu').filter((operation) => !onBehalf.has(operation)),
      [],
    );
  });

  it('marks removing, deleting and blocking as destructive', () => {
    assert.deepEqual(operationsWith('destructive'), [
      'profile.delete',
      'member.block',
      'membership.remove',
      'user.delete',
    ]);
  });

  it('refuses everything destructive in a delegated session', () => {
    assert.ok(operationsWith('destructive').every((operation) => hasTrait(operation, 'sensitive')));
  });

  it('has an operation for each level, mildest first', () => {
    assert.deepEqual(deprovisionLevels, ['remove', 'revoke-access', 'block', 'delete']);
    for (const level of deprovisionLevels) assert.equal(factsOf(operationOfLevel[level]).level, level);
  });

  it('begins with a critical step where one has to come first', () => {
    const critical = operations.filter((operation) => factsOf(operation).steps.some(isCriticalStep));
    assert.deepEqual(critical, ['member.unblock', 'member.block', 'membership.remove', 'user.delete']);
    for (const operation of critical) {
      const [first, ...rest] = factsOf(operation).steps;
      assert.ok(first && isCriticalStep(first));
      assert.ok(!rest.some(isCriticalStep));
    }
  });
});
