// @ts-check
/**
 * Writes dist/drop-in/integrity.json: the hash of every script and style sheet for pages without a build, as the `integrity`
 * attribute and the `integrity` of an import map take it.
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../dist/drop-in/', import.meta.url));

const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(js|css)$/.test(name))
  .sort();
const hashes = names.map((name) => {
  const hash = createHash('sha384').update(readFileSync(folder + name));
  return [name.replaceAll(sep, '/'), `sha384-${hash.digest('base64')}`];
});
writeFileSync(`${folder}integrity.json`, `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`);
