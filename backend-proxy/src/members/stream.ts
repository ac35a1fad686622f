/** Streams everyone who matches the filters of the member list, one page in memory at a time. */
import type { MemberRow } from '../../../src/contract/index.js';
import type { OrganizationContext } from '../access/authorize-organization.js';
import { streamPages, type ExportEnds } from '../http/export-stream.js';
import type { CallContext } from '../management/index.js';
import type { Services } from '../services.js';
import type { findMembers, MemberQuery } from './find.js';
import { toRows } from './rows.js';
import { searchableBy } from './searchable.js';

export interface MemberStream extends ExportEnds {
  readonly context: OrganizationContext;
  readonly query: Omit<MemberQuery, 'within' | 'limit' | 'sort'>;
  /** Returns the call context of the next page, with its own deadline. @throws {ProblemError} If the caller lost access. */
  readonly nextPage: () => Promise<CallContext>;
}

interface MemberWriter {
  readonly heading: string;
  /** How members are found, page by page. */
  readonly find: typeof findMembers;
  write(rows: readonly MemberRow[]): string;
  /** Whether no more members are to be read. */
  isFull?(): boolean;
}

const pageSize = 50;

/**
 * @throws {ProblemError} If the first page fails. A later failure errors the stream, so that the reader notices that the
 * file is incomplete.
 */
export async function streamMembers(
  services: Pick<Services, 'settings' | 'management' | 'storage' | 'people'>,
  { context, query, nextPage, onFailure, onEnd }: MemberStream,
  { heading, find, write, isFull }: MemberWriter,
): Promise<ReadableStream<Uint8Array>> {
  const { attributes: within, guarded } = searchableBy(services.settings.policy, context);
  const typed = (query.search ?? '').trim() !== '';
  const guards = typed && guarded && within.includes('name');

  async function readLines(position: string | null) {
    const page = { ...context, call: await nextPage() };
    const pageQuery = { ...query, within, limit: pageSize };
    const { listed, next } = await find(services.management, page, pageQuery, position);
    const text = write(await toRows(services, page, { ...query, guards }, listed));
    return { text, next: isFull?.() ? null : next };
  }

  // If no attribute is searchable, a search finds no one.
  const first = typed && within.length === 0 ? { text: '', next: null } : await readLines(null);
  return streamPages({ ...first, text: heading + first.text }, readLines, { onFailure, onEnd });
}
