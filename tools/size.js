// @ts-check
/** What a customer's page pays: prints the bytes of the drop-in builds and fails when one is over its budget. */
import { readFileSync, readdirSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** Bytes after gzip of a script and what it imports: what has to be there before anything is shown. */
const firstRender = new Map([
  ['profile-editor.js', 18_000],
  ['org-members.js', 25_000],
  ['orgdesk.js', 30_000],
]);
/** Of each part that is loaded on demand: what it brings beside what is there when it is asked for. */
const mostOfPart = 12_000;
/** Of a script and all its parts, were somebody to use everything there is. */
const mostOfAll = 70_000;
/** Auth0's library is counted apart: only a tag that signs in by itself loads it. */
const library = 'auth0-spa-js.js';
const mostOfLibrary = 62_000;

/** Over the budget of their kind: a debt, which must not grow. Whoever pays it off takes the line away. */
const debts = new Map([
  ['org-members.js and all its parts', 90_300],
  ['orgdesk.js and all its parts', 88_700],
]);

const folder = fileURLToPath(new URL('../dist/drop-in/', import.meta.url));

/** @type {Map<string, { gzip: number, needs: string[], loads: string[] }>} */
const files = new Map();
for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  if (!name.endsWith('.js')) continue;
  const code = readFileSync(folder + name, 'utf8');
  const found = (/** @type {RegExp} */ pattern) =>
    [...code.matchAll(pattern)].map(([, path = '']) => posix.join(posix.dirname(name), path));
  files.set(name, {
    gzip: gzipSync(code).length,
    needs: found(/\b(?:from|import)\s*["'`](\.[^"'`]+)["'`]/g),
    loads: found(/\bimport\(\s*["'`](\.[^"'`]+)["'`]/g),
  });
}

const file = (/** @type {string} */ name) => {
  const known = files.get(name);
  if (!known) throw new Error(`dist/drop-in/${name} was not built`);
  return known;
};

/**
 * A file and everything it cannot do without, or with `loads` everything it could come to load.
 * @param {string} name
 * @param {('needs' | 'loads')[]} ways
 * @param {Set<string>} [seen]
 */
function reach(name, ways, seen = new Set()) {
  if (seen.has(name)) return seen;
  seen.add(name);
  for (const way of ways) for (const other of file(name)[way]) reach(other, ways, seen);
  return seen;
}

/**
 * @param {Iterable<string>} names
 * @param {Set<string>[]} [known]
 */
const gzipOf = (names, known = []) =>
  [...names]
    .filter((name) => !known.some((some) => some.has(name)))
    .reduce((sum, name) => sum + file(name).gzip, 0);

/** @type {[what: string, gzip: number, budget: number][]} */
const bills = [];
for (const [script, budget] of firstRender) {
  const first = reach(script, ['needs']);
  const all = reach(script, ['needs', 'loads']);
  bills.push([script, gzipOf(first), budget]);
  const parts = new Set([...all].flatMap((name) => file(name).loads));
  for (const part of [...parts].filter((name) => !first.has(name))) {
    // Whoever asks for a part is there already; of several who may, the poorest.
    const costs = [...all]
      .filter((name) => file(name).loads.includes(part))
      .map((name) => gzipOf(reach(part, ['needs']), [first, reach(name, ['needs'])]));
    bills.push([part, Math.max(...costs), posix.basename(part) === library ? mostOfLibrary : mostOfPart]);
  }
  const ours = [...all].filter((name) => posix.basename(name) !== library);
  bills.push([`${script} and all its parts`, gzipOf(ours), mostOfAll]);
}

let isOver = false;
const row = (/** @type {unknown[]} */ [name, ...cells]) =>
  String(name).padEnd(38) + cells.map((cell) => String(cell).padStart(10)).join('');

console.log(row(['dist/drop-in/', 'gzip', 'budget']));
for (const [what, gzip, budget] of bills) {
  const debt = debts.get(what);
  const fits = gzip <= (debt ?? budget);
  isOver ||= !fits;
  console.log(row([what, gzip, budget, fits ? (debt ? 'debt' : '') : 'over']));
}
if (isOver) process.exitCode = 1;
