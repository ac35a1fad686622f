/** A page of invitations: those Auth0 lists, and between them, by time, those that vanished lately. */
import type { InvitationPage, InvitationState, InvitationView } from '../../../src/contract/index.js';
import type { CallContext, Invitation } from '../management/index.js';
import type { RequestContext } from '../http/request.js';
import type { Services } from '../services.js';
import type { InvitationRecord } from '../storage/storage.js';
import type { InvitationCursor } from './cursor.js';
import { findEnd } from './resolve-missing.js';
import { isExpired, loadNames, toRecord, toView } from './view.js';

/** What was just made is shown, also where the list should not know of it yet. */
const settlingMs = 30_000;
/** Explaining one costs up to three calls, once; the others are explained the next time somebody looks. */
const maxExplained = 5;

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
  const vanished = known.filter((record) => isMissing(record, rows, range));
  const explained = await explain(services, vanished, call);

  const listed = rows.map((row) => toView(row, stateOf(row, known), names));
  const invitations = [...listed, ...explained.map(({ record, state }) => toView(record, state, names))];
  return {
    page: { invitations: invitations.sort(newestFirst), next: null },
    after: hasMore && last ? { page: cursor.page + 1, before: range.to } : null,
  };
}

/** The ledger knows first of what was done here. */
function stateOf(row: Invitation, known: readonly InvitationRecord[]): InvitationState {
  const end = known.find(({ id }) => id === row.id)?.end;
  if (end?.state === 'revoked' || end?.state === 'replaced') return end.state;
  return isExpired(row) ? 'expired' : 'pending';
}

/** Each page answers for the time between its last row and that of the page before, neither of them included. */
function isMissing(
  { id, createdAt }: InvitationRecord,
  rows: readonly Invitation[],
  { from, to }: { from: number; to: number },
): boolean {
  const time = Date.parse(createdAt);
  return time < from && time > to && !rows.some((row) => row.id === id);
}

/** Those that are gone, with what became of them. */
async function explain(
  { management, storage }: Pick<Services, 'management' | 'storage'>,
  vanished: readonly InvitationRecord[],
  call: CallContext,
): Promise<readonly Vanished[]> {
  const isNew = ({ createdAt }: InvitationRecord) => Date.parse(createdAt) > Date.now() - settlingMs;
  const open = vanished.filter((record) => !record.end && !isNew(record)).slice(0, maxExplained);
  const found = await Promise.all(
    open.map(async (record): Promise<Vanished | null> => {
      const finding = await findEnd(management, record, call);
      if (finding === 'still-there' || finding === 'unknown') return null;
      if (finding === 'gone') return { record, state: 'gone' };
      await storage.invitations.settle(record.organizationId, record.id, finding);
      return { record, state: finding.state };
    }),
  );
  const settled = vanished.flatMap((record): Vanished[] => {
    if (record.end) return [{ record, state: record.end.state }];
    return isNew(record) ? [{ record, state: 'pending' }] : [];
  });
  return [...settled, ...found.filter((one) => one !== null)];
}

interface Vanished {
  readonly record: InvitationRecord;
  readonly state: InvitationState;
}

function newestFirst(a: InvitationView, b: InvitationView): number {
  return Date.parse(b.createdAt) - Date.parse(a.createdAt);
}
