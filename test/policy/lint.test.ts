import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  defaultPolicy,
  lintPolicy,
  parsePolicy,
  policyMatrix,
  type Policy,
  type PolicyDocument,
} from '../../src/policy/index.js';
import { build, draftArbitrary, runsOf } from './arbitraries.js';
import { allowRead, document, policyWith } from './support.js';

type RuleInput = PolicyDocument['rules'][number];

const write: RuleInput = {
  id: 'write',
  effect: 'allow',
  actors: ['self'],
  actions: ['update'],
  fields: ['jobTitle'],
};
const deny: RuleInput = { ...write, id: 'no', effect: 'deny' };
const linesOf = (policy: Policy) => lintPolicy(policy).map(({ path, message }) => `${path}: ${message}`);
/** The ids of the rules that are said to change nothing. */
const idleIn = (policy: Policy) =>
  lintPolicy(policy).flatMap(({ message }) => /^"(.+)" changes no answer$/.exec(message)?.[1] ?? []);

describe('lintPolicy', () => {
  it('has nothing to say about the default policy', () => {
    assert.deepEqual(linesOf(defaultPolicy), []);
  });

  const idle: [string, RuleInput[], string[]][] = [
    [
      'says of two rules that say the same that each could go',
      [write, { ...write, id: 'again' }],
      ['write', 'again'],
    ],
    ['finds a denial of what nobody is allowed', [deny], ['no']],
    [
      'finds a denial within a wider one',
      [write, { ...deny, when: { connection: ['database'] } }, { ...deny, id: 'all' }],
      ['no', 'write'],
    ],
    [
      'finds an allowance under a condition that nobody meets',
      [{ ...write, fields: ['username'], when: { connection: ['social'] } }],
      ['write'],
    ],
    ['keeps a denial that is there for its reason', [{ ...deny, reason: 'invited-address' }], []],
    [
      'keeps a rule about a strategy, though no class is named',
      [{ ...write, when: { connection: ['okta'] } }],
      [],
    ],
    ['keeps a rule about an organization', [{ ...write, when: { organization: ['plan=gold'] } }], []],
    ['keeps a rule about a role', [{ ...write, when: { targetRole: ['Owner'] } }], []],
    ['keeps a denial that cuts something out', [write, { ...deny, when: { attributeSync: ['never'] } }], []],
    [
      'keeps a rule with several conditions',
      [{ ...write, when: { organization: ['plan=gold'], targetRole: ['Owner'] } }],
      [],
    ],
    [
      'keeps a denial that only somebody who is several actors meets',
      [write, { ...deny, actors: ['admin'] }],
      [],
    ],
  ];
  for (const [label, rules, ids] of idle) {
    it(label, () => assert.deepEqual(idleIn(policyWith(allowRead, ...rules)).toSorted(), ids.toSorted()));
  }

  it('finds texts that together exceed the 10 KB that Auth0 keeps for a profile', () => {
    const text = (attribute: `user_metadata.${string}`, maxLength?: number) => ({
      attribute,
      kind: 'multiline' as const,
      group: 'main',
      label: { en: 'Text' },
      ...(maxLength !== undefined && { constraints: { maxLength } }),
    });
    const large = (...limits: (number | undefined)[]) => {
      const fields = Object.fromEntries(
        limits.map((limit, index) => [`text${index}`, text(`user_metadata.text_${index}`, limit)]),
      );
      return linesOf(parsePolicy({ ...document, fields, rules: [allowRead] })).filter((line) =>
        line.includes('10 KB'),
      );
    };
    assert.deepEqual(large(1_000, 1_500), []);
    assert.deepEqual(large(1_000, 2_000), [
      'fields: texts can have 12000 bytes together, and Auth0 keeps 10 KB for a profile; the largest are "text1" 8000, "text0" 4000: set "maxLength"',
    ]);
    assert.equal(large(undefined).length, 1);
  });

  it('finds an allowance that Auth0 never honours, where the rule names field and class', () => {
    const hopeless = (fields: string[], connection: string[]) =>
      linesOf(policyWith(allowRead, { ...write, fields, when: { connection } })).filter((line) =>
        line.includes('never'),
      );
    assert.deepEqual(hopeless(['email', 'name'], ['enterprise', 'database']), [
      'rules[1]: "write" allows updating "email" of enterprise users, which Auth0 never does',
    ]);
    // A name can be written where the connection does not sync at each login, and metadata always.
    assert.deepEqual(hopeless(['name', 'jobTitle', 'costCenter'], ['enterprise', 'social']), []);
    assert.deepEqual(hopeless(['*'], ['enterprise']), []);
  });

  it('finds a field that no one can read', () => {
    const { fields: _, ...reading } = allowRead;
    const lines = linesOf(policyWith({ ...reading, fields: ['name', 'email', 'username', 'jobTitle'] }));
    assert.deepEqual(lines, ['fields.costCenter: no one can read it, so no one can change it']);
  });

  it('asks for a fresh sign-in before what cannot be undone, and for the last admin', () => {
    const rule = {
      id: 'rung',
      effect: 'allow',
      actors: ['admin'],
      operations: ['user.delete', 'member.block'],
    } as const;
    const linesWith = (safeguards?: PolicyDocument['safeguards']) =>
      linesOf(parsePolicy({ ...document, rules: [allowRead, rule], ...(safeguards && { safeguards }) }));
    const bare = 'safeguards.stepUp: "user.delete" is allowed without a recent sign-in';
    const last = 'safeguards.lastAdmin: is off, so an organization can lose its last admin';
    assert.deepEqual(linesWith(), [bare]);
    assert.deepEqual(linesWith({ lastAdmin: false }), [bare, last]);
    assert.deepEqual(linesWith({ stepUp: { maxAge: 60, for: ['member.block'] } }), [bare]);
    assert.deepEqual(linesWith({ stepUp: { maxAge: 60, for: ['user.delete'] } }), []);
  });

  it('never calls a rule idle without which the matrix would say something else', () => {
    const property = fc.property(draftArbitrary({ maxRules: 3, maxFields: 1 }), (draft) => {
      const answers = (rules: typeof draft.rules) =>
        policyMatrix(build({ ...draft, rules })).map(({ gate: _, rule: __, ...row }) => JSON.stringify(row));
      const before = new Set(answers(draft.rules));
      for (const id of idleIn(build(draft))) {
        // Without the rule its own conditions are no longer asked about; the questions that remain must agree.
        const without = draft.rules.filter((rule) => rule.id !== id);
        assert.deepEqual(
          answers(without).filter((row) => !before.has(row)),
          [],
          id,
        );
      }
    });
    fc.assert(property, runsOf(50));
  });
});
