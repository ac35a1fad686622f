/** Sends invitations, a few in parallel, with one result each. */
import type { InvitationRefusal, InvitationResult, ProblemCode } from '../../../src/contract/index.js';
import type { RequestContext } from '../http/request.js';
import { watchWrites, type CallContext, type Invitation, type InvitationDraft } from '../management/index.js';
import { ProblemError } from '../http/problem-error.js';
import { outcomeUnknown } from '../http/outcome-unknown.js';
import type { Services } from '../services.js';
import { invitationsSince, isTo } from './recent.js';
import { findEnd } from './resolve-missing.js';
import { toRecord, toView, type Names } from './view.js';

/** Invitations sent in parallel. More would exceed Auth0's rate limit per second. */
const maxParallel = 4;
/** How long an address is reserved: far longer than Auth0's list of invitations lags behind. */
const claimSeconds = 60;

/**
 * Returns one result per draft, in order. After `rate_limited`, the remaining drafts aren't tried.
 * @throws {ProblemError} If none was sent, for a reason that has nothing to do with the addresses.
 */
export async function sendAll(
  services: Pick<Services, 'settings' | 'management' | 'storage'>,
  request: RequestContext,
  drafts: readonly InvitationDraft[],
  names: Names,
): Promise<readonly { readonly result: InvitationResult; readonly id: string | null }[]> {
  const results: { result: InvitationResult; id: string | null }[] = [];
  let failure: ProblemError | undefined;
  let next = 0;

  async function sendOne(index: number, draft: InvitationDraft): Promise<void> {
    const { email } = draft;
    try {
      const outcome = await sendOnce(services, request, draft);
      const view = typeof outcome === 'object' ? toView(outcome, 'pending', names) : null;
      results[index] = view
        ? { result: { email, outcome: 'invited', invitation: view }, id: view.id }
        : { result: { email, outcome: 'refused', code: 'already-invited' }, id: null };
    } catch (reason) {
      if (!(reason instanceof ProblemError)) throw reason;
      failure ??= reason;
      results[index] = { result: { email, ...refusalOf(reason) }, id: null };
    }
  }

  async function work(): Promise<void> {
    for (let index = next; index < drafts.length; index = next) {
      next += 1;
      const draft = drafts[index];
      if (!draft) return;
      if (failure?.code === 'rate_limited') {
        results[index] = { result: { email: draft.email, ...refusalOf(failure) }, id: null };
      } else await sendOne(index, draft);
    }
  }

  await Promise.all(Array.from({ length: maxParallel }, work));
  const isOurs =
    failure !== undefined && failure.code !== 'rate_limited' && failure.code !== 'invitation_refused';
  const isNothingSent = results.every(({ id, result }) => id === null && result.code !== 'outcome-unknown');
  if (isOurs && isNothingSent) throw failure as ProblemError;
  return results;
}

/**
 * Sends one invitation, one request at a time for an address: the second sees what became of the first.
 * @throws {ProblemError} `rate_limited` for the organization's quota and for the tenant's limits; `outcome_unknown` if the
 *   email may have been sent, now or less than a minute ago
 */
async function sendOnce(
  services: Pick<Services, 'settings' | 'management' | 'storage'>,
  { actor: { organizationId }, call }: RequestContext,
  draft: InvitationDraft,
): Promise<Invitation | 'taken'> {
  const { management, storage } = services;
  const claim = claimOf(organizationId, draft.email);
  const watched = watchWrites(call);
  return storage.locks.hold(claim, async () => {
    if (!(await claimAddress(services, organizationId, draft.email, call))) return 'taken';
    try {
      const invitation = await underQuota(services, organizationId, () =>
        management.invitations.create(organizationId, draft, watched.call),
      );
      await storage.invitations.note(organizationId, [toRecord(organizationId, invitation)]);
      return invitation;
    } catch (reason) {
      if (!watched.mayHaveWritten(reason)) await storage.cooldowns.cancel(claim);
      else if (reason instanceof ProblemError) throw await outcomeUnknown(storage, claim, reason);
      throw reason;
    }
  });
}

/**
 * Reserves an address, while holding its lock. If it is reserved for an invitation that was used up since, the reservation
 * is over.
 * @returns `false` if it was invited less than a minute ago.
 */
async function claimAddress(
  services: Pick<Services, 'management' | 'storage'>,
  organizationId: string,
  email: string,
  call: CallContext,
): Promise<boolean> {
  const { management, storage } = services;
  const { cooldowns, invitations } = storage;
  const claim = claimOf(organizationId, email);
  if ((await cooldowns.start(claim, claimSeconds)) === 0) return true;
  const since = Date.now() - claimSeconds * 1000;
  const known = await invitations.list(organizationId);
  const last = known
    .filter(isTo(email))
    .find((record) => record.end === null && Date.parse(record.createdAt) > since);
  if (!last) {
    // The request that reserved the address has no answer.
    const made = (await invitationsSince(services, organizationId, since, call)).find(isTo(email));
    if (!made) throw await outcomeUnknown(storage, claim);
    await invitations.note(organizationId, [toRecord(organizationId, made)]);
    return false;
  }
  const end = await findEnd(management, last, call);
  if (typeof end !== 'object' || end.state === 'accepted') return false;
  await invitations.settle(organizationId, last.id, end);
  await cooldowns.cancel(claim);
  return (await cooldowns.start(claim, claimSeconds)) === 0;
}

/** Returns the key that reserves an address while it is being invited. */
export function claimOf(organizationId: string, email: string): string {
  return JSON.stringify(['invitation', organizationId, email.toLowerCase()]);
}

/**
 * Counts an email against the organization's hourly quota, unless Auth0 rejects it. Resent ones count too.
 * @throws {ProblemError} `rate_limited`
 */
export async function underQuota<T>(
  { settings, storage: { quotas } }: Pick<Services, 'settings' | 'storage'>,
  organizationId: string,
  send: () => Promise<T>,
): Promise<T> {
  const key = JSON.stringify(['invitations', organizationId]);
  const retryAfter = await quotas.take(key, { max: settings.invitationsPerHour, seconds: 3600 });
  if (retryAfter > 0) throw new ProblemError('rate_limited', { retryAfter });
  try {
    return await send();
  } catch (reason) {
    const nothingSent =
      reason instanceof ProblemError &&
      (reason.code === 'invitation_refused' || reason.code === 'rate_limited');
    if (nothingSent) await quotas.giveBack(key);
    throw reason;
  }
}

function refusalOf({ code, details: { retryAfter } }: ProblemError): Omit<InvitationResult, 'email'> {
  const refusal = refusalOfProblem.get(code);
  if (!refusal) return { outcome: 'refused', code: 'not-sent' };
  return { outcome: 'refused', code: refusal, ...(retryAfter !== undefined && { retryAfter }) };
}

const refusalOfProblem = new Map<ProblemCode, InvitationRefusal>([
  ['rate_limited', 'rate-limited'],
  ['outcome_unknown', 'outcome-unknown'],
]);
