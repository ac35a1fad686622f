/**
 * Decides questions in three gates, each of which can only narrow: Auth0's own limits, the policy's rules, and the
 * safeguards. The default is deny, a deny overrides, and the order of the rules never matters.
 */
import { auth0PermitsOperation, auth0PermitsUpdate, connectionHasAttribute } from './auth0-gate.js';
import type { Question } from './question.js';
import { isSignInTooOld, safeguardDenies } from './safeguards.js';
import { self, type Policy, type Rule, type When } from './file/schema.js';
import type { ConnectionFacts, Target } from './target.js';
import { ruleReasons, type Gate, type LockReason } from './vocabulary.js';

/** The answer to a question, with the gate and rule that decided. */
export type Decision =
  | {
      readonly effect: 'allow';
      readonly gate: 'policy';
      readonly rule: string;
      /** The value can be read masked only. */
      readonly masked?: true;
    }
  | {
      readonly effect: 'deny';
      /** The gate that denied it. */
      readonly gate: Gate;
      /** The rule that denied it; `null` for another gate or the default. */
      readonly rule: string | null;
      readonly reason: LockReason;
    };

/**
 * Decides one question.
 * @example decide(policy, { actors, target, moment, field: 'email', action: 'update' }).effect === 'allow'
 */
export function decide(policy: Policy, question: Question): Decision {
  const known = decisions.get(policy)?.get(question.target);
  if (!known || !isInPolicy(policy, question)) return judgeGates(policy, question);
  const key = keyOf(policy, question);
  const decision = known.get(key) ?? judgeGates(policy, question);
  known.set(key, decision);
  return decision;
}

const decisions = new WeakMap<Policy, WeakMap<Target, Map<string, Decision>>>();

/**
 * Keeps decisions about a target from now on, for as long as it is kept itself. For a target that many people share: about
 * any other one, this takes longer than to decide.
 * @example keepDecisions(policy, target) === target
 */
export function keepDecisions(policy: Policy, target: Target): Target {
  const ofPolicy = decisions.get(policy) ?? new WeakMap<Target, Map<string, Decision>>();
  decisions.set(policy, ofPolicy);
  if (!ofPolicy.has(target)) ofPolicy.set(target, new Map());
  return target;
}

/** A request can name any field: an answer about each name would fill the memory. */
function isInPolicy({ fields }: Policy, question: Question): boolean {
  return 'operation' in question || Object.hasOwn(fields, question.field);
}

/** Everything that a decision depends on besides the target. No name in a policy contains a space. */
function keyOf({ safeguards: { stepUp } }: Policy, question: Question): string {
  const { actors, moment } = question;
  const subject =
    'operation' in question
      ? `${question.operation} ${question.lastAdmin}`
      : `${question.action} ${question.field}`;
  return `${subject} ${isSignInTooOld(stepUp, moment)} ${moment.delegated} ${actors.join(' ')}`;
}

function judgeGates(policy: Policy, question: Question): Decision {
  const denied = auth0Denies(policy, question);
  if (denied) return denied;
  const judged = judge(policy.rules, question);
  if (judged.effect === 'deny') return judged;
  const mayAsThemselves = () =>
    question.actors.includes(self) && judge(policy.rules, { ...question, actors: [self] }).effect === 'allow';
  const reason = safeguardDenies(policy, question, mayAsThemselves);
  return reason ? { effect: 'deny', gate: 'safeguard', rule: null, reason } : judged;
}

/**
 * Returns how much a decision allows: 0 nothing, 1 a masked value, 2 everything. Use it to compare decisions.
 * @example accessOf(decide(policy, question)) > 0
 */
export function accessOf(decision: Decision): 0 | 1 | 2 {
  if (decision.effect === 'deny') return 0;
  return decision.masked ? 1 : 2;
}

/**
 * Returns the actors that a caller is.
 * @param permissions - The permissions in the access token.
 * @param isSelf - Whether the target is the caller.
 * @example actorsOf(defaultPolicy, ['manage:members'], false) // ['admin']
 */
export function actorsOf(policy: Policy, permissions: readonly string[], isSelf: boolean): readonly string[] {
  const named = Object.entries(policy.actors)
    .filter(([, actor]) => actor.permissions.some((permission) => permissions.includes(permission)))
    .map(([actorName]) => actorName);
  return isSelf ? [self, ...named] : named;
}

function auth0Denies(policy: Policy, question: Question): Decision | null {
  const { connection } = question.target;
  const deny = (reason: LockReason): Decision => ({ effect: 'deny', gate: 'auth0', rule: null, reason });
  if ('operation' in question) {
    const answer = auth0PermitsOperation(question.operation, connection);
    return answer.permitted ? null : deny(answer.reason);
  }
  const field = Object.hasOwn(policy.fields, question.field) ? policy.fields[question.field] : undefined;
  // A field that isn't in the policy can't be allowed by a rule.
  if (!field) return { effect: 'deny', gate: 'policy', rule: null, reason: 'not-allowed' };
  if (!connectionHasAttribute(field.attribute, connection)) return deny('no-such-attribute');
  if (question.action === 'read') return null;
  const answer = auth0PermitsUpdate(field.attribute, connection);
  return answer.permitted ? null : deny(answer.reason);
}

function judge(rules: readonly Rule[], question: Question): Decision {
  let allowing: Rule | undefined;
  let denying: Rule | undefined;
  for (const rule of rulesAbout(rules, question)) {
    if (!appliesTo(rule, question)) continue;
    if (rule.effect === 'allow') allowing = allowing && !(allowing.masked && !rule.masked) ? allowing : rule;
    else if (!denying || rank(rule) < rank(denying)) denying = rule;
  }
  if (denying)
    return { effect: 'deny', gate: 'policy', rule: denying.id, reason: denying.reason ?? 'not-allowed' };
  if (allowing) {
    return { effect: 'allow', gate: 'policy', rule: allowing.id, ...(allowing.masked && { masked: true }) };
  }
  return { effect: 'deny', gate: 'policy', rule: null, reason: 'not-allowed' };
}

/** Orders several denials by how much their reason explains, so that the order of the rules doesn't matter. */
function rank({ reason }: Rule): number {
  return ruleReasons.indexOf(reason ?? 'not-allowed');
}

/** Whether a rule applies to a question. */
export function applies(rule: Rule, question: Question): boolean {
  return isAbout(rule, question) && appliesTo(rule, question);
}

/** Whether a rule applies to the actors and the target of a question that it is about. */
function appliesTo({ actors, when }: Rule, question: Question): boolean {
  return (
    actors.some((actor) => question.actors.includes(actor)) &&
    (when === undefined || holds(when, question.target))
  );
}

/** The rules of a policy by what they are about. A policy never changes, and most of its rules are about something else. */
const indexes = new WeakMap<readonly Rule[], Map<string, readonly Rule[]>>();

function rulesAbout(rules: readonly Rule[], question: Question): readonly Rule[] {
  const index = indexes.get(rules) ?? new Map<string, readonly Rule[]>();
  indexes.set(rules, index);
  const subject = 'operation' in question ? question.operation : `${question.action} ${question.field}`;
  const about = index.get(subject) ?? rules.filter((rule) => isAbout(rule, question));
  index.set(subject, about);
  return about;
}

function isAbout(rule: Rule, question: Question): boolean {
  if ('operation' in question) return rule.operations?.includes(question.operation) ?? false;
  return (
    (rule.actions?.includes(question.action) ?? false) &&
    (rule.fields?.some((field) => field === '*' || field === question.field) ?? false)
  );
}

function holds(when: When, { connection, provisioning, organization, roles }: Target): boolean {
  return (
    (when.connection?.some((word) => names(connection, word)) ?? true) &&
    (when.provisioning?.includes(provisioning) ?? true) &&
    (when.attributeSync?.includes(connection.attributeSync) ?? true) &&
    (when.organization?.some((word) => isOrganization(organization, word)) ?? true) &&
    (when.targetRole?.some((role) => roles.includes(role)) ?? true)
  );
}

/** Matches an id, or `key=value` of the organization's metadata. */
function isOrganization({ id, metadata }: Target['organization'], word: string): boolean {
  const equals = word.indexOf('=');
  if (equals < 0) return word === id;
  const key = word.slice(0, equals);
  return Object.hasOwn(metadata, key) && metadata[key] === word.slice(equals + 1);
}

function names(connection: ConnectionFacts, word: string): boolean {
  return word === connection.class || word === connection.strategy || word === connection.name;
}
