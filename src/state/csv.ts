/** Parses CSV: RFC 4180, and the variants that spreadsheets write in other locales. https://www.rfc-editor.org/rfc/rfc4180 */

/** Finds the separator of the first line. Excel writes semicolons in locales where the comma is a decimal mark. */
function separatorOf(text: string): string {
  const [line = ''] = text.replace(/"(?:[^"]|"")*"/g, '').split(/\r?\n/, 1);
  return [',', ';', '\t'].find((separator) => line.includes(separator)) ?? ',';
}

/** Returns rows of cells, without empty lines. A quote that isn't closed ends with the text. */
export function parseCsv(text: string): readonly (readonly string[])[] {
  const content = text.replace(/^\ufeff/, '');
  const separator = separatorOf(content);
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    row.push(cell.trim());
    cell = '';
  };
  const endRow = () => {
    endCell();
    if (row.some((each) => each !== '')) rows.push(row);
    row = [];
  };
  for (let at = 0; at < content.length; at += 1) {
    const character = content[at] ?? '';
    if (quoted) {
      if (character !== '"') cell += character;
      else if (content[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (character === '"' && cell.trim() === '') {
      cell = '';
      quoted = true;
    } else if (character === separator) endCell();
    else if (character === '\n') endRow();
    else if (character !== '\r') cell += character;
  }
  endRow();
  return rows;
}
