import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { memberStatuses } from '../../src/contract/member.js';
import { OrgMembers, ProfileEditor } from '../../src/index.js';
import { operationsOn } from '../../src/policy/operations.js';
import { codesIn, rowsBelow } from '../../tools/markdown-table.js';
import { partsIn } from './parts-in-source.js';

interface Named {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
  readonly type?: { readonly text: string };
}

/** What the build says of an element, from its class and its page. */
interface Declaration {
  readonly tagName?: string;
  readonly attributes: readonly (Named & { readonly fieldName: string })[];
  readonly members: readonly (Named & { readonly kind: string; readonly static?: boolean })[];
  readonly events: readonly Named[];
  readonly slots: readonly Named[];
  readonly cssParts: readonly Named[];
  readonly cssProperties: readonly Named[];
  readonly cssStates: readonly Named[];
}

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const manifest = JSON.parse(read('dist/custom-elements.json')) as {
  readonly modules: readonly { readonly declarations: readonly Declaration[] }[];
};

const declarationOf = (tag: string): Declaration => {
  const found = manifest.modules
    .flatMap(({ declarations }) => declarations)
    .find(({ tagName }) => tagName === tag);
  assert.ok(found, `the manifest has no ${tag}`);
  return found;
};
const sorted = (names: Iterable<string>) => [...new Set(names)].sort();
const namesOf = (list: readonly Named[]) => sorted(list.map(({ name }) => name));

const withDash = (operation: string) => operation.replace('.', '-');
const menuOperations = operationsOn('menu').map(withDash);

/** The part names that each expression in the source can result in. A new expression fails until it is here. */
const computedParts: Readonly<Record<string, readonly string[]>> = {
  // The options of helpers, which are read where they are passed.
  "part ?? ''": [],
  'action.part': [],
  email: ['email-verification', 'password-reset'],
  'itemPart(item)': [
    ...menuOperations,
    'open',
    'copy-email',
    'select-from-file',
    'copy-link',
    'revoke',
    // Those of the host.
    '*',
  ].map((name) => `item-${name}`),
  // Those with a button of their own.
  "operation.replace('.', '-')": ['password-reset', 'member-block'],
  each: memberStatuses,
  "isFiltered ? 'no-matches' : ''": ['no-matches'],
  name: ['copy-link', 'member-view', 'close-member', 'next-member', 'previous-member'],
};

/** The parts of icons: the manifest has them as one pattern. */
const iconParts = sorted(
  readdirSync('src/elements', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) => [...read(`src/elements/${path}`).matchAll(/\b(?:icon|mirroredIcon)\(\s*'([\w-]+)'/g)])
    .map(([, name = '']) => `icon-${name}`),
);

const shared = partsIn('src/elements/parts');

for (const { tag, element } of [
  { tag: 'profile-editor', element: ProfileEditor },
  { tag: 'org-members', element: OrgMembers },
]) {
  const declaration = declarationOf(tag);
  const page = read(`docs/${tag}.md`);
  const own = partsIn(`src/elements/${tag}`);

  describe(`the manifest of ${tag}`, () => {
    it('has every attribute of the element', () => {
      assert.deepEqual(namesOf(declaration.attributes), sorted(element.observedAttributes));
    });

    it('has every property of the element, with its type', () => {
      const fields = declaration.members.filter(({ kind }) => kind === 'field');
      const missing = Object.keys(element.properties).filter((name) => !namesOf(fields).includes(name));
      assert.deepEqual(missing, []);
      assert.deepEqual(
        fields.filter(({ type, description }) => !type?.text || !description),
        [],
      );
    });

    it('has every event of the element, with its class', () => {
      const classes = ['src/elements/parts/events.ts', `src/elements/${tag}/events.ts`].flatMap((path) => [
        ...read(path).matchAll(/^export class (\w+) extends [^]*?\bsuper\((?:'([\w-]+)'|\w+)/gm),
      ]);
      const dispatched = classes.flatMap(([, name, type]) => (type ? [`${type} ${name}`] : []));
      const described = declaration.events.map(({ name, type }) => `${name} ${type?.text}`);
      assert.deepEqual(sorted(described), sorted(dispatched));
    });

    it('has every part of the element, and no other', () => {
      const computed = sorted([...own.computed, ...shared.computed]);
      assert.deepEqual(
        computed.filter((expression) => !(expression in computedParts)),
        [],
      );
      const ownParts = [
        ...own.names,
        ...own.exported,
        ...[...own.computed].flatMap((each) => computedParts[each] ?? []),
      ];
      const described = namesOf(declaration.cssParts);
      assert.deepEqual(
        sorted(ownParts).filter((name) => !described.includes(name) && !iconParts.includes(name)),
        [],
      );
      assert.deepEqual(
        described.filter((name) => !ownParts.includes(name) && !shared.names.has(name)),
        [],
      );
    });

    it('describes each slot, part, custom property, and state once', () => {
      for (const list of [
        declaration.slots,
        declaration.cssParts,
        declaration.cssProperties,
        declaration.cssStates,
      ]) {
        assert.notEqual(list.length, 0);
        assert.deepEqual(
          list.filter(({ description }) => !description),
          [],
        );
        assert.equal(namesOf(list).length, list.length);
      }
    });
  });

  describe(`docs/${tag}.md`, () => {
    /** What the page names as code, in running text and in tables. */
    const named = new Set(codesIn(page));
    const firstCells = (heading: string) => rowsBelow(page, heading).flatMap(([cell = '']) => codesIn(cell));

    for (const kind of ['attributes', 'events', 'slots', 'cssStates'] as const) {
      it(`names every one of the element's ${kind}`, () => {
        assert.deepEqual(
          namesOf(declaration[kind]).filter((name) => !named.has(name)),
          [],
        );
      });
    }

    it('names no attribute and no event that is not there', () => {
      assert.deepEqual(sorted(firstCells('## Attributes and properties')), namesOf(declaration.attributes));
      assert.deepEqual(sorted(firstCells('## Events')), namesOf(declaration.events));
    });
  });
}

describe('parts and custom properties', () => {
  it('have every icon on the page about theming', () => {
    const named = rowsBelow(read('docs/theming.md'), '## Icons').flatMap(([name = '']) => codesIn(name));
    assert.deepEqual(named, iconParts);
  });

  it('are described if they are of code that both elements use', () => {
    const described = ['profile-editor', 'org-members'].flatMap((tag) =>
      namesOf(declarationOf(tag).cssParts),
    );
    assert.deepEqual(
      [...shared.names].filter((name) => !described.includes(name)),
      [],
    );
  });

  it('that a panel passes on from its editor are parts of the editor', () => {
    const { exported } = partsIn('src/elements/org-members');
    const known = namesOf(declarationOf('profile-editor').cssParts);
    assert.notEqual(exported.size, 0);
    assert.deepEqual(
      [...exported].filter((name) => !known.includes(name) && !iconParts.includes(name)),
      [],
    );
  });

  it('have the default that the styles have', () => {
    const styles = onOneLine(
      ['tokens', 'controls'].map((name) => read(`src/elements/parts/${name}.styles.ts`)).join(''),
    );
    const known = declarationOf('org-members').cssProperties;
    const used = [...styles.matchAll(/var\(\s*(--orgdesk-[\w-]+)/g)].map(([, name = '']) => name);
    assert.deepEqual(sorted(used), namesOf(known));
    const theirs = (value: string) => value.replaceAll(/var\(--(?!orgdesk-)/g, 'var(--orgdesk-');
    const defaults = known.map(({ name }) => [name, theirs(fallbackOf(name, styles))]);
    assert.deepEqual(
      known.map((property) => [property.name, property.default]),
      defaults,
    );
  });
});

/** Styles without the line breaks of their formatting. */
const onOneLine = (styles: string) =>
  styles.replaceAll(/\s+/g, ' ').replaceAll(/\( | \)/g, (edge) => edge.trim());

/** The fallback of a property where it is first used: the styles start with those of the comfortable density. */
function fallbackOf(name: string, styles: string): string {
  const [, rest = ''] = styles.split(`var(${name},`);
  let depth = 1;
  const end = [...rest].findIndex((character) => {
    depth += character === '(' ? 1 : character === ')' ? -1 : 0;
    return depth === 0;
  });
  return rest.slice(0, end).trim();
}
