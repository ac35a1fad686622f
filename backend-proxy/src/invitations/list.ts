/** Returns a page of invitations: those in Auth0's list, merged with those that recently disappeared from it. */
import type { InvitationPage, InvitationState, InvitationView } from '../../../src/contract/index.js';
import type { CallContext, Invitation } from '../management/index.js';
import type { RequestContext } from '../http/request.js';
import type { Services } from '../services.js';
import type { InvitationRecord } from '../storage/storage.js';
import type { InvitationCursor } from './cursor.js';
import { findEnd } from './resolve-missing.js';
import { isExpired, loadNames, toRecord, toView } from './view.js';

/** A new invitation counts as pending for this long, even if Auth0's list lacks it. */
const settlingMs = 30_000;
/** Auth0's search may not find a new member for this long: until then, one can still turn out to be accepted. */
const searchLagMs = 30_000;
/** Resolving a missing invitation costs up to three calls, once. The rest is resolved when the page is read again. */
const maxResolved = 5;

export async function listInvitations(
  services: Pick<Services, 'management' | 'storage'>,
  { actor: { organizationId }, call }: RequestContext,
  cursor: InvitationCursor,
): Promise<{ readonly page: InvitationPage; readonly after: InvitationCursor | null }> {
  const { management } = services;
  const ledger = services.storage.invitations;
  const [{ rows, hasMore }, known, names] = await Promise.all([
    management.invitations.list(organizationId, cursor.page, call),
    ledger.list(organizationId),
    loadNames(management, organizationId, call),
  ]);
  await ledger.note(
    organizationId,
    rows.map((row) => toRecord(organizationId, row)),
  );

  const last = rows.at(-1);
  const range = { from: cursor.before, to: hasMore && last ? Date.parse(last.createdAt) : -Infinity };
  const missing = known.filter((record) => isMissing(record, rows, range));
  const resolved = await resolve(services, missing, call);

  const listed = rows.map((row) => toView(row, stateOf(row, known), names));
  const invitations = [...listed, ...resolved.map(({ record, state }) => toView(record, state, names))];
  return {
    page: { invitations: invitations.sort(newestFirst), next: null },
    after: hasMore && last ? { page: cursor.page + 1, before: range.to } : null,
  };
}

/** The ledger has the state before Auth0's list does. */
function stateOf(row: Invitation, known: readonly InvitationRecord[]): InvitationState {
  const end = known.find(({ id }) => id === row.id)?.end;
  if (end?.state === 'revoked' || end?.state === 'replaced') return end.state;
  return isExpired(row) ? 'expired' : 'pending';
}

/** Returns whether a known invitation belongs on this page by time, but isn't in Auth0's list. */
function isMissing(
  { id, createdAt }: InvitationRecord,
  rows: readonly Invitation[],
  { from, to }: { from: number; to: number },
): boolean {
  const time = Date.parse(createdAt);
  return time < from && time > to && !rows.some((row) => row.id === id);
}

/** Resolves what became of the missing invitations. */
async function resolve(
  { management, storage }: Pick<Services, 'management' | 'storage'>,
  missing: readonly InvitationRecord[],
  call: CallContext,
): Promise<readonly MissingInvitation[]> {
  const isNew = ({ createdAt }: InvitationRecord) => Date.parse(createdAt) > Date.now() - settlingMs;
  const unexplained = missing.filter((record) => !record.end && !isNew(record));
  const open = [...unexplained, ...missing.filter(isJustGone)].slice(0, maxResolved);
  const found = await Promise.all(
    open.map(async (record): Promise<MissingInvitation | null> => {
      const finding = await findEnd(management, record, call);
      if (finding === 'unresolved' || (finding === 'unknown' && record.end)) return { record, state: 'gone' };
      if (finding === 'still-there' || finding === 'unknown') return null;
      if (finding.state === record.end?.state) return { record, state: finding.state };
      await storage.invitations.settle(record.organizationId, record.id, finding);
      return { record, state: finding.state };
    }),
  );
  const settled = missing.flatMap((record): MissingInvitation[] => {
    if (open.includes(record)) return [];
    if (record.end) return [{ record, state: record.end.state }];
    return isNew(record) ? [{ record, state: 'pending' }] : [];
  });
  return [...settled, ...found.filter((one) => one !== null)];
}

function isJustGone({ end }: InvitationRecord): boolean {
  return end?.state === 'gone' && Date.parse(end.at) > Date.now() - searchLagMs;
}

interface MissingInvitation {
  readonly record: InvitationRecord;
  readonly state: InvitationState;
}

function newestFirst(a: InvitationView, b: InvitationView): number {
  return Date.parse(b.createdAt) - Date.parse(a.createdAt);
}
