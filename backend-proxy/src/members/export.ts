/** Streams the member export as CSV, one page in memory at a time. */
import type { OrganizationContext } from '../access/authorize-organization.js';
import type { CallContext } from '../management/index.js';
import { columnsFor, headingOf, linesOf } from './csv.js';
import { listInJoinOrder, type MemberQuery } from './find.js';
import { ProblemError } from '../http/problem-error.js';
import type { Services } from '../services.js';
import { messagesIn } from '../messages/negotiate.js';
import { toRows } from './rows.js';
import { searchableBy } from './searchable.js';

export interface ExportRun {
  readonly context: OrganizationContext;
  /** The language of headings and statuses. */
  readonly language: string;
  readonly query: Omit<MemberQuery, 'within' | 'limit' | 'sort'>;
  /** Returns the call context of the next page, with its own deadline. @throws {ProblemError} If the caller lost access. */
  readonly nextPage: () => Promise<CallContext>;
  /** Called if the export fails after it has started. */
  readonly onFailure: (reason: unknown) => void;
  /** Called when the export ends: complete, failed, or canceled by the reader. */
  readonly onEnd: () => Promise<void>;
}

const pageSize = 50;

/**
 * Exports in the order people joined, the only list without a limit of 1,000.
 * @throws {ProblemError} If the first page fails. A later failure errors the stream, so that the reader notices that the
 * file is incomplete.
 */
export async function exportMembers(
  services: Pick<Services, 'settings' | 'management' | 'storage' | 'people'>,
  { context, language, query, nextPage, onFailure, onEnd }: ExportRun,
): Promise<ReadableStream<Uint8Array>> {
  const { policy } = services.settings;
  const { attributes: within, guarded } = searchableBy(policy, context);
  const typed = (query.search ?? '').trim() !== '';
  const guards = typed && guarded && within.includes('name');
  const columns = columnsFor(policy, context, messagesIn(language));
  const encoder = new TextEncoder();

  async function readLines(position: string | null) {
    const page = { ...context, call: await nextPage() };
    const pageQuery = { ...query, within, limit: pageSize };
    const { listed, next } = await listInJoinOrder(services.management, page, pageQuery, position);
    const rows = await toRows(services, page, { ...query, guards }, listed);
    return { text: linesOf(columns, rows), next };
  }

  // If no attribute is searchable, a search finds no one.
  const first = typed && within.length === 0 ? { text: '', next: null } : await readLines(null);
  let ready: Awaited<ReturnType<typeof readLines>> | null = {
    ...first,
    text: headingOf(columns) + first.text,
  };
  let position: string | null = first.next;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          // A page without matches writes nothing, and isn't the end.
          while (!ready || ready.text === '') {
            if (position === null) {
              controller.close();
              return await onEnd();
            }
            ready = await readLines(position);
            position = ready.next;
          }
          controller.enqueue(encoder.encode(ready.text));
          ready = null;
        } catch (reason) {
          onFailure(reason);
          controller.error(reason);
          await onEnd();
        }
      },
      cancel: onEnd,
    },
    { highWaterMark: 0 },
  );
}

/** Exports of one organization at a time. The window frees a slot whose process died. */
const slots = { max: 2, seconds: 600 };
/** Seconds. A slot is usually free long before its window ends. */
const maxRetryAfter = 30;

/**
 * Takes one of the organization's export slots.
 * @returns A function that frees the slot. Calling it again does nothing.
 * @throws {ProblemError} `rate_limited` if all slots are taken.
 */
export async function takeExportSlot(
  { storage: { quotas } }: Pick<Services, 'storage'>,
  organizationId: string,
): Promise<() => Promise<void>> {
  const key = JSON.stringify(['members.export', organizationId]);
  const retryAfter = await quotas.take(key, slots);
  if (retryAfter > 0) {
    throw new ProblemError('rate_limited', { retryAfter: Math.min(retryAfter, maxRetryAfter) });
  }
  let isTaken = true;
  return async function freeSlot() {
    if (!isTaken) return;
    isTaken = false;
    await quotas.giveBack(key);
  };
}
