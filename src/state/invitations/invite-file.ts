/** Reads people to invite from a file of a spreadsheet or a directory: CSV or TSV, with or without headings. */
import { fromCsvCell } from '../../contract/csv.js';
import type { RoleName } from '../../contract/member.js';
import { normalizeAddress } from '../../policy/address.js';
import { comparable } from '../../policy/comparable.js';
import { parseCsv } from '../csv.js';
import { decodeText } from '../decode-text.js';
import { findColumns } from './invite-columns.js';
import { isAddress, splitAddresses } from './invite-draft.js';

/** Someone in the file, once, with the roles of all their rows. */
export interface InviteLine {
  readonly email: string;
  /** Role IDs; absent if no row of theirs has any. */
  readonly roles?: readonly string[];
}

export interface InviteFile {
  readonly state: 'read';
  readonly lines: readonly InviteLine[];
  /** Names in the file that aren't roles of the organization. */
  readonly unknownRoles: readonly string[];
  /** The rows without an address: their text. */
  readonly skipped: readonly string[];
  /** The headings of the columns that were read. */
  readonly emailHeading: string | null;
  readonly roleHeadings: readonly string[];
  readonly hasRoles: boolean;
}

/** `workbook`: the file is an Excel workbook. `no-addresses`: nothing in it is an email address. */
export type InviteFileProblem = { readonly state: 'workbook' | 'no-addresses' };

/** Takes the apostrophe away by which spreadsheets and other exports turn an address into text. */
const addressCell = (cell: string) => fromCsvCell(cell).replace(/^'(?=\S+@)/, '');
const addressesIn = (cell: string) => (cell.includes('@') ? splitAddresses(addressCell(cell)) : []);
const hasAddress = (cell: string) => addressesIn(cell).some(isAddress);
/** Not with a name beside it, which a separator that isn't one would leave in the cell. */
const isAddresses = (cell: string) => hasAddress(cell) && addressesIn(cell).every(isAddress);

/** ZIP, which new workbooks are, and the format of old ones. */
const workbookStarts = [0x50_4b_03_04, 0xd0_cf_11_e0];
const isWorkbook = (file: ArrayBuffer) =>
  file.byteLength >= 4 && workbookStarts.includes(new DataView(file).getUint32(0));

/** Reads a file. Roles in a cell are separated by `;`, `|`, commas, or line breaks. */
export function readInviteFile(
  file: ArrayBuffer,
  roles: readonly RoleName[],
): InviteFile | InviteFileProblem {
  if (isWorkbook(file)) return { state: 'workbook' };
  const table = parseCsv(decodeText(file), (rows) => rows.filter((row) => row.some(isAddresses)).length);
  const read = roleReader(roles);
  const columns = findColumns(table, { hasAddress, hasRoles: (cell) => read(cell).unknown.length === 0 });
  if (!columns) return { state: 'no-addresses' };
  const people = new Map<string, Set<string> | null>();
  const unknownRoles = new Set<string>();
  const skipped: string[] = [];
  for (const row of columns.rows) {
    const cell = addressCell(row[columns.email] ?? '');
    if (cell === '') skipped.push(row.filter((each) => each !== '').join(' '));
    const named = columns.roles.map((at) => read(fromCsvCell(row[at] ?? '')));
    for (const name of named.flatMap(({ unknown }) => unknown)) unknownRoles.add(name);
    const hasOwn = named.some(({ ids, unknown }) => ids.length + unknown.length > 0);
    for (const address of hasAddress(cell) ? splitAddresses(cell) : [cell].filter(Boolean)) {
      const email = normalizeAddress(address);
      const own = people.get(email) ?? (hasOwn ? new Set<string>() : null);
      for (const id of named.flatMap(({ ids }) => ids)) own?.add(id);
      people.set(email, own);
    }
  }
  if (people.size === 0) return { state: 'no-addresses' };
  return {
    state: 'read',
    lines: [...people].map(([email, own]) => ({ email, ...(own && { roles: [...own] }) })),
    unknownRoles: [...unknownRoles],
    skipped,
    emailHeading: columns.headings?.[columns.email] ?? null,
    roleHeadings: columns.roles.flatMap((at) => columns.headings?.[at] ?? []),
    hasRoles: columns.roles.length > 0,
  };
}

interface RoleCell {
  readonly ids: readonly string[];
  readonly unknown: readonly string[];
}

/** Returns a reader of cells with roles. A name can contain a separator: the longest name that exists is taken. */
function roleReader(roles: readonly RoleName[]): (cell: string) => RoleCell {
  const ids = new Map(
    roles.flatMap(({ id, name }) => [[comparable(id), id] as const, [comparable(name), id] as const]),
  );
  for (const { id, name } of roles) ids.set(name, id);
  const find = (name: string) => ids.get(name) ?? ids.get(comparable(name));
  return (cell) => {
    const parts = cell.split(/([;,|\n])/);
    const found: string[] = [];
    const unknown: string[] = [];
    for (let from = 0; from < parts.length;) {
      let to = parts.length;
      const name = () => parts.slice(from, to).join('').trim();
      while (to > from + 1 && find(name()) === undefined) to -= 2;
      const id = find(name());
      if (id !== undefined) found.push(id);
      else if (name() !== '') unknown.push(name());
      from = to + 1;
    }
    return { ids: found, unknown };
  };
}
