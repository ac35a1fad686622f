import { memberFilters, memberSorts, type MemberSort } from '../../contract/member.js';

/** Filters, order and page size of the member list. */
export interface MemberQuery {
  readonly search: string;
  /** A role ID. */
  readonly role: string;
  /** A connection name. */
  readonly connection: string;
  readonly status: (typeof memberFilters)[number] | '';
  readonly sort: MemberSort | '';
  readonly limit: number;
}

export const statusFilters = memberFilters;

/** The proxy returns at most 50 members per page. */
export const pageSizes = [10, 25, 50] as const;

/** The query without filters. */
export const allMembers: MemberQuery = {
  search: '',
  role: '',
  connection: '',
  status: '',
  sort: '',
  limit: 50,
};

const filters = ['search', 'role', 'connection', 'status'] as const;
const paramNames = [...filters, 'sort'] as const;
const sorts: readonly MemberSort[] = memberSorts.flatMap((name) => [name, `-${name}` as const]);

/** Whether the query has filters, so that members may be missing from the list. */
export function isNarrowed(query: MemberQuery): boolean {
  return filters.some((name) => query[name].trim() !== '');
}

/** Writes a query as URL parameters. Empty filters and the default order are left out. */
export function toParams(query: MemberQuery): URLSearchParams {
  const chosen = paramNames.map((name) => [name, query[name].trim()]).filter(([, value]) => value !== '');
  return new URLSearchParams(chosen);
}

/** Reads a query from URL parameters. Values that don't exist count as not chosen. */
export function fromParams(params: URLSearchParams, limit: number): MemberQuery {
  const text = (name: string) => params.get(name) ?? '';
  return {
    search: text('search').slice(0, 200),
    role: text('role'),
    connection: text('connection'),
    status: oneOf(statusFilters, text('status')),
    sort: oneOf(sorts, text('sort')),
    limit,
  };
}

function oneOf<T extends string>(values: readonly T[], text: string): T | '' {
  return values.find((value) => value === text) ?? '';
}

/** Auth0 lists the members of a role in its own order. */
export function isSortable({ role }: MemberQuery): boolean {
  return role === '';
}

/** Returns the next order of a column: first one way, then the other, then the default. */
export function nextSort(sort: MemberQuery['sort'], name: 'name' | 'lastLogin'): MemberQuery['sort'] {
  // The most recent sign-in comes first.
  const order = name === 'lastLogin' ? (['-lastLogin', 'lastLogin'] as const) : (['name', '-name'] as const);
  if (sort === order[0]) return order[1];
  return sort === order[1] ? '' : order[0];
}
