// @ts-check
/** What a customer's page pays: prints the bytes of the drop-in build and fails when one is over its budget. */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** Bytes after gzip. A file that is not named here fails: nobody has said what it may cost. */
const budgets = new Map([
  ['orgdesk.js', 18_000],
  // Loaded once a profile is shown that may be edited, and once it has something beside fields.
  ['editing.js', 12_000],
  ['account.js', 12_000],
  // Loaded only by a tag that signs in by itself.
  ['sign-in.js', 1_000],
  ['auth0-spa-js.js', 62_000],
]);

const folder = fileURLToPath(new URL('../dist/drop-in/', import.meta.url));

const files = readdirSync(folder).map((name) => {
  const code = readFileSync(folder + name);
  const gzip = gzipSync(code).length;
  const budget = budgets.get(name) ?? 0;
  return { name, min: code.length, gzip, budget, fits: gzip <= budget };
});

const row = (/** @type {unknown[]} */ [name, ...cells]) =>
  String(name).padEnd(18) + cells.map((cell) => String(cell).padStart(10)).join('');

console.log(row(['dist/drop-in/', 'min', 'gzip', 'budget']));
for (const { name, min, gzip, budget, fits } of files) {
  console.log(row([name, min, gzip, budget, fits ? '' : 'over']));
}

const missing = [...budgets.keys()].filter((name) => !files.some((file) => file.name === name));
if (missing.length > 0) console.error(`Not built: ${missing.join(', ')}`);
if (missing.length > 0 || files.some(({ fits }) => !fits)) process.exitCode = 1;
