/**
 * Comma-separated values (RFC 4180). A cell that a spreadsheet would take for a formula is made text by an apostrophe:
 * names and addresses are other people's words. https://owasp.org/www-community/attacks/CSV_Injection
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  // The mark by which spreadsheets know that it is UTF-8.
  return `\ufeff${rows.map((row) => `${row.map(toCell).join(',')}\r\n`).join('')}`;
}

function toCell(text: string): string {
  const safe = /^[\s\0]*[=+\-@\t\r\0]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
