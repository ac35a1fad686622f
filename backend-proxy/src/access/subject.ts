/** Loads the person a request is about: the caller, or a member of the caller's organization. */
import { momentOf, type Actor } from './actor.js';
import type { RequestContext } from '../http/request.js';
import { actorsOf, decide, type Policy, type EvaluationContext } from '../../../src/policy/index.js';
import { ProblemError } from '../http/problem-error.js';
import type { Person, PersonLoader } from './load-person.js';
import { allSettled } from './all-settled.js';
import { padRefusal } from './pad-refusal.js';
import type { RequireActiveMember } from './active-member-check.js';

/** A person, and everything the policy needs to decide about them for this actor. */
export interface Subject extends RequestContext {
  readonly person: Person;
  readonly situation: EvaluationContext;
}

export interface Subjects {
  /** Loads the caller. @throws {ProblemError} `profile_not_found`, or `user_blocked`. */
  own(request: RequestContext): Promise<Subject>;
  /**
   * Loads a member.
   * @throws {ProblemError} `operation_locked` if the caller may not read members, `profile_not_found` for a user who
   * isn't a member, whether they exist or not.
   */
  member(request: RequestContext, userId: string): Promise<Subject>;
}

/** Anything that can't be a user ID is rejected without a call. */
const idShape = /^[^\p{Cc}]{1,1000}$/u;

export function createSubjects(
  policy: Policy,
  people: PersonLoader,
  requireActiveMember: RequireActiveMember,
): Subjects {
  async function own({ actor, call }: RequestContext): Promise<Subject> {
    const person = await people.load(actor, call);
    if (person.user.blocked) throw new ProblemError('user_blocked');
    return { actor, call, person, situation: situationOf(policy, actor, person) };
  }

  async function member(request: RequestContext, userId: string): Promise<Subject> {
    const { actor, call } = request;
    if (userId === actor.userId) return own(request);
    // Without a role the answer must not depend on the target, so nothing is read.
    const refused = new ProblemError('operation_locked', { reason: 'not-allowed' });
    if (actorsOf(policy, actor.permissions, false).length === 0) throw refused;
    if (!idShape.test(userId)) throw new ProblemError('profile_not_found');
    const { organizationId } = actor;
    const [, person] = await padRefusal(() =>
      allSettled([requireActiveMember(request), people.load({ userId, organizationId }, call)]),
    );
    const situation = situationOf(policy, actor, person);
    const { actors, target, moment } = situation;
    const question = { actors, target, moment, operation: 'member.read', lastAdmin: false } as const;
    if (decide(policy, question).effect === 'deny') throw refused;
    return { actor, call, person, situation };
  }

  return { own, member };
}

/** Returns the policy's view of this actor and this person. */
export function situationOf(policy: Policy, actor: Actor, person: Person): EvaluationContext {
  const { user } = person;
  return {
    actors: actorsOf(policy, actor.permissions, actor.userId === user.userId),
    target: person.target,
    moment: momentOf(actor),
    values: user.values,
    verification: user.verification,
  };
}
