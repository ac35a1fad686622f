import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  decide,
  diffPolicies,
  operations,
  parsePolicy,
  policyMatrix,
  type MatrixRow,
  type OperationQuestion,
  type Policy,
  type Question,
} from '../../src/policy/index.js';
import {
  actorsArbitrary,
  build,
  draftArbitrary,
  momentArbitrary,
  operationArbitrary,
  ruleArbitrary,
  runsOf,
  targetArbitrary,
  toRule,
} from './arbitraries.js';
import { allowRead, connections, document, policyWith } from './support.js';

const update = {
  id: 'write',
  effect: 'allow',
  actors: ['self'],
  actions: ['update'],
  fields: ['jobTitle'],
} as const;

describe('policyMatrix', () => {
  it('has one row for every combination, and no row twice', () => {
    const rows = policyMatrix(policyWith(allowRead));
    assert.equal(rows.length, 3 * 4 * 3 * 2 * 2 * (5 * 2 + operations.length));
    const coordinates = rows.map(({ effect: _, gate, rule, reason, ...at }) => JSON.stringify(at));
    assert.equal(new Set(coordinates).size, rows.length);
  });

  it('gives a reason with every denial, and a rule with every allowance', () => {
    for (const row of policyMatrix(policyWith(allowRead, update))) {
      assert.equal(row.reason === null, row.effect === 'allow');
      if (row.effect === 'allow')
        assert.ok(['read', 'write'].includes(row.rule ?? ''), row.rule ?? 'no rule');
    }
  });

  it('asks about what a condition names beyond the vocabulary: a strategy, a connection, an organization, a role', () => {
    const conditions = [
      [{ connection: ['okta'] }, { connection: 'okta' }],
      [{ connection: ['acme-db'] }, { connection: 'acme-db' }],
      [{ organization: ['org_gold'] }, { organization: 'org_gold' }],
      [{ organization: ['plan=gold'] }, { organization: 'plan=gold' }],
      [{ targetRole: ['Owner'] }, { targetRole: 'Owner' }],
    ] as const;
    for (const [when, mention] of conditions) {
      const allowed = policyMatrix(policyWith({ ...update, when })).filter((row) => row.effect === 'allow');
      assert.ok(allowed.length > 0, JSON.stringify(when));
      for (const row of allowed) assert.deepEqual(row.mention, mention);
    }
  });

  it('asks nothing twice for a word the vocabulary has, or that two rules name', () => {
    const size = policyMatrix(policyWith(update)).length;
    const withKnownValues = policyWith(
      { ...update, when: { connection: ['database', 'samlp', 'auth0', 'email', 'google-oauth2'] } },
      { ...update, id: 'owners', when: { targetRole: ['Owner'] } },
      { ...update, id: 'owners-again', when: { targetRole: ['Owner'] } },
    );
    assert.equal(policyMatrix(withKnownValues).length, 2 * size);
  });

  it('asks about what only a rule with several conditions sees', () => {
    const both = { organization: ['plan=gold'], targetRole: ['Owner'] };
    const rows = policyMatrix(policyWith({ ...update, when: both }));
    assert.notDeepEqual(
      rows.filter((row) => row.effect === 'allow'),
      [],
    );
  });
});

describe('diffPolicies', () => {
  const before = policyWith(allowRead);

  it('tells who gains and who loses, field by field', () => {
    const after = policyWith(allowRead, { ...update, when: { connection: ['social'] } });
    const gained = diffPolicies(before, after).filter(({ after: is }) => is.circumstance === undefined);
    assert.equal(gained.length, 3 * 2 * 2);
    for (const { change, before: was, after: is } of gained) {
      assert.equal(change, 'widened');
      assert.ok('field' in is, JSON.stringify(is));
      assert.deepEqual(
        [is.actor, is.field, is.action, is.connection],
        ['self', 'jobTitle', 'update', 'social'],
      );
      assert.deepEqual([was.effect, is.effect, is.rule], ['deny', 'allow', 'write']);
    }
    // Read backwards it says the opposite, of the same questions.
    const lost = diffPolicies(after, before).filter(({ after: is }) => is.circumstance === undefined);
    assert.deepEqual(
      lost,
      gained.map(({ before: is, after: was }) => ({ change: 'narrowed', before: was, after: is })),
    );
  });

  it('sees fields, actors and conditions that only one of the two knows', () => {
    const { costCenter: _, ...fewer } = document.fields;
    const less = parsePolicy({ ...document, fields: fewer, rules: [allowRead] });
    const lost = diffPolicies(before, less);
    assert.deepEqual(
      new Set(lost.map(({ before: was }) => 'field' in was && was.field)),
      new Set(['costCenter']),
    );

    const auditor = parsePolicy({
      ...document,
      actors: { ...document.actors, auditor: { permissions: ['read:all'] } },
      rules: [allowRead, { ...allowRead, id: 'audit', actors: ['auditor'] }],
    });
    const gained = diffPolicies(before, auditor);
    assert.deepEqual(new Set(gained.map(({ after: is }) => is.actor)), new Set(['auditor']));

    const owners = policyWith(allowRead, { ...update, when: { targetRole: ['Owner'] } });
    const ofOwners = diffPolicies(before, owners);
    assert.deepEqual(
      new Set(ofOwners.map(({ after: is }) => JSON.stringify(is.mention))),
      new Set(['{"targetRole":"Owner"}']),
    );
  });

  it('sees a safeguard that is taken away, in the circumstance in which it matters', () => {
    const rule = { id: 'rung', effect: 'allow', actors: ['admin'], operations: ['user.delete'] } as const;
    const with_ = (safeguards: object) => parsePolicy({ ...document, rules: [rule], safeguards });
    const safe = with_({ stepUp: { maxAge: 300, for: ['user.delete'] } });
    const circumstances = (after: Policy) =>
      new Set(diffPolicies(safe, after).map(({ after: is }) => is.circumstance));
    assert.deepEqual(circumstances(with_({})), new Set(['old-sign-in']));
    const lax = with_({ lastAdmin: false, stepUp: { maxAge: 300, for: ['user.delete'] } });
    assert.deepEqual(circumstances(lax), new Set(['last-admin']));
  });

  it('is empty where only ids, order or reasons differ', () => {
    const deny = {
      id: 'no',
      effect: 'deny',
      actors: ['self'],
      actions: ['update'],
      fields: ['jobTitle'],
    } as const;
    const [one, other] = [
      policyWith(allowRead, update, deny),
      policyWith({ ...deny, id: 'never' }, update, allowRead),
    ];
    assert.deepEqual(diffPolicies(one, other), []);
  });

  it('sees what only a rule with several conditions sees', () => {
    const both = { organization: ['plan=gold'], targetRole: ['Owner'] };
    assert.notDeepEqual(diffPolicies(before, policyWith(allowRead, { ...update, when: both })), []);
  });

  const phoneRules = [
    ['email', 'passwordless'],
    ['sms', 'passwordless'],
    ['samlp', 'enterprise'],
    ['social', 'social'],
  ] as const;
  for (const [named, connection] of phoneRules) {
    it(`sees a rule about phone numbers of ${named} users, whose upstream can send one`, () => {
      const fields = {
        phoneNumber: { attribute: 'phone_number', kind: 'phone', group: 'main', label: { en: 'Phone' } },
      } as const;
      const read = { ...allowRead, when: { connection: [named] } };
      const differences = diffPolicies(
        parsePolicy({ ...document, fields }),
        parsePolicy({ ...document, fields, rules: [read] }),
      );
      const seen = differences.filter(({ after: is }) => is.connection === connection);
      assert.notDeepEqual(seen, []);
    });
  }

  it('sees a denial that only someone who is several actors meets', () => {
    const deny = {
      id: 'no',
      effect: 'deny',
      actors: ['admin'],
      actions: ['update'],
      fields: ['jobTitle'],
    } as const;
    assert.notDeepEqual(diffPolicies(policyWith(allowRead, update), policyWith(allowRead, update, deny)), []);
  });
});

/** The question of a row, built a second time: the facts that its words stand for, and nothing else. */
function questionOf(row: MatrixRow): Question {
  const { actor, also, connection, attributeSync, provisioning, shared, circumstance } = row;
  const strategy = { database: 'auth0', passwordless: 'email', enterprise: 'samlp', social: 'google-oauth2' };
  const said = [row.mention, row.besides].filter((mention) => mention !== undefined);
  const [name = 'somewhere', second] = said.flatMap((mention) => mention.connection ?? []);
  const organizations = said.flatMap((mention) => mention.organization ?? []);
  const pairs = organizations.flatMap((word) => {
    const [key = '', value] = word.split('=');
    return value === undefined ? [] : [[key, value] as const];
  });
  const base = {
    actors: also === undefined ? [actor] : [actor, also],
    target: {
      connection: {
        ...connections[connection],
        hasPhoneNumber: true,
        attributeSync,
        name,
        strategy: second ?? strategy[connection],
      },
      provisioning,
      shared,
      organization: {
        id: organizations.find((word) => !word.includes('=')) ?? 'org_9',
        metadata: Object.fromEntries(pairs),
      },
      roles: said.flatMap((mention) => mention.targetRole ?? []),
    },
    moment: {
      signInAge: circumstance === 'old-sign-in' ? null : 0,
      delegated: circumstance === 'delegated',
    },
  };
  return 'operation' in row
    ? { ...base, operation: row.operation, lastAdmin: circumstance === 'last-admin' }
    : { ...base, field: row.field, action: row.action };
}

describe('diff, of any two policies', () => {
  const pairs = draftArbitrary({ maxRules: 3, maxFields: 2 }).chain((draft) =>
    fc.tuple(ruleArbitrary, fc.nat(3)).map(([body, place]) => {
      const added = toRule(body, 'added', Object.keys(draft.fields));
      // Added, or put in another rule's place.
      const kept = place === 0 ? draft.rules : draft.rules.filter((_, i) => i !== place - 1);
      return [build(draft), build({ ...draft, rules: [...kept, added] })] as const;
    }),
  );
  /** Anybody, in any circumstances: also several actors, roles and metadata keys at once. */
  const anybody: fc.Arbitrary<OperationQuestion> = fc.record({
    actors: actorsArbitrary,
    target: targetArbitrary,
    moment: momentArbitrary,
    lastAdmin: fc.boolean(),
    operation: operationArbitrary,
  });
  /** From the least access to the most. */
  const answers = ['deny', 'masked', 'allow'] as const;
  const answerTo = (policy: Policy, question: Question): (typeof answers)[number] => {
    const decision = decide(policy, question);
    return decision.effect === 'allow' && decision.masked ? 'masked' : decision.effect;
  };
  const answersTo = (policy: Policy, question: OperationQuestion): readonly string[] => {
    const { actors, target, moment } = question;
    const questions = Object.keys(policy.fields).flatMap((field) =>
      (['read', 'update'] as const).map((action) => ({ actors, target, moment, field, action })),
    );
    return [...questions, question].map((each) => answerTo(policy, each));
  };

  it('is empty exactly when no one is answered differently', (t) => {
    const counts = { equal: 0, different: 0 };
    const people = fc.array(anybody, { minLength: 200, maxLength: 200 });
    const property = fc.property(pairs, people, ([before, after], questions) => {
      const differences = diffPolicies(before, after);
      const wrong = differences.filter(({ before: was, after: is, change }) => {
        const gain =
          answers.indexOf(answerTo(after, questionOf(is))) -
          answers.indexOf(answerTo(before, questionOf(was)));
        return change === 'widened' ? gain <= 0 : gain >= 0;
      });
      assert.deepEqual(wrong, []);
      counts[differences.length === 0 ? 'equal' : 'different'] += 1;
      if (differences.length > 0) return;
      for (const question of questions) {
        assert.deepEqual(answersTo(after, question), answersTo(before, question), JSON.stringify(question));
      }
    });
    // Shrinking asks about 200 people for every smaller policy, which takes minutes.
    fc.assert(property, { ...runsOf(50), endOnFailure: true });
    t.diagnostic(`${counts.equal} pairs of policies equal, ${counts.different} different`);
  });
});
