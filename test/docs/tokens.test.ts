import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { codesIn, rowsBelow } from '../../tools/markdown-table.js';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const namesIn = (folder: string, end: string) =>
  readdirSync(new URL(`../../${folder}`, import.meta.url), { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith(end),
  );

/** What a token holds, as it looks where none is used. The colors of `forced-colors` are the system's. */
const fixedValues: Readonly<Record<string, RegExp>> = {
  'a color': /#[\da-f]{3,8}\b/i,
  'the width of a border': /\b1px solid(?! Highlight)/,
  'the width of the focus ring': /outline: (?!none)[\d.]+px(?! solid Highlight)/,
  corners: /border-radius: (?!0;)[\d.]+/,
  'a shadow': /box-shadow: \d/,
  'a font': /font-family: (?!inherit|var)/,
};

describe('the styles of the elements', () => {
  const files = namesIn('src/elements', '.styles.ts').filter((name) => !name.endsWith('tokens.styles.ts'));

  for (const [what, pattern] of Object.entries(fixedValues))
    it(`take ${what} from a token`, () => {
      const fixed = files.flatMap((file) =>
        read(`src/elements/${file}`)
          .split('\n')
          .filter((line) => pattern.test(line))
          .map((line) => `${file}: ${line.trim()}`),
      );
      assert.deepEqual(fixed, []);
    });
});

describe('a theme', () => {
  const page = read('docs/theming.md');
  const tokens = rowsBelow(page, '## Tokens').flatMap(([name = '']) => codesIn(name));

  for (const file of namesIn('src/themes', '.css'))
    it(`${file} sets only tokens that exist, below a class that the page names`, () => {
      const text = read(`src/themes/${file}`);
      const set = [...text.matchAll(/^ {2}([\w-]+):/gm)].map(([, name = '']) => name);
      assert.notEqual(set.length, 0);
      assert.deepEqual(
        set.filter((name) => !tokens.includes(name)),
        [],
      );
      const selectors = [...text.matchAll(/^(.+) \{$/gm)].map(([, selector]) => selector);
      assert.deepEqual(selectors, [`.orgdesk-${file.replace('.css', '')}`]);
      const documented = rowsBelow(page, '## Themes').map(([name = '']) => codesIn(name)[0]);
      assert.ok(documented.includes(selectors[0]?.slice(1)));
    });
});
