/** Reads and updates a profile: the caller's own, or a member's on their behalf. */
import type { Context } from 'hono';
import { z } from 'zod';
import {
  checkPatch,
  listedPicture,
  listedText,
  oversizedFields,
  type Refusal,
} from '../../../src/policy/index.js';
import { UserChanged, type User } from '../management/index.js';
import { describeChanges } from '../audit/changes.js';
import { describeProblem, recordAuditEntry } from '../audit/record.js';
import { readJson } from '../http/read-json.js';
import type { AuthenticatedEnv } from '../http/request.js';
import { readMembership } from '../members/membership.js';
import { lockPerson } from '../access/locks.js';
import {
  namesAnswer,
  namesVersion,
  viewProfile,
  type ProfileExtras,
  type VersionedProfile,
} from '../accounts/profile-view.js';
import { createProfileRenderer } from '../accounts/rendered-profile.js';
import { saveChanges } from '../accounts/save-changes.js';
import { cooldownSeconds } from '../accounts/send-email.js';
import { situationOf, type Subject } from '../access/subject.js';
import { ProblemError } from '../http/problem-error.js';
import type { UserChange } from '../storage/storage.js';
import { loadSubject, reasonText } from './request-parts.js';
import type { Services } from '../services.js';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Not `z.record`, which silently drops a key named `__proto__`: every unknown key must be rejected. */
export const patchBody = z.strictObject({
  fields: z.custom<Record<string, unknown>>(isRecord).meta({ type: 'object' }),
  /** Required for edits on behalf of another person if the policy says so. */
  reason: reasonText.optional(),
});
type PatchBody = z.infer<typeof patchBody>;

export function profileRoutes(services: Services) {
  const { settings, storage } = services;
  const { policy } = settings;

  const render = createProfileRenderer(policy);

  async function readExtras(context: Context<AuthenticatedEnv>, subject: Subject): Promise<ProfileExtras> {
    const isMember = context.req.param('userId') !== undefined;
    const member = isMember ? await readMembership(services, subject) : null;
    const own = subject.situation.actors.includes('self');
    const deletion = own ? await storage.deletions.read(subject.person.user.userId) : null;
    return { member, deletion };
  }

  async function view(context: Context<AuthenticatedEnv>, subject: Subject): Promise<VersionedProfile> {
    return viewProfile(policy, subject, await readExtras(context, subject));
  }

  async function read(context: Context<AuthenticatedEnv>): Promise<Response> {
    const subject = await loadSubject(services, context);
    const { body, etag } = render(subject, await readExtras(context, subject));
    const known = context.req.header('if-none-match');
    if (known && namesAnswer(known, etag)) return context.body(null, 304, { etag });
    return context.body(body, 200, { etag, 'content-type': 'application/json' });
  }

  async function update(context: Context<AuthenticatedEnv>): Promise<Response> {
    const actor = context.get('actor');
    const version = context.req.header('if-match');
    if (!version) throw new ProblemError('if_match_required');
    const body = patchBody.safeParse(await readJson(context));
    if (!body.success) throw new ProblemError('body_invalid');
    const target = context.req.param('userId') ?? actor.userId;
    if (body.data.reason !== undefined) context.set('auditReason', body.data.reason);
    return lockPerson(storage.locks, target, () => store(context, version, body.data));
  }

  async function store(
    context: Context<AuthenticatedEnv>,
    version: string,
    { fields, reason }: PatchBody,
  ): Promise<Response> {
    const subject = await loadSubject(services, context);
    const { call, person, situation } = subject;
    const current = await view(context, subject);
    if (!namesVersion(version, current.etag)) throw new ProblemError('profile_changed', { current });

    const verdict = checkPatch(policy, situation, fields);
    if (!verdict.ok) throw refuse(verdict.refusals, policy.safeguards.stepUp?.maxAge);
    if (verdict.changes.length === 0) return answer(context, current);
    const oversized = oversizedFields(person.user.profileBytes, person.user.values, verdict.changes);
    if (oversized.length > 0) {
      const code = 'profile_too_large';
      throw new ProblemError(code, { fields: oversized.map((field) => ({ field, code })) });
    }
    if (current.profile.auditReason && reason === undefined) throw new ProblemError('reason_required');

    const { userId } = person.user;
    const outcome = await saveChanges(services, person.user, verdict.changes, call).catch(
      async (reason: unknown) => {
        if (!(reason instanceof UserChanged)) throw reason;
        const current = await view(context, withUser(subject, reason.user));
        throw new ProblemError('profile_changed', { current });
      },
    );
    const stored = outcome.complete ? verdict.changes.map(({ field }) => field) : outcome.saved;
    await storage.recent.noteUser(userId, listedValues(outcome.user));
    await recordAuditEntry(settings, context, {
      targetUserId: userId,
      action: 'profile.update',
      fields: stored,
      changes: describeChanges(
        policy,
        person.user,
        verdict.changes.filter(({ field }) => stored.includes(field)),
      ),
      ...(!outcome.complete && { outcome: 'partly', problem: describeProblem(outcome.problem) }),
      ...(reason !== undefined && { reason }),
    });
    const now = await view(context, withUser(subject, outcome.user));
    if (outcome.complete && outcome.emailSent) return answer(context, withVerificationEmail(now));
    if (outcome.complete) return answer(context, now);
    const { saved, problem } = outcome;
    throw new ProblemError(problem.code, { ...problem.details, saved, current: now, cause: problem.cause });
  }

  function withUser(subject: Subject, user: User): Subject {
    const person = { ...subject.person, user };
    return { ...subject, person, situation: situationOf(policy, subject.actor, person) };
  }

  return { read, update };
}

/** Values to patch lists with until Auth0's search has indexed the change. */
function listedValues({ values }: User): UserChange {
  return {
    name: listedText(values.name),
    email: listedText(values.email),
    picture: listedPicture(values.picture),
  };
}

/** Adds the cool-down after a sent email. It isn't stored, so the ETag stays the same. */
function withVerificationEmail({ profile, etag }: VersionedProfile): VersionedProfile {
  return { profile: { ...profile, verificationMail: { retryAfter: cooldownSeconds } }, etag };
}

function answer(context: Context<AuthenticatedEnv>, { profile, etag }: VersionedProfile): Response {
  return context.json(profile, 200, { etag });
}

/** `step_up_required` comes last: signing in again helps only if nothing else is wrong. */
const problemPrecedence = ['field_unknown', 'field_locked', 'value_invalid', 'step_up_required'] as const;

/**
 * One rejected field rejects the patch. The problem lists all of them; its `code` is the highest-precedence one.
 */
function refuse(refusals: readonly Refusal[], maxAge: number | undefined): ProblemError {
  const highestPrecedence = problemPrecedence.find((code) =>
    refusals.some((refusal) => refusal.code === code),
  );
  const code = highestPrecedence ?? 'value_invalid';
  return new ProblemError(code, {
    fields: refusals,
    ...(code === 'step_up_required' && maxAge !== undefined && { maxAge }),
  });
}
