/** Finds invitations whose request was left without an answer. */
import type { CallContext, Invitation } from '../management/index.js';
import type { Services } from '../services.js';

/** Auth0's clock and ours differ by less than this. */
const maxClockSkewMs = 60_000;

/**
 * Returns the invitations that were created since, newest first. Auth0's list may lack the newest for some seconds, and still
 * have those that were revoked just now.
 * @param since - In milliseconds since the epoch.
 */
export async function invitationsSince(
  { management, storage }: Pick<Services, 'management' | 'storage'>,
  organizationId: string,
  since: number,
  call: CallContext,
): Promise<readonly Invitation[]> {
  const isRecent = ({ createdAt }: Invitation) => Date.parse(createdAt) >= since - maxClockSkewMs;
  const found: Invitation[] = [];
  for (let page = 0; ; page += 1) {
    const { rows, hasMore } = await management.invitations.list(organizationId, page, call);
    found.push(...rows.filter(isRecent));
    if (!hasMore || !rows.every(isRecent)) break;
  }
  const records = await storage.invitations.list(organizationId);
  const ended = new Set(records.filter(({ end }) => end).map(({ id }) => id));
  return found.filter(({ id }) => !ended.has(id));
}

export function isTo(email: string): (invitation: Pick<Invitation, 'email'>) => boolean {
  return (invitation) => invitation.email.toLowerCase() === email.toLowerCase();
}
