/** Returns one page of members, as far as the caller may see them. */
import type { MemberPage, MemberRow } from '../../../src/contract/index.js';
import type { OrganizationContext } from '../access/authorize-organization.js';
import { ProblemError } from '../http/problem-error.js';
import type { Services } from '../services.js';
import { findMembers, type MemberQueryResult, type MemberQuery } from './find.js';
import { toRows } from './rows.js';
import { mayOrderBy, searchableBy } from './searchable.js';

export interface MemberListQuery extends Omit<MemberQuery, 'within'> {
  readonly cursor?: string | undefined;
}

/** If no row of a page is left after filtering, up to this many further pages are read. */
const maxEmptyPages = 4;

/**
 * Lists members.
 * @throws {ProblemError} `query_invalid`, or `operation_locked` for an order by a field the caller can't see for all
 * members.
 */
export async function listMembers(
  services: Pick<Services, 'settings' | 'management' | 'storage' | 'people' | 'cursors'>,
  context: OrganizationContext,
  query: MemberListQuery,
): Promise<MemberPage> {
  const { cursors } = services;
  const { policy } = services.settings;
  const { cursor, ...filters } = query;
  const scope = JSON.stringify([context.actor.organizationId, filters]);
  const position = cursor === undefined ? null : await cursors.read(cursor, scope);
  const searchable = searchableBy(policy, context);
  if (query.sort !== undefined && !mayOrderBy(searchable, query.sort)) {
    throw new ProblemError('operation_locked', { reason: 'not-allowed' });
  }
  const typed = (query.search ?? '').trim() !== '';
  const { attributes: within, guarded } = searchable;
  if (typed && within.length === 0) return { members: [], next: null, total: { count: 0, exact: true } };
  // Prevents a side channel: a hit on a name that equals a masked email must look like a miss.
  const guards = typed && guarded && within.includes('name');
  const { members, found } = await readPage(services, context, { ...filters, within, guards }, position);
  return {
    members,
    next: found.next === null ? null : await cursors.write(found.next, scope),
    total: guards ? null : countOf(found, members, position),
    ...(found.truncated && !guards && { truncated: true }),
  };
}

/** Auth0's count may be a minute old. If all members are on this page, counts the rows instead. */
function countOf(
  { total, next, truncated }: MemberQueryResult,
  members: readonly MemberRow[],
  position: string | null,
) {
  const isWholeList = total && position === null && next === null && !truncated;
  return isWholeList ? { count: members.length, exact: true } : total;
}

/** Reads the rows of a page, or of the first one after it that has any. */
async function readPage(
  services: Pick<Services, 'settings' | 'management' | 'storage' | 'people'>,
  context: OrganizationContext,
  { guards, ...query }: MemberQuery & { readonly guards: boolean },
  position: string | null,
): Promise<{ readonly members: readonly MemberRow[]; readonly found: MemberQueryResult }> {
  let from = position;
  for (let page = 1; ; page += 1) {
    const found = await findMembers(services.management, context, query, from);
    const members = await toRows(services, context, { ...query, guards }, found.listed);
    if (members.length > 0 || found.next === null || page > maxEmptyPages) return { members, found };
    from = found.next;
  }
}
