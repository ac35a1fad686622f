import { csvMark, toCsvLine } from '../contract/csv.js';

/** A whole file of comma-separated values. */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return `${csvMark}${rows.map(toCsvLine).join('')}`;
}
