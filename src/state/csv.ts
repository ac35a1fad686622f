/** Parses CSV: RFC 4180, and the variants that spreadsheets write in other locales. https://www.rfc-editor.org/rfc/rfc4180 */

/** Rows of cells, without empty rows. */
export type Table = readonly (readonly string[])[];

/** Excel writes semicolons in locales where the comma is a decimal mark, and tabs as "Unicode text". */
const separators = ['\t', ';', ','];

/**
 * Returns rows of trimmed cells, without empty rows. A line like `sep=;` names the separator, as Excel has it. Otherwise each
 * is tried.
 * @param rate - Rates a reading of the text: the best one wins, and of equals the one with the most even rows.
 * @example parseCsv('Name;Email\nMia;mia@acme.example') // [['Name', 'Email'], ['Mia', 'mia@acme.example']]
 */
export function parseCsv(text: string, rate: (table: Table) => number = () => 0): Table {
  const content = text.replace(/^\ufeff/, '');
  const [line = '', named] = /^"?sep=(.)"?(?:\r\n?|\n|$)/iu.exec(content) ?? [];
  if (named !== undefined) return split(content.slice(line.length), named);
  const readings = separators
    .filter((separator) => content.includes(separator))
    .map((separator) => split(content, separator))
    .map((table) => ({ table, rating: rate(table), even: evenRows(table) }))
    .sort((a, b) => b.rating - a.rating || b.even - a.even);
  return readings[0]?.table ?? split(content, ',');
}

/** Counts the rows that have as many cells as most others, and more than one. */
function evenRows(table: Table): number {
  const counts = new Map<number, number>();
  for (const { length } of table) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}

/** A quote that is never closed is a character like any other: nothing after it gets lost. */
function split(text: string, separator: string): Table {
  const own = `\\u{${(separator.codePointAt(0) ?? 0).toString(16)}}`;
  const [bare, end] = [`([^${own}\\r\\n]*)`, `(${own}|\\r\\n?|\\n|$)`];
  const cell = new RegExp(`[^\\S\\t\\r\\n]*"([^"]*(?:""[^"]*)*)"${bare}${end}|${bare}${end}`, 'uy');
  const rows: string[][] = [];
  let row: string[] = [];
  for (;;) {
    const [, quoted, rest = '', quotedEnd, plain = '', plainEnd] = cell.exec(text) ?? [];
    row.push((quoted === undefined ? plain : quoted.replaceAll('""', '"') + rest).trim());
    const stop = quotedEnd ?? plainEnd ?? '';
    if (stop === separator) continue;
    if (row.some((each) => each !== '')) rows.push(row);
    if (stop === '') return rows;
    row = [];
  }
}
