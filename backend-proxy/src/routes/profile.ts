/** The caller's own profile. */
import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { checkPatch, type Refusal } from '../../../src/policy/index.js';
import type { Actor } from '../actor.js';
import type { Management } from '../management/index.js';
import type { Authenticate } from '../middleware/authenticate.js';
import { readJson } from '../middleware/read-json.js';
import type { ProxyEnv } from '../middleware/request.js';
import type { Settings } from '../options.js';
import { loadPerson, readsFor, type Person } from '../person/load-person.js';
import { namesTag, situationOf, viewProfile, type VersionedProfile } from '../person/profile-view.js';
import { saveChanges } from '../person/save-changes.js';
import { WriteLock } from '../person/write-lock.js';
import { ProblemError } from '../problem-error.js';

export interface ProfileRoutesOptions {
  readonly settings: Settings;
  readonly management: Management;
  readonly authenticate: Authenticate;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Not `z.record`: it drops a key named `__proto__` silently, and here every key has to be answered for. */
const patchBody = z.strictObject({ fields: z.custom<Record<string, unknown>>(isRecord) });

export function profileRoutes({ settings, management, authenticate }: ProfileRoutesOptions): Hono<ProxyEnv> {
  const { policy } = settings;
  const reads = readsFor(policy);
  const writes = new WriteLock();

  const identify = async (context: Context<ProxyEnv>): Promise<Actor> => {
    const actor = await authenticate(context.req.header('authorization'));
    context.set('actor', actor);
    return actor;
  };

  const loadOwn = async (actor: Actor, context: Context<ProxyEnv>): Promise<Person> => {
    const person = await loadPerson(management, reads, actor, context.get('call'));
    if (person.user.blocked) throw new ProblemError('user_blocked');
    return person;
  };

  async function read(context: Context<ProxyEnv>): Promise<Response> {
    const actor = await identify(context);
    const person = await loadOwn(actor, context);
    const situation = situationOf(policy, actor, person);
    const view = await viewProfile(policy, situation, person);
    const known = context.req.header('if-none-match');
    if (known && namesTag(known, view.etag)) return context.body(null, 304, { etag: view.etag });
    return answer(context, view);
  }

  async function update(context: Context<ProxyEnv>): Promise<Response> {
    const actor = await identify(context);
    const version = context.req.header('if-match');
    if (!version) throw new ProblemError('if_match_required');
    const body = patchBody.safeParse(await readJson(context));
    if (!body.success) throw new ProblemError('body_invalid');
    return writes.run(actor.userId, () => store(context, actor, version, body.data.fields));
  }

  async function store(
    context: Context<ProxyEnv>,
    actor: Actor,
    version: string,
    patch: Record<string, unknown>,
  ): Promise<Response> {
    const person = await loadOwn(actor, context);
    const situation = situationOf(policy, actor, person);
    const current = await viewProfile(policy, situation, person);
    if (!namesTag(version, current.etag)) throw new ProblemError('profile_changed', { current });

    const verdict = checkPatch(policy, situation, patch);
    if (!verdict.ok) throw refuse(verdict.refusals, policy.safeguards.stepUp?.maxAge);
    if (verdict.changes.length === 0) return answer(context, current);

    const outcome = await saveChanges(management, actor.userId, verdict.changes, context.get('call'));
    const view = await viewProfile(policy, situationOf(policy, actor, person, outcome.user), person);
    if (outcome.complete) return answer(context, view);
    const { saved, problem } = outcome;
    throw new ProblemError(problem.code, { ...problem.details, saved, current: view, cause: problem.cause });
  }

  return new Hono<ProxyEnv>().get('/', read).patch('/', update);
}

function answer(context: Context<ProxyEnv>, { profile, etag }: VersionedProfile): Response {
  return context.json(profile, 200, { etag });
}

/** A fresh sign-in helps only when nothing else is wrong. */
const gravity = ['field_unknown', 'field_locked', 'value_invalid', 'step_up_required'] as const;

/** One refused field refuses the patch; the answer names them all, under the code of the gravest. */
function refuse(refusals: readonly Refusal[], maxAge: number | undefined): ProblemError {
  const gravest = gravity.find((code) => refusals.some((refusal) => refusal.code === code));
  const code = gravest ?? 'value_invalid';
  return new ProblemError(code, {
    fields: refusals,
    ...(code === 'step_up_required' && maxAge !== undefined && { maxAge }),
  });
}
