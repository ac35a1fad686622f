import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

interface Named {
  readonly name: string;
}

/** What the build says of an element, from the comments and the code of its class. */
interface Declaration {
  readonly tagName?: string;
  readonly attributes?: readonly Named[];
  readonly events?: readonly Named[];
  readonly slots?: readonly Named[];
  readonly cssParts?: readonly Named[];
  readonly cssProperties?: readonly Named[];
  readonly cssStates?: readonly Named[];
}

const manifest = JSON.parse(
  readFileSync(new URL('../../dist/custom-elements.json', import.meta.url), 'utf8'),
) as { readonly modules: readonly { readonly declarations?: readonly Declaration[] }[] };
const editor = manifest.modules
  .flatMap(({ declarations = [] }) => declarations)
  .find(({ tagName }) => tagName === 'profile-editor');
const page = readFileSync(new URL('../../docs/profile-editor.md', import.meta.url), 'utf8');

/** What the page names as code, in running text and in tables. */
const named = new Set([...page.matchAll(/`([^`\n]+)`/g)].map(([, code]) => code));

/** The names in the first column of the table under a heading. */
function rowsUnder(heading: string): readonly string[] {
  const [, section = ''] = page.split(`## ${heading}\n`);
  const rows = [...(section.split('\n## ')[0] ?? '').matchAll(/^\| ([^|]*)\|/gm)];
  return rows.flatMap(([, cell = '']) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
}

describe('docs/profile-editor.md', () => {
  for (const kind of ['attributes', 'events', 'slots', 'cssParts', 'cssProperties', 'cssStates'] as const) {
    it(`names every one of the element's ${kind}`, () => {
      const names = editor?.[kind]?.map(({ name }) => name) ?? [];
      assert.notEqual(names.length, 0);
      assert.deepEqual(
        names.filter((name) => !named.has(name)),
        [],
      );
    });
  }

  it('names no attribute and no event that is not there', () => {
    const known = (list: readonly Named[] = []) => list.map(({ name }) => name).sort();
    assert.deepEqual([...rowsUnder('Attributes and properties')].sort(), known(editor?.attributes));
    assert.deepEqual([...rowsUnder('Events')].sort(), known(editor?.events));
  });
});
