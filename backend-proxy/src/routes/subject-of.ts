import type { Context } from 'hono';
import type { AuthenticatedEnv } from '../http/request.js';
import type { Subject, Subjects } from '../access/subject.js';

/** Whom an address is about. */
export type SubjectOf = (context: Context<AuthenticatedEnv>) => Promise<Subject>;

export const caller =
  (subjects: Subjects): SubjectOf =>
  (context) =>
    subjects.own(context.var);

/** The one in the address, `/v1/members/{userId}`. */
export const namedMember =
  (subjects: Subjects): SubjectOf =>
  (context) =>
    subjects.member(context.var, context.req.param('userId') ?? '');
