/** Finds the columns of a file of people by their headings and content. */
import { comparable } from '../../policy/comparable.js';
import type { Table } from '../csv.js';

export interface Columns {
  /** `null` if there are no headings. */
  readonly headings: readonly string[] | null;
  readonly email: number;
  readonly roles: readonly number[];
  /** The rows with people. */
  readonly rows: Table;
}

/** What cells contain. */
export interface CellTests {
  readonly hasAddress: (cell: string) => boolean;
  /** Whether a cell names roles of the organization and nothing else. */
  readonly hasRoles: (cell: string) => boolean;
}

/**
 * In English, German, French, Spanish, Italian, Portuguese, Dutch, the Nordic languages, Polish, Turkish, Russian, Arabic,
 * Hebrew, and those of East Asia.
 */
const emailWords =
  /mail|epost|courriel|correo|postaelet|eposta|sahkoposti|почт|بريد|מייל|דוא(?:ל|ראל)|メール|邮[件箱]|郵[件箱]|메일/;
const roleWords = new Set(
  (
    'role roles rol rolle rollen roller roll rolls ruolo ruoli papel papeis funcao funcoes rola rooli rolu роль роли ' +
    'دور الدور ادوار الادوار תפקיד תפקידים ロール 役割 角色 역할'
  ).split(' '),
);
/** Directories also list addresses at which someone isn't to be invited. */
const otherAddress =
  /second|recover|other|altern|backup|personal|privat|home|manager|supervisor|vorgesetzt|chef|cc$|[2-9]/;
const accountName =
  /^(userprincipalname|upn|login|user(name|id)?|benutzer(name)?|anmeldename|address(es)?|adresse)$/;

/** "E-Mail-Adresse", "email_address", "mailAddress", and "Email Address [Required]" in small letters, without accents. */
function wordsOf(heading: string): readonly string[] {
  const spaced = heading.replace(/\s*[[(].*$/, '').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
  // Composed again: a syllable of Korean is several letters in NFD.
  const letters = comparable(spaced).normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
  return letters.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

/** Rates a column for addresses by its heading: 3 for the one that a person is reached at. */
function emailRating(heading: string): 0 | 1 | 2 | 3 {
  const word = wordsOf(heading).join('');
  if (otherAddress.test(word)) return 0;
  if (emailWords.test(word)) return 3;
  return accountName.test(word) ? 2 : 1;
}

const isRoleHeading = (heading: string) => wordsOf(heading).some((word) => roleWords.has(word));

/**
 * Finds the row of headings, below any title, and the columns of addresses and roles. A column without a known heading counts
 * if it holds addresses, and without any headings, one that holds names of roles.
 * @returns `null` if nothing in the file says where addresses are
 */
export function findColumns(table: Table, { hasAddress, hasRoles }: CellTests): Columns | null {
  const firstPerson = table.findIndex((row) => row.some(hasAddress));
  const above = firstPerson < 0 ? table : table.slice(0, firstPerson);
  const isKnown = (cell: string) => emailRating(cell) === 3 || isRoleHeading(cell);
  const known = above.findIndex((row) => row.some(isKnown));
  if (firstPerson < 0 && known < 0) return null;
  const headingAt = known < 0 && above.length > 0 ? 0 : known;
  const headings = table[headingAt] ?? null;
  const rows = table.slice(headingAt + 1);
  const email = emailColumn(headings, rows, hasAddress);
  if (email === null) return null;
  const at = [...new Set(table.flatMap((row) => [...row.keys()]))].filter((each) => each !== email);
  const roles = headings
    ? at.filter((each) => isRoleHeading(headings[each] ?? ''))
    : at.filter((each) => isFilledWith(rows, each, hasRoles));
  return { headings, email, roles, rows };
}

function emailColumn(
  headings: readonly string[] | null,
  rows: Table,
  hasAddress: (cell: string) => boolean,
): number | null {
  const counts = new Map<number, number>();
  for (const row of rows) {
    row.forEach((cell, at) => hasAddress(cell) && counts.set(at, (counts.get(at) ?? 0) + 1));
  }
  const rating = (at: number) => emailRating(headings?.[at] ?? '');
  const [best] = [...counts].sort(
    ([a, some], [b, others]) => rating(b) - rating(a) || others - some || a - b,
  );
  if (best) return best[0];
  const named = headings?.findIndex((heading) => emailRating(heading) === 3) ?? -1;
  return named < 0 ? null : named;
}

function isFilledWith(rows: Table, at: number, test: (cell: string) => boolean): boolean {
  const cells = rows.map((row) => row[at] ?? '').filter((cell) => cell !== '');
  return cells.length > 0 && cells.every(test);
}
