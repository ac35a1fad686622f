import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { chromiumArgs, requireChromium } from '../../tools/browser.js';
import { serveFolder } from '../../tools/static-server.js';
import { compile, filesNamingThisMachine, installPackage, runTool, type Project } from './project.js';

describe('the package orgdesk, installed from its tarball', () => {
  let project: Project;
  before(async () => {
    project = await installPackage('.');
  });
  after(() => project.remove());

  it('contains what is built, and its README and licence', async () => {
    const others = project.files.filter((file) => !/^dist\/.+\.(js|js\.map|d\.ts)$/.test(file));
    assert.deepEqual(others, [
      'LICENSE',
      'README.md',
      'dist/custom-elements.json',
      'dist/drop-in/THIRD-PARTY-LICENSES.txt',
      'dist/drop-in/integrity.json',
      'dist/drop-in/themes/quiet.css',
      'dist/drop-in/themes/square.css',
      'dist/integrations/vscode.css-custom-data.json',
      'dist/integrations/vscode.html-custom-data.json',
      'dist/integrations/web-types.json',
      'dist/themes/quiet.css',
      'dist/themes/square.css',
      'package.json',
    ]);
    assert.deepEqual(await filesNamingThisMachine(project, 'orgdesk'), []);
  });

  it('brings the notices of whose code is in the scripts for pages without a build', async () => {
    const path = join(project.folder, 'node_modules/orgdesk/dist/drop-in/THIRD-PARTY-LICENSES.txt');
    const text = await readFile(path, 'utf8');
    for (const name of ['lit', 'lit-html', '@lit/reactive-element', '@auth0/auth0-spa-js']) {
      assert.match(text, new RegExp(`^${name}\n\n.*(BSD|MIT)`, 'ms'), name);
    }
  });

  it('offers the scripts for pages without a build by name', async () => {
    const found = await project.evaluate(
      `console.log(JSON.stringify(['orgdesk.js', 'messages/de/common.js', 'integrity.json']
        .map((name) => import.meta.resolve('orgdesk/drop-in/' + name).split('/dist/')[1])));`,
    );
    assert.deepEqual(found, [
      'drop-in/orgdesk.js',
      'drop-in/messages/de/common.js',
      'drop-in/integrity.json',
    ]);
  });

  it('brings no server code along', () => {
    const server = [...project.installed].filter((name) =>
      /^(hono|@hono\/.*|auth0|zod|orgdesk-proxy)$/.test(name),
    );
    assert.deepEqual(server, []);
  });

  it('answers every import on a server, too, where pages are rendered without a DOM', async () => {
    const imports = project.modules.map((name) => `import '${name}';`).join('\n');
    assert.equal(await project.evaluate(`${imports}\nconsole.log('"imported"');`), 'imported');
  });

  it('describes its tags, and nothing private of them', async () => {
    const { modules } = await manifestOf(project);
    const declarations = modules.flatMap((module) => module.declarations);
    const tags = declarations.flatMap(({ tagName = [] }) => tagName);
    const hidden = declarations
      .flatMap(({ members = [] }) => members)
      .filter(({ name, privacy }) => name.startsWith('#') || (privacy ?? 'public') !== 'public');
    assert.deepEqual([...tags].sort(), ['org-members', 'profile-editor']);
    assert.deepEqual(hidden, []);
    const missing = modules.map(({ path }) => path).filter((path) => !project.files.includes(path));
    assert.deepEqual(missing, []);
  });

  const consumer = `
    import { ProfileEditor } from 'orgdesk';
    import { createProxyClient, type ProxyClient } from 'orgdesk/client';
    import 'orgdesk/define/profile-editor';
    import 'orgdesk/define/org-members';
    export const client: ProxyClient = createProxyClient({ baseUrl: '/orgdesk', fetch: (...args) => fetch(...args) });
    export const editor: ProfileEditor | null = document.querySelector('profile-editor');
    editor?.addEventListener('profile-saved', (event) => event.changed);
    document.querySelector('org-members')?.addEventListener('member-removed', (event) => event.userId);
    // @ts-expect-error the proxy has to be named
    createProxyClient({});
  `;
  it('is typed for bundlers, with every event', async () => {
    const listeners = listenersOf(await manifestOf(project));
    assert.equal(listeners.length, 3 * 15);
    const imports = `import type * as orgdesk from 'orgdesk';`;
    await compile(project, `${imports}\n${consumer}\n${listeners.join('\n')}`, 'esnext');
  });
  it('is typed for Node', () => compile(project, consumer, 'nodenext'));

  it('passes publint', () => runTool(project, 'publint', 'run', project.tarball, '--strict'));
  it('passes attw', () =>
    runTool(
      project,
      'attw',
      project.tarball,
      '--profile',
      'esm-only',
      '--exclude-entrypoints',
      'custom-elements.json',
    ));

  for (const tag of ['profile-editor', 'org-members']) {
    it(`shows ${tag} on a page that Vite built`, async () => {
      const root = join(project.folder, `bundled-${tag}`);
      await mkdir(root);
      await writeFile(join(root, 'main.js'), `import 'orgdesk/define/${tag}';`);
      await writeFile(join(root, 'index.html'), page('/main.js', tag));
      await build({ root, configFile: false, logLevel: 'warn' });
      await withPage(join(root, 'dist'), (tab) => showsFailure(tab, tag));
    });

    for (const script of [`/${tag}.js`, '/orgdesk.js']) {
      it(`shows ${tag} on a page without a build, by ${script} alone`, async () => {
        const root = await dropInPage(script, tag);
        const imports = (await readFile(join(root, script), 'utf8')).match(/\b(?:from|import)\s*["'`]\./g);
        assert.equal(imports, null, 'what it needs is a round trip more');
        await withPage(root, (tab) => showsFailure(tab, tag));
      });
    }
  }

  it('loads the sign-in library when a tag signs in by itself', async () => {
    const session = 'domain="tenant.example" client-id="page" audience="https://orgdesk.example"';
    const root = await dropInPage('/orgdesk.js', 'profile-editor', session);
    await withPage(root, async (tab) => {
      const library = tab.waitForResponse('**/auth0-spa-js.js');
      await tab.goto('/');
      assert.equal((await library).status(), 200);
    });
  });

  async function dropInPage(script: string, tag: string, attributes = ''): Promise<string> {
    const root = await mkdtemp(join(project.folder, 'drop-in-'));
    await cp(join(project.folder, 'node_modules/orgdesk/dist/drop-in'), root, { recursive: true });
    await writeFile(join(root, 'index.html'), page(script, tag, attributes));
    return root;
  }
});

/** A customer's page, as strict as browsers can be told to be; nothing answers at its proxy's address. */
const page = (script: string, tag: string, attributes = '') => `<!doctype html>
  <html lang="en">
    <head>
      <title>Account</title>
      <link rel="icon" href="data:," />
      <meta http-equiv="Content-Security-Policy"
            content="default-src 'self'; img-src data:; require-trusted-types-for 'script'" />
      <script type="module" src="${script}"></script>
    </head>
    <body>
      <${tag} proxy-url="/nowhere" ${attributes}></${tag}>
    </body>
  </html>`;

/** Opens a tab on a folder's pages. */
async function withPage<T>(folder: string, use: (tab: Page) => Promise<T>): Promise<T> {
  const server = await serveFolder(folder);
  const browser = await chromium.launch({ executablePath: requireChromium(), args: chromiumArgs });
  try {
    return await use(await browser.newPage({ baseURL: server.origin }));
  } finally {
    await browser.close();
    server.close();
  }
}

/** The element tells people what went wrong, and neither throws nor does what the page's policy forbids. */
interface Manifest {
  readonly modules: readonly {
    readonly path: string;
    readonly declarations: readonly {
      readonly tagName?: string;
      readonly members?: readonly { readonly name: string; readonly privacy?: string }[];
      readonly events?: readonly { readonly name: string; readonly type: { readonly text: string } }[];
    }[];
  }[];
}

async function manifestOf({ folder }: Project): Promise<Manifest> {
  const text = await readFile(join(folder, 'node_modules/orgdesk/dist/custom-elements.json'), 'utf8');
  return JSON.parse(text) as Manifest;
}

/** Code that listens to every event, wherever a host can, and compiles only if the event has its class. */
function listenersOf({ modules }: Manifest): readonly string[] {
  const declarations = modules.flatMap((module) => module.declarations);
  return declarations.flatMap(({ tagName, events = [] }) => {
    if (tagName === undefined) return [];
    const targets = ['document', 'window', `document.querySelector('${tagName}')`];
    return events.flatMap(({ name, type }) =>
      targets.map(
        (target) =>
          `${target}?.addEventListener('${name}', (event) => event satisfies orgdesk.${type.text});`,
      ),
    );
  });
}

async function showsFailure(tab: Page, tag: string): Promise<void> {
  const complaints: string[] = [];
  tab.on('pageerror', ({ message }) => complaints.push(message));
  tab.on('console', (message) => {
    if (/Content Security Policy|Trusted/.test(message.text())) complaints.push(message.text());
  });
  await tab.goto('/');
  const alert = tab.locator(`${tag}:state(error)`).getByRole('alert');
  assert.match(await alert.innerText({ timeout: 60_000 }), /try again/i);
  assert.deepEqual(complaints, []);
}
