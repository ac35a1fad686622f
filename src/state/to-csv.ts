import { csvMark, toCsvLine } from '../contract/csv.js';

/** Returns the content of a CSV file. */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return `${csvMark}${rows.map(toCsvLine).join('')}`;
}
