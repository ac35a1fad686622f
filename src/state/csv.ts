/** Reads comma-separated values as RFC 4180 describes them, and as spreadsheets write them in other countries. */

/** The separator that occurs first outside of quotes: Excel writes semicolons where the comma is a decimal mark. */
function separatorOf(text: string): string {
  const [line = ''] = text.replace(/"(?:[^"]|"")*"/g, '').split(/\r?\n/, 1);
  return [',', ';', '\t'].find((separator) => line.includes(separator)) ?? ',';
}

/** Rows of cells; empty lines are left out. A quote that is never closed ends with the text. */
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
