/**
 * Writes comma-separated values (RFC 4180). An apostrophe turns a cell that looks like a formula into text, because names
 * and addresses are untrusted input. https://owasp.org/www-community/attacks/CSV_Injection
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

/** Some spreadsheets skip leading blanks, and some treat full-width characters like ASCII ones. */
const formula = /^[\s\0]*[=+\-@＝＋－＠]|^[\t\r\n\0]/u;

/** Removes the apostrophe that {@link toCsvLine} puts before a formula. */
export function fromCsvCell(text: string): string {
  return text.startsWith("'") && formula.test(text.slice(1)) ? text.slice(1) : text;
}

function toCell(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
