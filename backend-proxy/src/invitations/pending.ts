/** Pending invitations. Auth0 can't look one up by email address, so all are read and cached. */
import { Cache } from '../management/cache.js';
import type { CallContext, Invitation, Management } from '../management/index.js';
import type { InvitationLedger } from '../storage/storage.js';
import { isExpired } from './view.js';

export interface PendingInvitations {
  /** Returns pending invitations, at most ten seconds old, without those revoked since. */
  list(organizationId: string, call: CallContext): Promise<readonly Invitation[]>;
  /** Returns invitations to one address (case-insensitive), including ones sent just now. */
  to(organizationId: string, email: string, call: CallContext): Promise<readonly Invitation[]>;
  /**
   * Returns those of the addresses that have an invitation that can still be used.
   * @param addresses - In lower case.
   */
  invited(
    organizationId: string,
    addresses: readonly string[],
    call: CallContext,
  ): Promise<ReadonlySet<string>>;
}

const lifetimeMs = 10_000;
/** Each costs a call. */
const maxConfirmed = 5;

export function createPendingInvitations(
  { invitations }: Management,
  ledger: InvitationLedger,
): PendingInvitations {
  const known = new Cache<readonly Invitation[]>({ lifetimeMs, capacity: 1_000 });

  async function readAll(organizationId: string, call: CallContext): Promise<readonly Invitation[]> {
    const all: Invitation[] = [];
    for (let page = 0; ; page += 1) {
      const { rows, hasMore } = await invitations.list(organizationId, page, call);
      all.push(...rows);
      if (!hasMore) return all;
    }
  }

  async function list(organizationId: string, call: CallContext): Promise<readonly Invitation[]> {
    const all = await known.get(organizationId, () => readAll(organizationId, call));
    const records = await ledger.list(organizationId);
    const ended = new Set(records.filter(({ end }) => end).map(({ id }) => id));
    return all.filter((invitation) => !isExpired(invitation) && !ended.has(invitation.id));
  }

  async function to(
    organizationId: string,
    email: string,
    call: CallContext,
  ): Promise<readonly Invitation[]> {
    const isTo = (one: { readonly email: string }) => one.email.toLowerCase() === email.toLowerCase();
    const listed = (await list(organizationId, call)).filter(isTo);
    const known = new Set(listed.map(({ id }) => id));
    const records = await ledger.list(organizationId);
    // Known but not listed: either newer than the cached list or already used. Read each to find out.
    const others = records.filter((record) => isTo(record) && !record.end && !known.has(record.id));
    const found = await Promise.all(others.map(({ id }) => invitations.read(organizationId, id, call)));
    return [...listed, ...found.filter((one) => one !== null).filter((one) => !isExpired(one))];
  }

  return {
    list,
    to,
    invited: async (organizationId, addresses, call) => {
      const listed = (await list(organizationId, call)).filter(({ email }) =>
        addresses.includes(email.toLowerCase()),
      );
      // Used up since the list was read: the remedy is a new invitation, at once.
      const left = await Promise.all(
        listed.map(async ({ id }, index) =>
          index < maxConfirmed ? (await invitations.read(organizationId, id, call)) !== null : true,
        ),
      );
      return new Set(listed.filter((_, index) => left[index]).map(({ email }) => email.toLowerCase()));
    },
  };
}
