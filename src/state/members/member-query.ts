import { memberFilters, memberSorts, type MemberSort } from '../../contract/member.js';

/** What of the organization's people is listed, and in which order. */
export interface MemberQuery {
  readonly search: string;
  /** A role's id. */
  readonly role: string;
  /** A connection's name. */
  readonly connection: string;
  readonly status: (typeof memberFilters)[number] | '';
  readonly sort: MemberSort | '';
  readonly limit: number;
}

/** What the list can be narrowed to by status. */
export const statusFilters = memberFilters;

/** More than fifty in one answer the proxy does not give. */
export const pageSizes = [10, 25, 50] as const;

export const allMembers: MemberQuery = {
  search: '',
  role: '',
  connection: '',
  status: '',
  sort: '',
  limit: 50,
};

const filters = ['search', 'role', 'connection', 'status'] as const;
const kept = [...filters, 'sort'] as const;

/** Whether somebody may be missing because of what was chosen. */
export function isNarrowed(query: MemberQuery): boolean {
  return filters.some((name) => query[name].trim() !== '');
}

/** Without what says nothing: an empty filter, the order that is there anyway. */
export function toParams(query: MemberQuery): URLSearchParams {
  const chosen = kept.map((name) => [name, query[name].trim()] as const).filter(([, value]) => value !== '');
  return new URLSearchParams(chosen.map(([name, value]) => [name, value]));
}

/** What an address holds of it; a word that is none of ours counts as not chosen. */
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

const sorts: readonly MemberSort[] = memberSorts.flatMap((name) => [name, `-${name}` as const]);

function oneOf<T extends string>(values: readonly T[], text: string): T | '' {
  return values.find((word) => word === text) ?? '';
}

/** A list by role comes in an order of its own. */
export function isSortable({ role }: MemberQuery): boolean {
  return role === '';
}

/** The order after a press on a column's heading: upwards, downwards, none. */
export function nextSort(sort: MemberQuery['sort'], name: 'name' | 'lastLogin'): MemberQuery['sort'] {
  // Who was here last is what people look for first.
  const order = name === 'lastLogin' ? (['-lastLogin', 'lastLogin'] as const) : (['name', '-name'] as const);
  if (sort === order[0]) return order[1];
  return sort === order[1] ? '' : order[0];
}
