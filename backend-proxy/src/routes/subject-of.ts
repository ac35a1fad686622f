import type { Context } from 'hono';
import type { Actor } from '../actor.js';
import type { ProxyEnv } from '../middleware/request.js';
import type { Subject, Subjects } from '../person/subject.js';

/** Whom an address is about. */
export type SubjectOf = (actor: Actor, context: Context<ProxyEnv>) => Promise<Subject>;

export const caller =
  (subjects: Subjects): SubjectOf =>
  (actor, context) =>
    subjects.own(actor, context.get('call'));

/** The one in the address, `/v1/members/{userId}`. */
export const namedMember =
  (subjects: Subjects): SubjectOf =>
  (actor, context) =>
    subjects.member(actor, context.req.param('userId') ?? '', context.get('call'));
