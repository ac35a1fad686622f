/** Finds parts of a policy that are valid but probably a mistake. */
import { auth0PermitsUpdate } from '../auth0-gate.js';
import { accessOf, applies, decide } from '../decide.js';
import type { PolicyIssue } from './parse.js';
import { hasTrait } from '../operations.js';
import type { Question } from '../question.js';
import { questionsOf, type Coordinates, type PlacedQuestion } from '../analysis/questions.js';
import { longestText, mostItems } from '../check-value.js';
import { maxProfileBytes } from '../profile-size.js';
import type { Field, Policy, Rule } from './schema.js';
import { connectionClasses, operations, type FieldKind } from '../vocabulary.js';

type QuestionsAbout = ReturnType<typeof questionsOf>;

/**
 * Returns warnings about a valid policy.
 * @example lintPolicy(policy).map(({ path, message }) => `${path}: ${message}`)
 */
export function lintPolicy(policy: Policy): readonly PolicyIssue[] {
  const questionsAbout = questionsOf(policy);
  return [
    ...idleRules(policy, questionsAbout),
    ...hopelessAllowances(policy, questionsAbout),
    ...maskedUpdates(policy, questionsAbout),
    ...unreadableFields(policy, questionsAbout),
    ...bareOperations(policy, questionsAbout),
    ...oversizedProfiles(policy),
  ];
}

/** Rules that change no answer: they never apply, or another rule says the same. */
function idleRules(policy: Policy, questionsAbout: QuestionsAbout): PolicyIssue[] {
  return policy.rules.flatMap((rule, index) => {
    const without = { ...policy, rules: policy.rules.filter((other) => other !== rule) };
    const isIdle = ({ question }: PlacedQuestion) =>
      !applies(rule, question) || answerText(policy, question) === answerText(without, question);
    const idle = subjectsOf(policy, rule).every((subject) => questionsAbout(subject).every(isIdle));
    return idle ? [{ path: `rules[${index}]`, message: `"${rule.id}" changes no answer` }] : [];
  });
}

function subjectsOf({ fields }: Policy, rule: Rule): readonly Coordinates['subject'][] {
  const named = rule.fields?.includes('*') ? Object.keys(fields) : (rule.fields ?? []);
  return [
    ...named.flatMap((field) => (rule.actions ?? []).map((action) => ({ field, action }))),
    ...(rule.operations ?? []).map((operation) => ({ operation })),
  ];
}

/** The visible part of an answer. It includes the reason, because a rule can exist only to state one. */
function answerText(policy: Policy, question: Question): string {
  const decision = decide(policy, question);
  if (decision.effect === 'deny') return decision.reason;
  return decision.masked ? 'masked' : 'allow';
}

/** Rules that allow updating a field on a connection where Auth0 refuses it in every sync mode. */
function hopelessAllowances(policy: Policy, questionsAbout: QuestionsAbout): PolicyIssue[] {
  return policy.rules.flatMap((rule, index) =>
    namedPairs(rule)
      .filter(([field, connection]) => {
        const attribute = policy.fields[field]?.attribute;
        if (attribute === undefined) return false;
        return questionsAbout({ field, action: 'update' }).every(
          ({ at, question }) =>
            at.connection !== connection ||
            !auth0PermitsUpdate(attribute, question.target.connection).permitted,
        );
      })
      .map(([field, connection]) => ({
        path: `rules[${index}]`,
        message: `"${rule.id}" allows updating "${field}" of ${connection} users, which Auth0 never does`,
      })),
  );
}

/** Rules that allow updating a field which everyone they apply to sees masked, so that it stays locked. */
function maskedUpdates(policy: Policy, questionsAbout: QuestionsAbout): PolicyIssue[] {
  if (!policy.rules.some(({ masked }) => masked)) return [];
  return policy.rules.flatMap((rule, index) => {
    if (rule.effect === 'deny' || !rule.actions?.includes('update')) return [];
    return Object.keys(policy.fields)
      .filter((field) => {
        const helped = questionsAbout({ field, action: 'update' }).flatMap(({ at, question }) =>
          at.also === undefined && applies(rule, question) && accessOf(decide(policy, question)) > 0
            ? [accessOf(decide(policy, { ...question, field, action: 'read' }))]
            : [],
        );
        return helped.length > 0 && helped.every((access) => access === 1);
      })
      .map((field) => ({
        path: `rules[${index}]`,
        message: `"${rule.id}" allows updating "${field}", which stays locked: everyone it applies to sees the value masked`,
      }));
  });
}

/** The pairs of field and connection class that a rule explicitly allows updating. */
function namedPairs(rule: Rule): readonly (readonly [field: string, connection: string])[] {
  if (rule.effect === 'deny' || !rule.actions?.includes('update')) return [];
  const classes = connectionClasses.filter((name) => rule.when?.connection?.includes(name));
  return (rule.fields ?? []).flatMap((field) => classes.map((connection) => [field, connection] as const));
}

function unreadableFields(policy: Policy, questionsAbout: QuestionsAbout): PolicyIssue[] {
  return Object.keys(policy.fields)
    .filter((field) => !questionsAbout({ field, action: 'read' }).some(isAllowedBy(policy)))
    .map((field) => ({
      path: `fields.${field}`,
      message: 'no one can read it, so no one can change it',
    }));
}

const isAllowedBy =
  (policy: Policy) =>
  ({ question }: PlacedQuestion) =>
    decide(policy, question).effect === 'allow';

/** Irreversible operations without step-up, and sensitive operations without the last-admin safeguard. */
function bareOperations(policy: Policy, questionsAbout: QuestionsAbout): PolicyIssue[] {
  const { stepUp, lastAdmin } = policy.safeguards;
  const risky = operations.filter(
    (operation) =>
      hasTrait(operation, 'sensitive') && questionsAbout({ operation }).some(isAllowedBy(policy)),
  );
  const issues = risky
    .filter((operation) => hasTrait(operation, 'irreversible') && !stepUp?.for.includes(operation))
    .map((operation) => ({
      path: 'safeguards.stepUp',
      message: `"${operation}" is allowed without a recent sign-in`,
    }));
  if (risky.length > 0 && !lastAdmin) {
    issues.push({
      path: 'safeguards.lastAdmin',
      message: 'is off, so an organization can lose its last admin',
    });
  }
  return issues;
}

/** Metadata texts that people can fill beyond what Auth0 keeps for one profile. */
function oversizedProfiles({ fields }: Policy): PolicyIssue[] {
  const texts = Object.entries(fields)
    .map(([name, field]) => ({ name, bytes: mostBytes(field) }))
    .toSorted((a, b) => b.bytes - a.bytes);
  const total = texts.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total <= maxProfileBytes) return [];
  const largest = texts.slice(0, 3).filter(({ bytes }) => bytes > 0);
  const list = largest.map(({ name, bytes }) => `"${name}" ${bytes}`).join(', ');
  return [
    {
      path: 'fields',
      message: `texts can have ${total} bytes together, and Auth0 keeps 10 KB for a profile; the largest are ${list}: set "maxLength"`,
    },
  ];
}

const unlimitedKinds: readonly FieldKind[] = ['text', 'multiline', 'url', 'list'];

/**
 * A character has up to four bytes in UTF-8. A pattern without repetition limits a text by itself, and one line without a
 * limit is rarely filled.
 */
function mostBytes({ attribute, kind, constraints }: Field): number {
  if (!attribute.includes('.') || !unlimitedKinds.includes(kind)) return 0;
  const { maxLength, maxItems = mostItems, pattern, choices } = constraints ?? {};
  if (choices || (pattern !== undefined && !/[*+]|,\}/.test(pattern))) return 0;
  const unlimited = kind === 'multiline' ? longestText : 0;
  const bytes = 4 * Math.min(maxLength ?? unlimited, longestText);
  return kind === 'list' ? maxItems * bytes : bytes;
}
