/**
 * Comma-separated values (RFC 4180), as both sides write them. A cell that a spreadsheet would take for a formula is made
 * text by an apostrophe: names and addresses are other people's words. https://owasp.org/www-community/attacks/CSV_Injection
 */

/** The mark by which spreadsheets know that a file is UTF-8. */
export const csvMark = '\ufeff';

export function toCsvLine(cells: readonly string[]): string {
  return `${cells.map(toCell).join(',')}\r\n`;
}

/** Some spreadsheets skip blanks, and some read the wide forms of East Asian fonts like the narrow ones. */
const formula = /^[\s\0]*[=+\-@＝＋－＠]|^[\t\r\n\0]/u;

function toCell(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
