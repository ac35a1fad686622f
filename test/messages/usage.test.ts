import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { english } from './catalogs.js';

const root = fileURLToPath(new URL('../../src/', import.meta.url));
const filesIn = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.includes('.styles.'))
    .map((name) => join(folder, name));

const parse = (text: string) => ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest, true);
const read = (file: string) => parse(readFileSync(join(root, file), 'utf8'));

function visit(node: ts.Node, each: (node: ts.Node) => void): void {
  each(node);
  ts.forEachChild(node, (child) => visit(child, each));
}

/** Every name that is read as a property: `a.name`, `a['name']`, `{ name } = a`, and the literals of types. */
function namesRead(files: readonly ts.SourceFile[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const file of files) {
    visit(file, (node) => {
      if (ts.isPropertyAccessExpression(node)) names.add(node.name.text);
      if (ts.isBindingElement(node)) names.add((node.propertyName ?? node.name).getText());
      if (ts.isElementAccessExpression(node) && ts.isStringLiteral(node.argumentExpression)) {
        names.add(node.argumentExpression.text);
      }
      if (ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal)) names.add(node.literal.text);
    });
  }
  return names;
}

/** Tables that are indexed by a code, an operation or a state: a total type says which keys they have. */
const tables = new Set([
  'reasons',
  'changers',
  'problems',
  'identifiers',
  'signInTitle',
  'theirReasons',
  'theirChangers',
  'faults',
  'fileProblems',
  'own',
  'theirs',
  'violations',
  'saveProblems',
  'refusals',
  'consequences',
  'done',
  'statuses',
  'operations',
  'filters',
  'signsInWith',
  'methods',
  'actions',
  'actionNames',
  'attempts',
  'causes',
  'formats',
  'outcomes',
  'about',
  'questions',
  'recommendations',
  'instead',
  'steps',
  'regainPaths',
  'notCoveredItems',
  'states',
  'stateNotes',
  'tabs',
  'lostDraft',
  'columns',
]);

function unusedKeys(value: unknown, path: string, used: ReadonlySet<string>): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => {
    if (!used.has(key)) return [`${path}.${key}`];
    return tables.has(key) ? [] : unusedKeys(each, `${path}.${key}`, used);
  });
}

/** Text, or punctuation, that a reader would see and that isn't in `messages/`: between tags, or in an attribute that is read out. */
function visibleStrings(file: ts.SourceFile): string[] {
  const found: string[] = [];
  visit(file, (node) => {
    if (!ts.isTaggedTemplateExpression(node) || node.tag.getText() !== 'html') return;
    const { template } = node;
    const source = ts.isNoSubstitutionTemplateLiteral(template)
      ? template.text
      : template.head.text + template.templateSpans.map(({ literal }) => `\u0000${literal.text}`).join('');
    const markup = source.replaceAll(/<!--[^]*?-->/g, '');
    const named = [...markup.matchAll(/\s(?:aria-label|title|placeholder|alt)="([^"]*)"/g)].map(
      ([, text = '']) => text,
    );
    const between = markup.replaceAll(/<[^>]*>/g, '\u0000').split('\u0000');
    found.push(
      ...[...between, ...named].map((text) => text.trim()).filter((text) => /[\p{L}:;,()]/u.test(text)),
    );
  });
  return found;
}

/** Texts that are joined with punctuation, which languages write differently. Joints in keys and IDs have no space. */
function joinedTexts(file: ts.SourceFile): string[] {
  const found: string[] = [];
  visit(file, (node) => {
    if (!ts.isTemplateExpression(node) || ts.isTaggedTemplateExpression(node.parent)) return;
    const joints = node.templateSpans.map(({ literal }) => literal.text);
    if (joints.some((text) => /^[:;,] | \($/.test(text))) found.push(node.getText());
  });
  return found;
}

describe('messages', () => {
  it('have no unused key', () => {
    const used = namesRead(
      [
        ...filesIn('elements'),
        ...filesIn('messages').filter((file) => !/messages[\\/][\w-]+[\\/]/.test(file)),
      ].map(read),
    );
    assert.deepEqual(unusedKeys(english, 'messages', new Set([...used, ...Object.keys(english)])), []);
  });

  for (const file of filesIn('elements')) {
    it(`are the only visible strings of ${file}`, () => assert.deepEqual(visibleStrings(read(file)), []));

    it(`aren’t joined with punctuation in ${file}`, () => assert.deepEqual(joinedTexts(read(file)), []));
  }
});

describe('the search for visible strings', () => {
  const cases = [
    ['html`<p>Sign in</p>`', ['Sign in']],
    ['html`<button aria-label="Close">${icon}</button>`', ['Close']],
    ['html`<p>${a} of ${b}</p>`', ['of']],
    ['html`<p><b>${names}:</b> ${reason}</p>`', [':']],
    ['html`<p class="notice" part="notice">${text} · ${other}</p>`', []],
    ['css`p { color: red }`', []],
  ] as const;
  for (const [code, strings] of cases) {
    it(`finds ${JSON.stringify(strings)} in ${code}`, () =>
      assert.deepEqual(visibleStrings(parse(code)), strings));
  }
});

describe('the search for joined texts', () => {
  const cases = [
    ['const text = `${label}: ${value}`', ['`${label}: ${value}`']],
    ['const text = `${step} (${count})`', ['`${step} (${count})`']],
    ['const id = `field-${index}`', []],
    ['const color = `light-dark(${light},${dark})`', []],
  ] as const;
  for (const [code, texts] of cases) {
    it(`finds ${JSON.stringify(texts)} in ${code}`, () => assert.deepEqual(joinedTexts(parse(code)), texts));
  }
});

describe('the search for unused keys', () => {
  it('finds a key that nothing reads', () => {
    const used = namesRead([parse('const { save } = messages; messages.upload.choose;')]);
    const catalog = { save: '', cancel: '', upload: { choose: '', running: '' } };
    assert.deepEqual(unusedKeys(catalog, 'messages', used), ['messages.cancel', 'messages.upload.running']);
  });
});
