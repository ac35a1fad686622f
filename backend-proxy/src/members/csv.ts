/** CSV columns and lines of the member export. */
import { csvMark, toCsvLine } from '../../../src/contract/csv.js';
import type { MemberRow } from '../../../src/contract/index.js';
import { actorsOf, isAllowedForAnyMember, type Policy } from '../../../src/policy/index.js';
import type { OrganizationContext } from '../access/authorize-organization.js';
import type { ProxyMessages } from '../messages/en.js';

interface Column {
  readonly heading: string;
  readonly cell: (row: MemberRow) => string;
}

const listed = (items: readonly string[]) => items.join('; ');

/** RFC 3339 without milliseconds, which spreadsheets read as a date. */
const toSeconds = (time: string | null) => time?.replace(/\.\d+Z$/, 'Z') ?? '';

const allColumns = ({ columns, statuses }: ProxyMessages) => ({
  name: { heading: columns.name, cell: (row: MemberRow) => row.name ?? '' },
  email: { heading: columns.email, cell: (row: MemberRow) => row.email ?? '' },
  roles: {
    heading: columns.roles,
    cell: (row: MemberRow) => listed((row.roles ?? []).map((role) => role.name)),
  },
  always: [
    { heading: columns.connection, cell: ({ connection }: MemberRow) => connection?.label ?? '' },
    // Status by exception, as in the list.
    {
      heading: columns.status,
      cell: ({ status }: MemberRow) => listed(status.map((each) => statuses[each])),
    },
    { heading: columns.lastLogin, cell: ({ lastLogin }: MemberRow) => toSeconds(lastLogin) },
    { heading: columns.createdAt, cell: ({ createdAt }: MemberRow) => toSeconds(createdAt) },
    { heading: columns.userId, cell: ({ userId }: MemberRow) => userId },
  ],
});

/** Returns the columns that the reader may see for at least one member. For the others their cells are empty. */
export function columnsFor(
  policy: Policy,
  { actor, caller: { target } }: OrganizationContext,
  messages: ProxyMessages,
): readonly Column[] {
  const { name, email, roles, always } = allColumns(messages);
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
