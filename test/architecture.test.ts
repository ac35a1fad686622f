import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** A folder or file, and what the code in it may import: a folder, a file, a package, or `node:` for all of Node. */
interface Room {
  readonly path: string;
  readonly may: readonly string[];
  /** Also these, by `import type` alone. */
  readonly types?: readonly string[];
  /** Also these, by `import()` alone. */
  readonly lazily?: readonly string[];
}

/** The part of the policy that a customer's page loads. Without zod, which would exceed the byte budget. */
const pagePolicy = [
  'src/policy/address.ts',
  'src/policy/check-value.ts',
  'src/policy/comparable.ts',
  'src/policy/invisible.ts',
  'src/policy/localized-text.ts',
  'src/policy/look-alikes.ts',
  'src/policy/normalize-value.ts',
  'src/policy/operations.ts',
  'src/policy/read-phone.ts',
  'src/policy/vocabulary.ts',
  'src/policy/views/view.ts',
];

/** Our code that every part of the proxy can import, besides packages. */
const proxy = ['backend-proxy/src', 'src/policy', 'src/contract'];

/** A file belongs to the first room it is in. Stories, tests and tools are in none: they may import everything. */
const house: readonly Room[] = [
  ...pagePolicy.map((path) => ({ path, may: pagePolicy })),
  // The number plans are larger than the elements: no page loads what imports them.
  { path: 'src/policy/phone.ts', may: ['src/policy', 'libphonenumber-js'] },
  { path: 'src/policy', may: ['src/policy', 'zod'] },
  { path: 'src/contract', may: ['src/contract'], types: ['src/policy'] },
  {
    path: 'src/client',
    may: ['src/client', 'src/contract'],
    types: ['src/policy', '@auth0/auth0-spa-js'],
    lazily: ['@auth0/auth0-spa-js'],
  },
  {
    path: 'src/messages',
    may: ['src/messages', ...pagePolicy],
    types: ['src/policy', 'src/contract', 'src/client'],
  },
  {
    path: 'src/state',
    may: ['src/state', 'src/client', 'src/contract', ...pagePolicy, 'lit'],
  },
  {
    path: 'src/elements',
    may: ['src/elements', 'src/state', 'src/client', 'src/messages', ...pagePolicy, 'lit'],
    types: ['src/contract'],
    // An element that shows another one has it registered when it does.
    lazily: ['src/define'],
  },
  { path: 'src/define', may: ['src/define', 'src/elements'] },
  { path: 'src/drop-in', may: ['src/drop-in', 'src/define', 'src/messages'] },
  {
    path: 'src/index.ts',
    may: ['src/elements', 'src/client', 'src/messages'],
    types: ['src/policy', 'src/contract'],
  },
  {
    path: 'backend-proxy/src/cli',
    may: [
      ...proxy,
      'backend-proxy/package.json',
      'zod',
      'hono',
      'jsonc-parser',
      '@hono/node-server',
      'node:',
    ],
  },
  // Mounting in servers of Node. The package exports it by itself, so that the rest runs anywhere.
  { path: 'backend-proxy/src/node', may: [...proxy, '@hono/node-server', 'undici', 'node:'] },
  // The command of the package, which is the proxy's and the dev tenant's together.
  {
    path: 'backend-proxy/bin',
    may: ['backend-proxy/bin', 'backend-proxy/src/cli', 'backend-proxy/dev-tenant', 'node:'],
  },
  // The files of drivers and Node. The package exports each by itself, so that the rest runs anywhere.
  {
    path: 'backend-proxy/src/storage/sql/sqlite.ts',
    may: ['backend-proxy/src/storage', 'kysely', 'node:'],
    types: ['libsql'],
    lazily: ['libsql'],
  },
  {
    path: 'backend-proxy/src/storage/sql/postgres.ts',
    may: ['backend-proxy/src/storage', 'kysely'],
    lazily: ['pg'],
  },
  { path: 'backend-proxy/src/storage/sql', may: [...proxy, 'kysely'] },
  {
    path: 'backend-proxy/storage-tests',
    may: ['backend-proxy/storage-tests', 'backend-proxy/src/audit', 'node:assert'],
    types: ['backend-proxy/src', 'src/contract'],
  },
  // What a tenant needs and how it gets that: no network and no Node, so that its rules are tested as functions.
  { path: 'backend-proxy/src/tenant', may: ['backend-proxy/src/tenant', 'src/policy', 'zod'] },
  { path: 'backend-proxy/src/management', may: [...proxy, 'backend-proxy/package.json', 'zod'] },
  { path: 'backend-proxy/src', may: [...proxy, 'zod', 'hono', 'jose'] },
  {
    path: 'backend-proxy/dev-tenant/serve.ts',
    may: ['backend-proxy/dev-tenant', '@hono/node-server', 'node:'],
  },
  { path: 'backend-proxy/dev-tenant', may: ['backend-proxy/dev-tenant', 'zod', 'hono', 'jose'] },
];

interface Import {
  readonly specifier: string;
  readonly how: 'value' | 'types' | 'lazily';
}

const parse = (path: string, text: string) =>
  ts.createSourceFile(path, text, ts.ScriptTarget.Latest, /* setParentNodes */ true);

/** Every node below a file that `pick` has an answer for. */
function collect<T>(file: ts.SourceFile, pick: (node: ts.Node) => T | undefined): T[] {
  const found: T[] = [];
  const visit = (node: ts.Node) => {
    const picked = pick(node);
    if (picked !== undefined) found.push(picked);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function readImport(node: ts.Node): Import | undefined {
  if (ts.isImportDeclaration(node)) {
    const typesOnly = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
    return { specifier: textOf(node.moduleSpecifier), how: typesOnly ? 'types' : 'value' };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
    return { specifier: textOf(node.moduleSpecifier), how: node.isTypeOnly ? 'types' : 'value' };
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return { specifier: textOf(node.argument.literal), how: 'types' };
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return { specifier: node.arguments[0] ? textOf(node.arguments[0]) : '', how: 'lazily' };
  }
  return undefined;
}

/** An address that is computed reads as nothing, which no room allows. */
const textOf = (node: ts.Node) => (ts.isStringLiteralLike(node) ? node.text : '');

/** Relative addresses become paths in the repository, with the ending the source has. */
function target(from: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  return posix.join(posix.dirname(from), specifier).replace(/\.js$/, '.ts');
}

const contains = (entry: string, path: string) =>
  path === entry || path.startsWith(entry.endsWith(':') ? entry : `${entry}/`);

const roomOf = (path: string) => house.find((room) => contains(room.path, path));

function importViolations(path: string, text: string): string[] {
  const room = roomOf(path);
  if (!room) return [`${path} is in no room of the house`];
  return collect(parse(path, text), readImport)
    .filter(({ specifier, how }) => {
      const allowed = how === 'value' ? room.may : [...room.may, ...(room[how] ?? [])];
      return !allowed.some((entry) => contains(entry, target(path, specifier)));
    })
    .map(({ specifier, how }) => `${path} must not import '${specifier}' (${how})`);
}

/** Tags are registered by src/define, which calls the class's own `static define`; nothing else calls `define`. */
function registrationViolations(path: string, text: string): string[] {
  const calls = collect(parse(path, text), (node) => {
    if (ts.isDecorator(node) && node.expression.getText().startsWith('customElement(')) return node;
    const isCall = ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression);
    return isCall && node.expression.name.text === 'define' && !isInStaticDefine(node) ? node : undefined;
  });
  return calls.map((node) => `${path} must not register a tag: ${node.getText()}`);
}

function isInStaticDefine(node: ts.Node): boolean {
  const method = ts.findAncestor(node, ts.isMethodDeclaration);
  const isStatic = method?.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword);
  return Boolean(isStatic) && method?.name.getText() === 'define';
}

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const sources = [
  'src',
  ...['bin', 'src', 'dev-tenant', 'storage-tests'].map((folder) => `backend-proxy/${folder}`),
].flatMap((folder) =>
  readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => {
      const path = posix.join(folder, name.replaceAll('\\', '/'));
      return { path, text: readFileSync(`${root}/${path}`, 'utf8') };
    }),
);

describe('who may import whom', () => {
  it('holds in every source file', () => {
    assert.ok(sources.length > 0);
    assert.deepEqual(
      sources.flatMap(({ path, text }) => importViolations(path, text)),
      [],
    );
  });

  const forbidden = [
    ['src/policy/decide.ts', `import { html } from 'lit';`],
    ['src/policy/check-value.ts', `import { z } from 'zod';`],
    ['src/policy/decide.ts', `import { parsePhoneNumber } from 'libphonenumber-js/min';`],
    ['src/policy/normalize-value.ts', `import { checkPhone } from './phone.js';`],
    ['src/state/profile/form/edit.ts', `import { formatPhone } from '../../../policy/phone.js';`],
    ['src/policy/views/view.ts', `export * from '../file/schema.js';`],
    ['src/contract/profile.ts', `import { decide } from '../policy/decide.js';`],
    ['src/client/sign-in.ts', `import { Auth0Client } from '@auth0/auth0-spa-js';`],
    ['src/client/index.ts', `import { type Auth0Client } from '@auth0/auth0-spa-js';`],
    ['src/elements/parts/notice.ts', `import { decide } from '../../policy/decide.js';`],
    ['src/elements/parts/notice.ts', `const name = 'zod'; void import(name);`],
    ['src/elements/parts/notice.ts', `import '../../define/profile-editor.js';`],
    ['src/messages/en.ts', `import { html } from 'lit';`],
    ['src/index.ts', `import './define/profile-editor.js';`],
    ['backend-proxy/src/app.ts', `import { readFileSync } from 'node:fs';`],
    ['backend-proxy/src/app.ts', `import { Kysely } from 'kysely';`],
    ['backend-proxy/src/storage/sql/postgres.ts', `import pg from 'pg';`],
    ['backend-proxy/src/app.ts', `type Tenant = import('../dev-tenant/index.js').DevTenant;`],
    ['backend-proxy/src/management/users.ts', `import { UsersClient } from 'auth0/users';`],
    ['backend-proxy/src/management/users.ts', `import { Hono } from 'hono';`],
    ['backend-proxy/dev-tenant/index.ts', `import { defaultPolicy } from '../../src/policy/index.js';`],
    ['backend-proxy/dev-tenant/index.ts', `import { createServer } from 'node:http';`],
    ['src/brand-new/file.ts', ``],
  ] as const;
  for (const [path, text] of forbidden) {
    it(`refuses ${text || 'a file'} in ${path}`, () => assert.equal(importViolations(path, text).length, 1));
  }

  const allowed = [
    ['src/client/sign-in.ts', `import type { Auth0Client } from '@auth0/auth0-spa-js';`],
    ['src/client/sign-in.ts', `const { Auth0Client } = await import('@auth0/auth0-spa-js');`],
    ['src/elements/parts/notice.ts', `void import('../../define/profile-editor.js');`],
    ['src/elements/parts/notice.ts', `import { repeat } from 'lit/directives/repeat.js';`],
    ['backend-proxy/dev-tenant/serve.ts', `import { createServer } from 'node:http';`],
  ] as const;
  for (const [path, text] of allowed) {
    it(`allows ${text} in ${path}`, () => assert.deepEqual(importViolations(path, text), []));
  }
});

/** Import circles, including those of types. Each circle is listed once. */
function circles(files: readonly { readonly path: string; readonly text: string }[]): string[] {
  const imports = new Map(
    files.map(({ path, text }) => [
      path,
      collect(parse(path, text), readImport).map(({ specifier }) => target(path, specifier)),
    ]),
  );
  const found: string[] = [];
  const done = new Set<string>();
  const follow = (path: string, way: readonly string[]): void => {
    if (way.includes(path)) found.push([...way.slice(way.indexOf(path)), path].join(' → '));
    if (way.includes(path) || done.has(path)) return;
    for (const next of imports.get(path) ?? []) follow(next, [...way, path]);
    done.add(path);
  };
  for (const path of imports.keys()) follow(path, []);
  return found;
}

describe('circles', () => {
  it('are nowhere, not even of types', () => assert.deepEqual(circles(sources), []));

  it('are recognized', () => {
    const files = [
      { path: 'src/a.ts', text: `import { b } from './b.js';` },
      { path: 'src/b.ts', text: `export { c } from './c.js';` },
      { path: 'src/c.ts', text: `import type { B } from './b.js';` },
    ];
    assert.deepEqual(circles(files), ['src/b.ts → src/c.ts → src/b.ts']);
  });
});

describe('registration of tags', () => {
  it('happens in src/define alone', () => {
    const elsewhere = sources.filter(({ path }) => /^src\/(?!define\/)/.test(path));
    assert.deepEqual(
      elsewhere.flatMap(({ path, text }) => registrationViolations(path, text)),
      [],
    );
  });

  it('is recognized', () => {
    const refuses = (text: string) => registrationViolations('src/elements/x.ts', text).length === 1;
    assert.ok(refuses(`customElements.define('x-y', X);`));
    assert.ok(refuses(`@customElement('x-y') class X extends LitElement {}`));
    assert.ok(refuses(`class X { connectedCallback() { Y.define(); } }`));
    assert.ok(!refuses(`class X { static define(tag, registry) { registry.define(tag, this); } }`));
  });
});
