import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  answerRow,
  defaultPolicy,
  explainRow,
  lockReasons,
  policyMatrix,
  reasonTexts,
  type Coordinates,
} from '../../src/policy/index.js';
import { allowRead, policyWith } from './support.js';

const ordinary: Coordinates = {
  actor: 'self',
  connection: 'database',
  attributeSync: 'each-login',
  provisioning: 'invitation',
  shared: false,
  subject: { field: 'email', action: 'update' },
};
const explain = (changes: Partial<Coordinates>, policy = defaultPolicy) =>
  explainRow(answerRow(policy, { ...ordinary, ...changes }));

describe('explainRow', () => {
  const sentences: [Partial<Coordinates>, string][] = [
    [
      {},
      'self may not update "email" of a database user: denied by the policy\'s rule "invited-email", because it must stay the address the user was invited with.',
    ],
    [
      { provisioning: 'open' },
      'self may update "email" of a database user: allowed by the rule "own-identifiers".',
    ],
    [
      { connection: 'enterprise', subject: { field: 'name', action: 'update' } },
      'self may not update "name" of an enterprise user: denied by Auth0\'s own rules, because the connection overwrites it at each login, so Auth0 refuses to change it.',
    ],
    [
      { actor: 'help-desk', subject: { operation: 'user.delete' } },
      'help-desk may not do "user.delete" to a database user: denied by the policy, because no rule allows it.',
    ],
    [
      { actor: 'admin', shared: true, subject: { operation: 'member.block' } },
      'admin may not do "member.block" to a database user who belongs to other organizations too: denied by a safeguard, because the user belongs to other organizations, which the change would affect.',
    ],
    [
      { actor: 'admin', circumstance: 'last-admin', subject: { operation: 'membership.remove' } },
      'admin may not do "membership.remove" to a database user: denied by a safeguard, because the organization would have no admin left.',
    ],
  ];
  for (const [changes, sentence] of sentences) {
    it(sentence, () => assert.equal(explain(changes), sentence));
  }

  it('names a rule that denies without a reason, and claims none', () => {
    const deny = {
      id: 'no',
      effect: 'deny',
      actors: ['self'],
      actions: ['update'],
      fields: ['email'],
    } as const;
    const sentence = explain({ provisioning: 'open' }, policyWith(allowRead, deny));
    assert.equal(
      sentence,
      'self may not update "email" of a database user: denied by the policy\'s rule "no".',
    );
  });

  it('is one sentence about every answer, with who, what and which rule', () => {
    for (const row of policyMatrix(defaultPolicy)) {
      const sentence = explainRow(row);
      assert.match(
        sentence,
        /^(?:self|help-desk|admin) may (?:not )?(?:update|read|do) "[\w.-]+" (?:of|to) an? \w+ user.*: .*\.$/,
      );
      assert.equal(sentence.includes(' may not '), row.effect === 'deny');
      if (row.rule !== null) assert.ok(sentence.includes(`rule "${row.rule}"`), sentence);
      assert.doesNotMatch(sentence, /undefined|null|\ba enterprise/);
    }
  });

  it('has a text for every reason, and no text twice', () => {
    assert.deepEqual(Object.keys(reasonTexts).toSorted(), [...lockReasons].toSorted());
    assert.equal(new Set(Object.values(reasonTexts)).size, lockReasons.length);
  });
});
