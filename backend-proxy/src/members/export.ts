/** Streams the member export as CSV, one page in memory at a time. */
import type { OrganizationContext } from '../access/authorize-organization.js';
import type { CallContext } from '../management/index.js';
import { columnsFor, headingOf, linesOf } from './csv.js';
import { listInJoinOrder, type MemberQuery } from './find.js';
import { streamPages, type ExportEnds } from '../http/export-stream.js';
import type { Services } from '../services.js';
import { messagesIn } from '../messages/negotiate.js';
import { toRows } from './rows.js';
import { searchableBy } from './searchable.js';

export interface ExportRun extends ExportEnds {
  readonly context: OrganizationContext;
  /** The language of headings and statuses. */
  readonly language: string;
  readonly query: Omit<MemberQuery, 'within' | 'limit' | 'sort'>;
  /** Returns the call context of the next page, with its own deadline. @throws {ProblemError} If the caller lost access. */
  readonly nextPage: () => Promise<CallContext>;
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

  async function readLines(position: string | null) {
    const page = { ...context, call: await nextPage() };
    const pageQuery = { ...query, within, limit: pageSize };
    const { listed, next } = await listInJoinOrder(services.management, page, pageQuery, position);
    const rows = await toRows(services, page, { ...query, guards }, listed);
    return { text: linesOf(columns, rows), next };
  }

  // If no attribute is searchable, a search finds no one.
  const first = typed && within.length === 0 ? { text: '', next: null } : await readLines(null);
  return streamPages({ ...first, text: headingOf(columns) + first.text }, readLines, { onFailure, onEnd });
}
