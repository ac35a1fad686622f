/** Sends invitations, a few in parallel, with one result each. */
import type { InvitationResult } from '../../../src/contract/index.js';
import type { RequestContext } from '../http/request.js';
import type { CallContext, Invitation, InvitationDraft } from '../management/index.js';
import { ProblemError } from '../http/problem-error.js';
import type { Services } from '../services.js';
import { findEnd } from './resolve-missing.js';
import { toRecord, toView, type Names } from './view.js';

/** Invitations sent in parallel. More would exceed Auth0's rate limit per second. */
const maxParallel = 4;
/** How long an address is reserved, so that two concurrent requests don't invite it twice. */
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
  if (isOurs && results.every(({ id }) => id === null)) throw failure as ProblemError;
  return results;
}

/** @throws {ProblemError} `rate_limited` for the organization's quota and for the tenant's limits. */
async function sendOnce(
  services: Pick<Services, 'settings' | 'management' | 'storage'>,
  { actor: { organizationId }, call }: RequestContext,
  draft: InvitationDraft,
): Promise<Invitation | 'taken'> {
  const { management, storage } = services;
  const claim = claimOf(organizationId, draft.email);
  if (!(await claimAddress(services, organizationId, draft.email, call))) return 'taken';
  try {
    const invitation = await underQuota(services, organizationId, () =>
      management.invitations.create(organizationId, draft, call),
    );
    await storage.invitations.note(organizationId, [toRecord(organizationId, invitation)]);
    return invitation;
  } catch (reason) {
    await storage.cooldowns.cancel(claim);
    throw reason;
  }
}

/**
 * Reserves an address. If it is reserved for an invitation that was used up since, the reservation is over.
 * @returns `false` if another request has it.
 */
async function claimAddress(
  { management, storage: { cooldowns, invitations, locks } }: Pick<Services, 'management' | 'storage'>,
  organizationId: string,
  email: string,
  call: CallContext,
): Promise<boolean> {
  const claim = claimOf(organizationId, email);
  if ((await cooldowns.start(claim, claimSeconds)) === 0) return true;
  return locks.hold(claim, async () => {
    const known = await invitations.list(organizationId);
    // Without one, the request that has the address isn't done.
    const last = known.find(
      (record) =>
        record.email.toLowerCase() === email.toLowerCase() &&
        record.end === null &&
        Date.parse(record.createdAt) > Date.now() - claimSeconds * 1000,
    );
    const end = last && (await findEnd(management, last, call));
    if (!last || typeof end !== 'object' || end.state === 'accepted') return false;
    // Noted first, so that of several requests only one gets the address.
    await invitations.settle(organizationId, last.id, end);
    await cooldowns.cancel(claim);
    return (await cooldowns.start(claim, claimSeconds)) === 0;
  });
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

function refusalOf({ code, details }: ProblemError): Omit<InvitationResult, 'email'> {
  if (code !== 'rate_limited') return { outcome: 'refused', code: 'not-sent' };
  const { retryAfter } = details;
  return { outcome: 'refused', code: 'rate-limited', ...(retryAfter !== undefined && { retryAfter }) };
}
