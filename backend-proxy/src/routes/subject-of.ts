import type { Context } from 'hono';
import type { Actor } from '../access/actor.js';
import type { AuthenticatedEnv } from '../http/request.js';
import type { Subject, Subjects } from '../access/subject.js';

/** Whom an address is about. */
export type SubjectOf = (actor: Actor, context: Context<AuthenticatedEnv>) => Promise<Subject>;

export const caller =
  (subjects: Subjects): SubjectOf =>
  (actor, context) =>
    subjects.own(actor, context.get('call'));

/** The one in the address, `/v1/members/{userId}`. */
export const namedMember =
  (subjects: Subjects): SubjectOf =>
  (actor, context) =>
    subjects.member(actor, context.req.param('userId') ?? '', context.get('call'));
