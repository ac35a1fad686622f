/** Reads addresses and roles from a CSV file, with or without a heading line. */
import type { RoleName } from '../../contract/member.js';
import { parseCsv } from '../csv.js';
import { isAddress } from './invite-draft.js';

export interface InviteLine {
  readonly email: string;
  /** Role IDs; absent if the line has none. */
  readonly roles?: readonly string[];
  /** Names in the file that aren't roles of the organization. */
  readonly unknownRoles: readonly string[];
}

export interface InviteFile {
  readonly lines: readonly InviteLine[];
  /** The number of lines without an address. */
  readonly skipped: number;
}

const emailHeadings = /^(e-?mail( address)?|address|user)$/i;
const roleHeadings = /^roles?$/i;

/** Returns `null` if no column has addresses. Roles in a cell are separated by `;`, `,` or `|`. */
export function readInviteFile(text: string, roles: readonly RoleName[]): InviteFile | null {
  const rows = parseCsv(text);
  const [first = []] = rows;
  const isHeading = !first.some(isAddress);
  const emailAt = isHeading
    ? first.findIndex((cell) => emailHeadings.test(cell))
    : first.findIndex(isAddress);
  if (emailAt < 0) return null;
  const rolesAt = isHeading ? first.findIndex((cell) => roleHeadings.test(cell)) : -1;
  const ids = new Map(
    roles.flatMap(({ id, name }) => [[name.toLowerCase(), id] as const, [id.toLowerCase(), id] as const]),
  );
  const lines = rows.slice(isHeading ? 1 : 0).map((row): InviteLine => {
    const named = rolesAt < 0 ? [] : splitRoles(row[rolesAt] ?? '');
    const known = named.flatMap((name) => ids.get(name.toLowerCase()) ?? []);
    return {
      email: row[emailAt] ?? '',
      ...(named.length > 0 && { roles: known }),
      unknownRoles: named.filter((name) => !ids.has(name.toLowerCase())),
    };
  });
  const filled = lines.filter(({ email }) => email !== '');
  return { lines: filled, skipped: lines.length - filled.length };
}

function splitRoles(cell: string): readonly string[] {
  return cell
    .split(/[;,|]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
