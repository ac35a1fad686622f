/** Reads the members to select from a file with the results of a bulk action. */
import { maxRunMembers } from '../../contract/bulk.js';
import { fromCsvCell } from '../../contract/csv.js';
import { parseCsv } from '../csv.js';
import type { BulkPerson } from './bulk-intent.js';

/** As many as a bulk action can have. */
export const maxPeople = maxRunMembers;

export interface SelectionFile {
  /** `unreadable`: there is no column with user IDs. `too-long`: there are more members than a run can have. */
  readonly state: 'read' | 'unreadable' | 'too-long';
  readonly people: readonly BulkPerson[];
}

/**
 * Finds the columns `user_id`, `name`, and `email` by their headings. Whether these are members shows in the preview.
 * @example readSelectionFile('user_id,result\r\nauth0|1,Failed\r\n').people // [{ userId: 'auth0|1', name: null, email: null }]
 */
export function readSelectionFile(text: string): SelectionFile {
  const [headings = [], ...rows] = parseCsv(text);
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
