import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { it } from 'node:test';
import { codesIn, rowsBelow } from '../../tools/markdown-table.js';

it('docs/languages.md lists every language that has a catalog', () => {
  const folder = new URL('../../src/messages/', import.meta.url);
  const catalogs = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? entry.name : [],
  );
  const page = readFileSync(new URL('../../docs/languages.md', import.meta.url), 'utf8');
  const listed = rowsBelow(page, '# Languages').flatMap(([tag = '']) => codesIn(tag));
  assert.deepEqual(listed.sort(), catalogs.sort());
});
