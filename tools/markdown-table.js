// @ts-check
/** Reads tables of our documents: some are the only place where something is listed. */

/**
 * Returns the rows of every table below a heading, up to the next heading of the same level, without those that name the
 * columns.
 * @param {string} text - The document.
 * @param {string} heading - With its level.
 * @returns {string[][]} the cells of each row
 * @throws {Error} if the document has no such heading
 * @example rowsBelow(page, '### Parts') // [['`page`', 'Everything.'], …]
 */
export function rowsBelow(text, heading) {
  const [, section] = `\n${text}`.split(`\n${heading}\n`);
  if (section === undefined) throw new Error(`The document has no heading "${heading}"`);
  const [level = ''] = heading.split(' ');
  const [tables = ''] = section.split(new RegExp(`\n#{1,${level.length}} `));
  return tables
    .split('\n')
    .filter((line, index, lines) => line.startsWith('|') && !isRule(line) && !isRule(lines[index + 1] ?? ''))
    .map(cellsOf);
}

/** @param {string} line */
const isRule = (line) => /^\|[ :|-]+\|$/.test(line);

/** @param {string} row */
const cellsOf = (row) =>
  row
    .slice(1, row.lastIndexOf('|'))
    .split(/(?<!\\)\|/)
    .map((cell) => cell.replaceAll('\\|', '|').trim());

/**
 * Returns what a cell names as code.
 * @param {string} cell
 * @returns {string[]}
 * @example codesIn('`domain`, `client-id`') // ['domain', 'client-id']
 */
export const codesIn = (cell) => [...cell.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
