/** Reads the members to select from a file with the results of a bulk action. */
import { fromCsvCell } from '../../contract/csv.js';
import { parseCsv, type Table } from '../csv.js';
import { decodeText } from '../decode-text.js';
import { maxPeople, type BulkPerson } from './bulk-intent.js';

export interface SelectionFile {
  /** `failed`: the file couldn't be read. `unreadable`: there is no column with user IDs. `too-long`: there are more members than a run can have. */
  readonly state: 'read' | 'failed' | 'unreadable' | 'too-long';
  readonly people: readonly BulkPerson[];
}

/** The row of headings can be below a title. */
const isHeadings = (row: readonly string[]) => row.some((cell) => cell.toLowerCase() === 'user_id');
const withoutTitle = (table: Table) => table.slice(Math.max(0, table.findIndex(isHeadings)));

/**
 * Finds the columns `user_id`, `name`, and `email` by their headings. Whether these are members shows in the preview.
 * @example readSelectionFile(await file.arrayBuffer()).people // [{ userId: 'auth0|1', name: null, email: null }]
 */
export function readSelectionFile(file: ArrayBuffer): SelectionFile {
  const table = parseCsv(decodeText(file), (read) => Number(read.some(isHeadings)));
  const [headings = [], ...rows] = withoutTitle(table);
  const at = (heading: string) => headings.findIndex((each) => each.toLowerCase() === heading);
  const [idAt, nameAt, emailAt] = [at('user_id'), at('name'), at('email')];
  if (idAt < 0) return { state: 'unreadable', people: [] };
  const people = new Map<string, BulkPerson>();
  for (const row of rows) {
    const cell = (index: number) => fromCsvCell(row[index] ?? '') || null;
    const userId = cell(idAt);
    if (userId !== null) people.set(userId, { userId, name: cell(nameAt), email: cell(emailAt) });
  }
  if (people.size > maxPeople) return { state: 'too-long', people: [] };
  return { state: 'read', people: [...people.values()] };
}
