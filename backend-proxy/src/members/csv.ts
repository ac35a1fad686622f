/** CSV columns and lines of the member export. */
import { csvMark, toCsvLine } from '../../../src/contract/csv.js';
import type { MemberRow } from '../../../src/contract/index.js';
import { actorsOf, isAllowedForAnyMember, type Policy } from '../../../src/policy/index.js';
import type { OrganizationContext } from '../access/authorize-organization.js';

interface Column {
  readonly heading: string;
  readonly cell: (row: MemberRow) => string;
}

const listed = (items: readonly string[]) => items.join('; ');

const name: Column = { heading: 'Name', cell: (row) => row.name ?? '' };
const email: Column = { heading: 'Email', cell: (row) => row.email ?? '' };
const roles: Column = { heading: 'Roles', cell: (row) => listed((row.roles ?? []).map((role) => role.name)) };
const always: readonly Column[] = [
  { heading: 'Connection', cell: ({ connection }) => connection?.label ?? '' },
  { heading: 'Status', cell: ({ status }) => (status.length > 0 ? listed(status) : 'active') },
  { heading: 'Last login', cell: ({ lastLogin }) => lastLogin ?? '' },
  { heading: 'Created', cell: ({ createdAt }) => createdAt ?? '' },
  { heading: 'User ID', cell: ({ userId }) => userId },
];

/** Returns the columns that the reader may see for at least one member. For the others their cells are empty. */
export function columnsFor(
  policy: Policy,
  { actor, caller: { target } }: OrganizationContext,
): readonly Column[] {
  const actors = actorsOf(policy, actor.permissions, false);
  const isOpen = (question: Parameters<typeof isAllowedForAnyMember>[3]) =>
    isAllowedForAnyMember(policy, actors, target.organization, question);
  const reads = (attribute: string) =>
    Object.keys(policy.fields).some(
      (field) => policy.fields[field]?.attribute === attribute && isOpen({ field, action: 'read' }),
    );
  return [
    ...(reads('name') ? [name] : []),
    ...(reads('email') ? [email] : []),
    ...(isOpen({ operation: 'roles.assign', lastAdmin: false }) ? [roles] : []),
    ...always,
  ];
}

export function headingOf(columns: readonly Column[]): string {
  return csvMark + toCsvLine(columns.map(({ heading }) => heading));
}

export function linesOf(columns: readonly Column[], rows: readonly MemberRow[]): string {
  return rows.map((row) => toCsvLine(columns.map(({ cell }) => cell(row)))).join('');
}
