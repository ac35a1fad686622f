import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { localeTags } from '../../src/messages/catalog.js';
import { isRightToLeft } from '../../src/policy/localized-text.js';
import { english, loadCatalog } from './catalogs.js';
import { countsInNames, plainCounts, textsOf, withoutGiven, type Text } from './texts.js';
import {
  notIsolated,
  sameEverywhere,
  timesWithoutColon,
  translations,
  withPastTime,
} from './translations.js';

const folder = fileURLToPath(new URL('../../src/messages/', import.meta.url));
const originals = textsOf(english, 'catalog');
const tags = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() && entry.name !== 'en' ? entry.name : [],
);

const keysOf = (texts: readonly Text[]) => [...new Set(texts.map(({ key }) => key))].sort();

/** The marked arguments that a text passes on, by key. */
function parametersOf(texts: readonly Text[]): Record<string, string> {
  const found = new Map<string, Set<string>>();
  for (const { key, text } of texts) {
    const marks = found.get(key) ?? new Set();
    for (const [mark] of text.matchAll(/‹.›/g)) marks.add(mark);
    found.set(key, marks);
  }
  return Object.fromEntries([...found].map(([key, marks]) => [key, [...marks].sort().join('')]));
}

/** The plural categories that whole numbers have in a language, up to what an organization can count. */
function pluralCategories(tag: string): string[] {
  const rules = new Intl.PluralRules(tag);
  return [...new Set(Array.from({ length: 10_001 }, (_, count) => rules.select(count)))].sort();
}

/** The categories of every `plural(count, { … })` in a locale's files that lacks one. */
function incompletePlurals(tag: string): string[] {
  const wanted = pluralCategories(tag);
  const incomplete: string[] = [];
  for (const name of readdirSync(folder + tag)) {
    const source = ts.createSourceFile(
      name,
      readFileSync(`${folder}${tag}/${name}`, 'utf8'),
      ts.ScriptTarget.Latest,
      true,
    );
    const visit = (node: ts.Node) => {
      if (ts.isObjectLiteralExpression(node)) {
        const names = node.properties.flatMap(({ name }) => (name && ts.isIdentifier(name) ? name.text : []));
        const isForms =
          names.includes('other') && names.some((each) => wanted.includes(each) && each !== 'other');
        if (isForms && !wanted.every((each) => names.includes(each)))
          incomplete.push(`${name}: ${node.getText()}`);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return incomplete;
}

for (const tag of tags) {
  describe(`the translation ${tag}`, async () => {
    const { same, quotes } = translations[tag] ?? { same: [], quotes: '' };
    const catalog = await loadCatalog(tag);
    const texts = textsOf(catalog, 'catalog');

    it('is on the list', () => assert.ok(localeTags().includes(tag)));

    it('has every key, and no other', () => {
      // A reason that reads the same for both views is left out in either language, so the keys match exactly.
      assert.deepEqual(keysOf(texts), keysOf(originals));
    });

    it('keeps every parameter', () => {
      assert.deepEqual(parametersOf(texts), parametersOf(originals));
    });

    it('is not English', () => {
      const shared = new Set([...sameEverywhere, ...same]);
      const untranslated = originals.filter(({ key, text }) => {
        const own = withoutGiven(text);
        const isSame = texts.some((each) => each.key === key && withoutGiven(each.text) === own);
        return isSame && /\p{L}{3}/u.test(own) && !shared.has(own);
      });
      assert.deepEqual(untranslated, []);
    });

    it('allows no word of English that it doesn’t use', () => {
      const own = new Set(texts.map(({ text }) => withoutGiven(text)));
      assert.deepEqual(
        same.filter((each) => !own.has(each)),
        [],
      );
    });

    it('has every plural form of the language', () => {
      assert.deepEqual(incompletePlurals(tag), []);
    });

    it('puts no count into a name', () => assert.deepEqual(countsInNames(catalog), []));

    it('formats every count', () => assert.deepEqual(plainCounts(catalog, english), []));

    it('quotes as the language does', () => {
      const marks = /["'“”„«»‚‘「」『』״]/gu;
      const wrong = texts.filter(({ text }) =>
        // An apostrophe within a word isn't a quotation mark.
        [...text.replaceAll(/(?<=\p{L})['’](?=\p{L}|\s|‹)/gu, '').matchAll(marks)].some(
          ([mark]) => !quotes.includes(mark),
        ),
      );
      assert.deepEqual(wrong, []);
    });

    it('isolates every value from a text that is written from right to left', () => {
      // Between FSI and PDI, or after LRM at the end.
      const isolated = /\u2068[^\u2068\u2069]*\u2069|\u200e‹.›$/gu;
      const mixed = texts.filter(({ text }) => text.replaceAll(isolated, '').includes('‹'));
      const unexpected = mixed.filter(({ key }) => !notIsolated.test(key));
      assert.deepEqual(isRightToLeft(tag) ? unexpected : [], []);
    });

    it('puts a time behind a colon, unless every kind of time fits its verb', () => {
      const times = texts.filter(({ key, text }) => withPastTime.test(key) && text.includes('‹a›'));
      assert.equal(times.length, 7);
      const glued = times.filter(({ text }) => !/[:：]\s?\u2068?‹a›\u2069?$/u.test(text));
      assert.deepEqual(timesWithoutColon.includes(tag) ? [] : glued, []);
    });

    it('has a real ellipsis, and no space at an end or twice', () => {
      const rough = /\.\.\.|^\s|\s$| {2}/;
      const withNames = texts.filter(
        ({ key, text }) => text.includes('‹') || texts.filter((each) => each.key === key).length === 1,
      );
      assert.deepEqual(
        withNames.filter(({ text }) => rough.test(text)),
        [],
      );
    });
  });
}
