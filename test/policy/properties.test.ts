import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  accessOf,
  decide,
  keepDecisions,
  parsePolicy,
  type Attribute,
  type ConnectionFacts,
  type Decision,
  type OperationQuestion,
  type Policy,
  type EvaluationContext,
} from '../../src/policy/index.js';
import {
  actorNames,
  actorsArbitrary,
  build,
  draftArbitrary,
  momentArbitrary,
  openRule,
  operationArbitrary,
  ruleArbitrary,
  runsOf,
  situationArbitrary,
  targetArbitrary,
  toRule,
} from './arbitraries.js';
import { allowRead, connections, moment, policyWith, target } from './support.js';
import { editableIn, storedBy, visibleIn } from './views.js';

const drafts = draftArbitrary();
const withSituation = drafts.chain((draft) => fc.tuple(fc.constant(draft), situationArbitrary(draft)));
const operationQuestion: fc.Arbitrary<OperationQuestion> = fc.record({
  actors: actorsArbitrary,
  target: targetArbitrary,
  moment: momentArbitrary,
  operation: operationArbitrary,
  lastAdmin: fc.boolean(),
});

/** Everything that can be asked about one person, and the answers. */
function answersOf(
  policy: Policy,
  situation: EvaluationContext,
  question: OperationQuestion,
): [string, Decision][] {
  const { actors, target, moment } = situation;
  const questions = Object.keys(policy.fields).flatMap((field) =>
    (['read', 'update'] as const).map((action) => ({ actors, target, moment, field, action })),
  );
  return [
    ...questions.map((q): [string, Decision] => [`${q.action} ${q.field}`, decide(policy, q)]),
    [question.operation, decide(policy, question)],
  ];
}
const effectsOf = (...args: Parameters<typeof answersOf>) =>
  answersOf(...args).map(([what, decision]) => `${what}: ${accessOf(decision)} by ${decision.gate}`);
/** What is allowed in full counts twice: more is never less. */
const allowedOf = (...args: Parameters<typeof answersOf>) =>
  answersOf(...args).flatMap(([what, decision]) => [what, `${what} in full`].slice(0, accessOf(decision)));
/** Told by what is left over; a bare `assert.ok` would have Node parse this file for a message. */
const assertSubset = (small: readonly string[], large: readonly string[]) =>
  assert.deepEqual(
    small.filter((entry) => !large.includes(entry)),
    [],
  );

describe('decisions, of any policy', () => {
  it('are the same whatever was asked about the same person before', () => {
    const askers = fc.array(fc.tuple(actorsArbitrary, momentArbitrary, operationQuestion), { minLength: 2 });
    const property = fc.property(withSituation, askers, ([draft, situation], asked) => {
      const policy = build(draft);
      const target = keepDecisions(policy, situation.target);
      for (const [actors, moment, question] of asked) {
        const kept = effectsOf(policy, { ...situation, actors, moment }, { ...question, target });
        const copy = structuredClone(target);
        const withoutMemory = effectsOf(
          policy,
          { ...situation, target: copy, actors, moment },
          { ...question, target: copy },
        );
        assert.deepEqual(kept, withoutMemory);
      }
    });
    fc.assert(property, runsOf(2));
  });

  it('are not kept about fields that the policy does not have, whose names anyone can choose', () => {
    const policy = policyWith(allowRead);
    const kept = keepDecisions(policy, target(connections.database));
    const ask = (field: string, actors: readonly string[]) =>
      decide(policy, { actors, target: kept, moment, field, action: 'read' });
    // Joined, both questions are the same words.
    assert.equal(ask('name', ['false', 'false', 'self']).effect, 'allow');
    assert.equal(ask('name false false', ['self']).effect, 'deny');
  });
});

describe('rules, of any policy', () => {
  it('answer the same in whatever order they stand', () => {
    const property = fc.property(
      withSituation,
      operationQuestion,
      fc.infiniteStream(fc.nat()),
      ([draft, situation], question, weights) => {
        const shuffled = draft.rules
          .map((rule) => [rule, weights.next().value] as const)
          .toSorted(([, a], [, b]) => a - b)
          .map(([rule]) => rule);
        assert.deepEqual(
          effectsOf(build({ ...draft, rules: shuffled }), situation, question),
          effectsOf(build(draft), situation, question),
        );
      },
    );
    fc.assert(property, runsOf());
  });

  it('never narrow by an added allowance and never widen by an added denial, in answers, views and patches', () => {
    const property = fc.property(
      withSituation,
      operationQuestion,
      ruleArbitrary,
      ([draft, situation], question, body) => {
        const rule = toRule(body, 'added', Object.keys(draft.fields));
        const [before, after] = [build(draft), build({ ...draft, rules: [...draft.rules, rule] })];
        const [small, large] = rule.effect === 'allow' ? [before, after] : [after, before];
        assertSubset(allowedOf(small, situation, question), allowedOf(large, situation, question));
        assertSubset(visibleIn(small, situation), visibleIn(large, situation));
        assertSubset(editableIn(small, situation), editableIn(large, situation));
        assertSubset(storedBy(small, situation, draft), storedBy(large, situation, draft));
      },
    );
    fc.assert(property, runsOf());
  });

  it('allow nothing unless an allowance says so, and name the rule that decided', () => {
    const property = fc.property(withSituation, operationQuestion, ([draft, situation], question) => {
      const policy = build(draft);
      for (const [what, decision] of answersOf(policy, situation, question)) {
        const actors = what === question.operation ? question.actors : situation.actors;
        if (decision.rule === null) {
          assert.equal(decision.effect, 'deny', what);
          continue;
        }
        const rule = policy.rules.find(({ id }) => id === decision.rule);
        assert.equal(rule?.effect, decision.effect, what);
        assert.equal(
          rule?.actors.some((actor) => actors.includes(actor)),
          true,
          what,
        );
      }
      assert.deepEqual(allowedOf(build({ ...draft, rules: [] }), situation, question), []);
      const nobody = [
        { ...situation, actors: [] },
        { ...question, actors: [] },
      ] as const;
      assert.deepEqual(allowedOf(policy, ...nobody), []);
    });
    fc.assert(property, runsOf());
  });

  it('add up for someone who is several actors: nothing but what one of them may, less what one is denied', () => {
    const property = fc.property(withSituation, operationQuestion, ([draft, situation], question) => {
      // Safeguards ask who the person is as a whole; here it is about the rules.
      const policy = build({ ...draft, safeguards: { lastAdmin: false, sharedUsers: 'unrestricted' } });
      const calm = { signInAge: 0, delegated: false };
      const as = (actors: readonly string[]) =>
        answersOf(policy, { ...situation, actors, moment: calm }, { ...question, actors, moment: calm });
      const alone = actorNames.map((actor) => as([actor]));
      as(actorNames).forEach(([what, together], i) => {
        const each = alone.map((answers) => answers[i]?.[1]);
        const denied = each.some((answer) => answer?.effect === 'deny' && answer.rule !== null);
        const widest = Math.max(...each.map((answer) => (answer ? accessOf(answer) : 0)));
        assert.equal(accessOf(together), denied ? 0 : widest, what);
      });
    });
    fc.assert(property, runsOf());
  });

  it('survive being written down as JSON and read again', () => {
    const property = fc.property(withSituation, operationQuestion, ([draft, situation], question) => {
      const policy = build(draft);
      const again = parsePolicy(JSON.parse(JSON.stringify(policy)));
      assert.deepEqual(again, policy);
      assert.deepEqual(answersOf(again, situation, question), answersOf(policy, situation, question));
    });
    fc.assert(property, runsOf());
  });
});

describe("Auth0's gate, under any policy", () => {
  /** Written once more from Auth0's documents, as one sentence instead of a table. */
  function auth0Takes(attribute: Attribute, connection: ConnectionFacts): boolean {
    if (/^(?:user|app)_metadata\./.test(attribute)) return true;
    if (!connection.isEnabled) return false;
    const own = connection.userStore === 'auth0';
    if (attribute === 'username' && !connection.hasUsername) return false;
    if (attribute === 'phone_number' && !connection.hasPhoneNumber) return false;
    if (['email', 'phone_number', 'username'].includes(attribute)) {
      return connection.class === 'database' && own && !connection.directoryOwned.includes(attribute);
    }
    if (connection.directoryOwned.includes(attribute)) return false;
    const isSource = connection.class === 'passwordless' || (connection.class === 'database' && own);
    return isSource || connection.attributeSync !== 'each-login';
  }

  it('is never exceeded, not even by a policy that allows everybody everything', () => {
    const property = fc.property(withSituation, ([draft, situation]) => {
      const [policy, open] = [build(draft), build({ ...draft, rules: [openRule] })];
      for (const [name, { attribute }] of Object.entries(policy.fields)) {
        const question = { ...situation, field: name, action: 'update' } as const;
        const permitted = auth0Takes(attribute, situation.target.connection);
        if (decide(policy, question).effect === 'allow') assert.ok(permitted, attribute);
        // With every rule open, it is also never stricter than Auth0.
        const decision = decide(open, question);
        assert.equal(decision.gate !== 'auth0', permitted, attribute);
      }
    });
    fc.assert(property, runsOf());
  });

  it('lets passwords and addresses be looked after on databases only', () => {
    const rule = {
      id: 'mails',
      effect: 'allow',
      actors: actorNames,
      operations: ['password.reset', 'email.verify'],
    } as const;
    const property = fc.property(drafts, operationQuestion, (draft, question) => {
      const policy = build({ ...draft, rules: [...draft.rules.filter((r) => r.effect === 'allow'), rule] });
      for (const operation of rule.operations) {
        const decision = decide(policy, { ...question, operation });
        const { class: connectionClass, isEnabled } = question.target.connection;
        assert.equal(decision.effect === 'allow', connectionClass === 'database' && isEnabled);
      }
    });
    fc.assert(property, runsOf());
  });
});

describe('safeguards, of any policy', () => {
  it('only narrow: whatever they let through is allowed without them too', () => {
    const property = fc.property(withSituation, operationQuestion, ([draft, situation], question) => {
      const bare = build({ ...draft, safeguards: { lastAdmin: false, sharedUsers: 'unrestricted' } });
      const calm = { signInAge: 0, delegated: false };
      const without = allowedOf(bare, { ...situation, moment: calm }, { ...question, moment: calm });
      assertSubset(allowedOf(build(draft), situation, question), without);
    });
    fc.assert(property, runsOf());
  });

  it('narrow with every year a sign-in is older, and open with no circumstance', () => {
    const ages = fc.tuple(fc.nat(1000), fc.nat(1000));
    const property = fc.property(
      withSituation,
      operationQuestion,
      ages,
      ([draft, situation], question, [age, more]) => {
        const policy = build(draft);
        const at = (signInAge: number | null, delegated: boolean, lastAdmin: boolean) => {
          const moment = { signInAge, delegated };
          return allowedOf(policy, { ...situation, moment }, { ...question, moment, lastAdmin });
        };
        const fresh = at(age, false, false);
        assertSubset(at(age + more, false, false), fresh);
        assertSubset(at(null, false, false), at(age + more, false, false));
        assertSubset(at(age, true, false), fresh);
        assertSubset(at(age, false, true), fresh);
      },
    );
    fc.assert(property, runsOf());
  });
});
