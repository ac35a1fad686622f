import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Folders without documents of ours. Folders that start with a dot are skipped as well. */
const skipped = new Set(['node_modules', 'dist', 'storybook-static', 'coverage']);

function documentsIn(folder: string): string[] {
  return readdirSync(posix.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) {
      return skipped.has(entry.name) || entry.name.startsWith('.') ? [] : documentsIn(path);
    }
    return entry.name.endsWith('.md') ? [path] : [];
  });
}

const withoutCode = (text: string) => text.replace(/^ *(```+|~~~+)[^]*?^ *\1/gm, '');

/** Targets of inline links and images, of reference definitions, and of HTML attributes. */
function linksIn(text: string): string[] {
  const prose = withoutCode(text).replace(/(`+)[^`]+\1/g, '');
  const patterns = [/\]\(\s*<?([^\s)>]+)/g, /^ *\[[^\]]+\]: +<?([^\s>]+)/gm, /\b(?:href|src)="([^"]+)"/g];
  return patterns.flatMap((pattern) => [...prose.matchAll(pattern)].map(([, target = '']) => target));
}

/** File paths in backticks, without a line number. Globs and placeholders are not paths. */
function pathsIn(text: string): string[] {
  const spans = [...withoutCode(text).matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span);
  return spans.filter((span) => /^(?:\.ci|backend-proxy|docs|src|stories|test|tools)\/[\w./-]+$/.test(span));
}

/** The anchors that GitHub gives to the headings of a document. */
function anchorsIn(text: string): string[] {
  const counts = new Map<string, number>();
  return [...withoutCode(text).matchAll(/^#{1,6} +(.+?)[ #]*$/gm)].map(([, heading = '']) => {
    const slug = heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}_ -]/gu, '')
      .replaceAll(' ', '-');
    const count = counts.get(slug) ?? 0;
    counts.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  });
}

const read = (path: string) => readFileSync(posix.join(root, path), 'utf8');
const exists = (path: string) => existsSync(posix.join(root, path));

function isDead(link: string, from: string, text: string): boolean {
  if (/^[a-z][a-z+.-]*:/i.test(link)) return false;
  const [path = '', anchor = ''] = link.split('#').map(decodeURIComponent);
  const target = path === '' ? from : posix.join(posix.dirname(from), path);
  if (!exists(target)) return true;
  if (anchor === '') return false;
  return !anchorsIn(target === from ? text : read(target)).includes(anchor);
}

/** A path counts from the root of the repository, or from the folder of the document. */
const isMissing = (path: string, from: string) =>
  !exists(path) && !exists(posix.join(posix.dirname(from), path));

function deadReferences(from: string, text: string): string[] {
  return [
    ...linksIn(text).filter((link) => isDead(link, from, text)),
    ...pathsIn(text).filter((path) => isMissing(path, from)),
  ];
}

describe('links and paths in documents', () => {
  const documents = documentsIn('');

  it('covers the documents of both packages', () => {
    for (const path of ['README.md', 'CONTRIBUTING.md', 'backend-proxy/README.md', 'docs/policy.md']) {
      assert.ok(documents.includes(path), path);
    }
  });

  for (const path of documents) {
    it(`all exist in ${path}`, () => assert.deepEqual(deadReferences(path, read(path)), []));
  }

  it('names the command as npm does, which knows no package of its shorter name', () => {
    // `orgdesk` is the package of the elements, and has no command.
    const wrong = documents.filter((path) => /\bnpx orgdesk(?![-/@])/.test(read(path)));
    assert.deepEqual(wrong, []);
  });

  const dead = [
    ['README.md', '[the guide](docs/no-guide.md)', 'docs/no-guide.md'],
    ['docs/policy.md', '![A panel](docs/org-members.png)', 'docs/org-members.png'],
    [
      'docs/policy.md',
      '[the proxy](../backend-proxy/README.md#no-heading)',
      '../backend-proxy/README.md#no-heading',
    ],
    ['README.md', '# One\n\n[below](#two)', '#two'],
    ['README.md', '[guide]: docs/no-guide.md', 'docs/no-guide.md'],
    ['README.md', '<img src="docs/no-picture.png">', 'docs/no-picture.png'],
    ['README.md', 'State is in `src/controllers/`.', 'src/controllers/'],
    ['backend-proxy/README.md', 'See `src/middleware/audit.ts`.', 'src/middleware/audit.ts'],
  ] as const;
  for (const [path, text, expected] of dead) {
    it(`reports ${expected} in ${path}`, () => assert.deepEqual(deadReferences(path, text), [expected]));
  }

  const alive = [
    ['README.md', '[the guide](docs/policy.md), [elsewhere](https://example.com/a#b)'],
    ['README.md', '# What it `costs`\n\n# What it costs\n\n[one](#what-it-costs), [two](#what-it-costs-1)'],
    ['README.md', '```md\n[an example](docs/no-guide.md)\n```'],
    ['README.md', 'Write `[text](docs/no-guide.md)`. Each is in `src/define/*.ts` or `src/…`.'],
    ['backend-proxy/README.md', 'See `src/app.ts` and `backend-proxy/src/app.ts`.'],
  ] as const;
  for (const [path, text] of alive) {
    it(`accepts ${JSON.stringify(text)} in ${path}`, () => assert.deepEqual(deadReferences(path, text), []));
  }
});
