// @ts-check
/**
 * Checks bundle sizes: prints the gzipped size of each drop-in build with its change since the recorded sizes, and fails if one
 * exceeds its budget.
 *
 *     node tools/size.js --changed   prints only those that changed by more than noise
 *     node tools/size.js --record    writes them to test/bench/recorded.json
 */
import { readFileSync, readdirSync } from 'node:fs';
import { posix } from 'node:path';
import process, { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { sizeChange } from './performance/noise.js';
import { origin, readRecorded, record } from './performance/recorded.js';

/** Budgets in gzipped bytes for a script and its static imports: everything that loads before the first render. */
const firstRenderBudgets = new Map([
  ['profile-editor.js', 24_500],
  ['org-members.js', 30_300],
  ['orgdesk.js', 39_700],
]);
/** Budget for each lazy-loaded part, not counting what the page has already loaded. */
const maxPartBytes = 12_000;
/** Budget for a script together with all its lazy-loaded parts. */
const maxTotalBytes = 70_000;
/** Auth0's library has its own budget: only elements that sign in by themselves load it. */
const library = 'auth0-spa-js.js';
const maxLibraryBytes = 62_000;

/** Budget for all messages of one locale: a page loads those of the parts it shows, in one language. English is built in. */
const maxLocaleBytes = 30_000;

/** Bundles allowed to exceed their budget, with their own limit. Remove an entry once the bundle fits. */
const budgetExceptions = new Map([
  ['org-members/person-panel.js', 17_450],
  ['person-panel.js', 17_450],
  // It reads phone numbers, names, and addresses as people write and paste them.
  ['profile-editor/editing.js', 12_300],
  ['editing.js', 12_300],
  ['org-members.js and all its parts', 134_600],
  ['orgdesk.js and all its parts', 132_600],
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
 * Returns a file and its transitive imports: static ones (`needs`), dynamic ones (`loads`), or both.
 * @param {string} name
 * @param {('needs' | 'loads')[]} ways
 * @param {Set<string>} [visited]
 */
function reach(name, ways, visited = new Set()) {
  if (visited.has(name)) return visited;
  visited.add(name);
  for (const way of ways) for (const other of file(name)[way]) reach(other, ways, visited);
  return visited;
}

/**
 * @param {Iterable<string>} names
 * @param {Set<string>[]} [known]
 */
const gzipOf = (names, known = []) =>
  [...names]
    .filter((name) => !known.some((some) => some.has(name)))
    .reduce((sum, name) => sum + file(name).gzip, 0);

/** @param {string} name */
const localeOf = (name) => /(?:^|\/)messages\/([\w-]+)\//.exec(name)?.[1];

/** @type {[what: string, gzip: number, budget: number][]} */
const bills = [];
for (const [script, budget] of firstRenderBudgets) {
  const first = reach(script, ['needs']);
  const all = reach(script, ['needs', 'loads']);
  bills.push([script, gzipOf(first), budget]);
  const locales = new Set([...all].flatMap((name) => localeOf(name) ?? []));
  const parts = new Set([...all].filter((name) => !localeOf(name)).flatMap((name) => file(name).loads));
  for (const part of [...parts].filter((name) => !first.has(name) && !localeOf(name))) {
    // The importing file is loaded already. If several files import the part, take the most expensive case.
    const costs = [...all]
      .filter((name) => file(name).loads.includes(part))
      .map((name) => gzipOf(reach(part, ['needs']), [first, reach(name, ['needs'])]));
    bills.push([part, Math.max(...costs), posix.basename(part) === library ? maxLibraryBytes : maxPartBytes]);
  }
  const ours = [...all].filter((name) => posix.basename(name) !== library && !localeOf(name));
  bills.push([`${script} and all its parts`, gzipOf(ours), maxTotalBytes]);
  for (const locale of locales) {
    const messages = [...all].filter((name) => localeOf(name) === locale);
    bills.push([`${script} in ${locale}`, gzipOf(messages), maxLocaleBytes]);
  }
}

const { sizes } = readRecorded();
const row = (/** @type {unknown[]} */ [name, ...cells]) =>
  (String(name).padEnd(38) + cells.map((cell) => String(cell).padStart(10)).join('')).trimEnd();

console.log(row(['dist/drop-in/', 'gzip', 'budget', 'change']));
for (const [what, gzip, budget] of bills) {
  const exception = budgetExceptions.get(what);
  const fits = gzip <= (exception ?? budget);
  if (!fits) process.exitCode = 1;
  const change = sizeChange(gzip, sizes?.bytes[what]);
  if (argv.includes('--changed') && fits && change.isNoise) continue;
  const note = fits ? (exception ? 'exception' : '') : 'over';
  console.log(row([what, gzip, budget, change.text, note, change.mark]));
}
console.log(sizes ? `Compared with ${sizes.commit}, ${sizes.date}.` : 'No sizes are recorded.');
if (argv.includes('--record')) {
  record({ sizes: { ...origin(), bytes: Object.fromEntries(bills.map(([what, gzip]) => [what, gzip])) } });
}
