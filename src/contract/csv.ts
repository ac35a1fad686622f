/**
 * Writes comma-separated values (RFC 4180). Names and addresses are untrusted input, so an apostrophe turns what a
 * spreadsheet would run as a formula into text. https://owasp.org/www-community/attacks/CSV_Injection
 */

/** The byte order mark that makes spreadsheets read a file as UTF-8. */
export const csvMark = '\ufeff';

/**
 * Returns a line with its line break.
 * @example toCsvLine(['Mia', '=1+1']) // "Mia,'=1+1\r\n"
 */
export function toCsvLine(cells: readonly string[]): string {
  return `${cells.map(toCell).join(',')}\r\n`;
}

/** Some spreadsheets skip blanks and quotes in front of a formula, and some take full-width characters for ASCII ones. */
const formula = '[\\0"\\v\\f\\ufeff\\p{Z}]*[=+\\-@＝＋－＠]';
/**
 * Where a cell can begin: at its start, and after a semicolon, a tab, or a line break. Spreadsheets in some countries split at
 * these, and then see no quotes in the middle of a line. A tab or a line break at the start is guarded by itself.
 */
const formulaStart = new RegExp(`(^|[;\\t\\r\\n])(?='*${formula})|^(?='*[\\t\\r\\n\\0])`, 'gu');
const guardedStart = new RegExp(`(^|[;\\t\\r\\n])'(?='*${formula})|^'(?='*[\\t\\r\\n\\0])`, 'gu');

/** Removes the apostrophes that {@link toCsvLine} puts before formulas. */
export function fromCsvCell(text: string): string {
  return text.replace(guardedStart, '$1');
}

function toCell(text: string): string {
  const safe = text.replace(formulaStart, "$1'");
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
