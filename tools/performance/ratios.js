// @ts-check
/** Reads the ratios that benches print, summarizes those of several runs, and puts them into tables. */

/**
 * A ratio over several runs.
 * @typedef {{ median: number, low: number, high: number }} Spread
 */

/**
 * Returns the ratios that a bench printed, by name. A ratio is a line `× 1.35  name (note)`. An indented one has the line
 * above that isn't indented in front of its name.
 * @param {string} output
 * @returns {Map<string, number>}
 * @example parseRatios('/v1/profile\n  × 0.50  requests a second (300, plain 600)').get('/v1/profile: requests a second') // 0.5
 */
export function parseRatios(output) {
  const ratios = new Map();
  let heading = '';
  for (const line of output.split('\n')) {
    const [, indent, ratio, name = ''] = /^(\s*)× ([\d.]+) {2,}(.+?)(?: \([^()]*\))?$/.exec(line) ?? [];
    if (ratio !== undefined) ratios.set(indent === '' ? name : `${heading}: ${name}`, Number(ratio));
    else if (/^\S/.test(line)) heading = line.trimEnd();
  }
  return ratios;
}

/**
 * Returns the median of each ratio over the runs that printed it, with the lowest and the highest.
 * @param {readonly ReadonlyMap<string, number>[]} runs
 * @returns {Map<string, Spread>}
 * @example summarize([new Map([['start', 2]]), new Map([['start', 3]]), new Map([['start', 5]])]) // start: 3, from 2 to 5
 */
export function summarize(runs) {
  const names = new Set(runs.flatMap((run) => [...run.keys()]));
  return new Map([...names].map((name) => [name, spreadOf(runs.flatMap((run) => run.get(name) ?? []))]));
}

/**
 * @param {readonly number[]} values
 * @returns {Spread}
 */
function spreadOf(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (/** @type {number} */ index) => sorted[index] ?? Number.NaN;
  return { median: at(Math.floor(sorted.length / 2)), low: at(0), high: at(sorted.length - 1) };
}

/**
 * Returns a table of the ratios of two commits. Changes within the spread of the runs are marked as noise.
 * @param {ReadonlyMap<string, Spread>} before
 * @param {ReadonlyMap<string, Spread>} after
 * @returns {string[][]} rows of cells, with those that name the columns
 */
export function comparison(before, after) {
  const names = [...new Set([...before.keys(), ...after.keys()])];
  const rows = names.map((name) => {
    const [one, other] = [before.get(name), after.get(name)];
    return [name, spreadText(one), spreadText(other), changeText(one, other)];
  });
  return [['ratio: median (lowest to highest)', 'before', 'after', 'change'], ...rows];
}

/**
 * @param {Spread | undefined} spread
 * @returns {string} the median, and from where to where the runs went
 * @example spreadText({ median: 3, low: 2.9, high: 3.1 }) // '3.00 (2.90 to 3.10)'
 */
export function spreadText(spread) {
  if (!spread) return '–';
  const [median, low, high] = [spread.median, spread.low, spread.high].map(ratioText);
  return `${median} (${low} to ${high})`;
}

/**
 * @param {Spread | undefined} before
 * @param {Spread | undefined} after
 */
function changeText(before, after) {
  if (!before || !after) return '–';
  const areApart = before.high < after.low || after.high < before.low;
  return `× ${(after.median / before.median).toFixed(2)}${areApart ? '' : ', noise'}`;
}

/** @param {number} ratio */
export const ratioText = (ratio) => (ratio >= 100 ? ratio.toFixed(0) : ratio.toFixed(2));

/**
 * Returns a table as lines of text. The first column is aligned to the left, the others to the right.
 * @param {readonly (readonly string[])[]} rows
 * @example alignColumns([['start', '2.00'], ['policy', '12.00']]) // ['start    2.00', 'policy  12.00']
 */
export function alignColumns(rows) {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}
