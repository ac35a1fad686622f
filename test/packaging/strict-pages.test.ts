/** The drop-in scripts on pages that are strict, or have other scripts like ours: a person edits and saves all the same. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { chromium, type Browser, type Page, type Route } from 'playwright-core';
import { World } from '../../stories/world.js';
import { chromiumArgs, requireChromium } from '../../tools/browser.js';

const dropIn = new URL('../../dist/drop-in/', import.meta.url);
const origin = 'https://customer.example';
const nonce = 'c2VjcmV0';

/** The hash of each file, as the package has it. */
const integrity = JSON.parse(await readFile(new URL('integrity.json', dropIn), 'utf8')) as Readonly<
  Record<string, string>
>;

let browser: Browser;
before(async () => {
  browser = await chromium.launch({ executablePath: requireChromium(), args: chromiumArgs });
});
after(() => browser.close());

interface Strict {
  readonly policy: string;
  readonly head?: string;
  readonly scripts?: readonly string[];
  readonly nonce?: string;
  /** Names the hash of the script in its tag. */
  readonly hashed?: true;
  /** Scripts that the server has changed. */
  readonly changed?: readonly string[];
}

const trustedTypes = `default-src 'self' 'unsafe-inline'; img-src 'self' data: https:; require-trusted-types-for 'script'`;
/** What another copy of Lit does when it loads. */
const otherLit = `<script>trustedTypes.createPolicy('lit-html', { createHTML: (html) => html });</script>`;
const both = ['profile-editor.js', 'org-members.js'];
/** Names the hash of each script that the first one loads. */
const importMap = `<script type="importmap" nonce="${nonce}">${JSON.stringify({
  integrity: Object.fromEntries(Object.entries(integrity).map(([name, hash]) => [`/${name}`, hash])),
})}</script>`;
const withHashes: Strict = {
  policy: `default-src 'self'; img-src 'self' data: https:; script-src 'self' 'nonce-${nonce}'`,
  head: importMap,
  hashed: true,
};

const pages: Readonly<Record<string, Strict>> = {
  'with Trusted Types': { policy: trustedTypes },
  'that lists the policy lit-html': { policy: `${trustedTypes}; trusted-types lit-html` },
  'whose own Lit took the policy': { policy: `${trustedTypes}; trusted-types lit-html`, head: otherLit },
  'whose own Lit took the policy, and that lists ours': {
    policy: `${trustedTypes}; trusted-types lit-html orgdesk`,
    head: otherLit,
  },
  'with two of our scripts, and that lists the policy once': {
    policy: `${trustedTypes}; trusted-types lit-html`,
    scripts: both,
  },
  'with the script for both elements beside one of ours': {
    policy: trustedTypes,
    scripts: ['orgdesk.js', ...both],
  },
  'that allows scripts by nonce alone': {
    policy: `default-src 'none'; connect-src 'self'; img-src 'self' data: https:; script-src 'nonce-${nonce}' 'strict-dynamic'; base-uri 'none'`,
    nonce,
  },
  'that names the hash of each script': withHashes,
};

const scriptTag = (name: string, { nonce = '', hashed }: Strict) =>
  `<script type="module" nonce="${nonce}" ${hashed ? `integrity="${integrity[name]}"` : ''} src="/${name}"></script>`;

const html = (strict: Strict) => `<!doctype html>
  <html lang="en">
    <head>
      <title>Account</title>
      <link rel="icon" href="data:," />
      ${strict.head ?? ''}
      ${(strict.scripts ?? ['orgdesk.js']).map((name) => scriptTag(name, strict)).join('\n')}
    </head>
    <body>
      <profile-editor></profile-editor>
      <org-members></org-members>
    </body>
  </html>`;

/** Answers as the customer's server does: the page, our scripts, and the proxy with the session of the caller. */
async function open(strict: Strict): Promise<{ page: Page; said: string[] }> {
  const session = new World().sessionOf('ada@acme.example', 'acme');
  const page = await browser.newPage();
  const said: string[] = [];
  page.on('pageerror', ({ message }) => said.push(message));
  await page.route(`${origin}/**`, (route) => answer(route, strict, session));
  await page.goto(`${origin}/`);
  return { page, said };
}

async function answer(route: Route, strict: Strict, session: ReturnType<World['sessionOf']>): Promise<void> {
  const request = route.request();
  const { pathname, search } = new URL(request.url());
  if (pathname === '/') {
    const headers = { 'content-security-policy': strict.policy };
    return route.fulfill({ contentType: 'text/html', headers, body: html(strict) });
  }
  if (!pathname.startsWith('/orgdesk/')) {
    const script = await readFile(new URL(`.${pathname}`, dropIn), 'utf8');
    const isChanged = strict.changed?.includes(pathname.slice(1));
    return route.fulfill({ contentType: 'text/javascript', body: isChanged ? `${script};` : script });
  }
  const response = await session(pathname + search, {
    method: request.method(),
    headers: await request.allHeaders(),
    ...(request.postData() && { body: request.postData() }),
  });
  return route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  });
}

describe('a page', () => {
  for (const [name, strict] of Object.entries(pages)) {
    it(`${name} has both elements, and lets people edit`, async () => {
      const { page, said } = await open(strict);
      await page.locator('org-members').getByRole('row', { name: 'Mia Okafor' }).waitFor();
      await page.locator('profile-editor').getByLabel('Job title').fill('Surveyor');
      await page.locator('profile-editor').getByRole('button', { name: 'Save' }).click();
      await page.locator('profile-editor').getByText('Changes saved.').waitFor();
      await page.locator('org-members').getByRole('button', { name: 'Actions for Mia Okafor' }).click();
      await page.locator('org-members').getByRole('menuitem', { name: 'Block…' }).click();
      await page.locator('org-members').getByRole('heading', { name: 'Block Mia Okafor?' }).waitFor();
      assert.deepEqual(said, []);
      await page.close();
    });
  }

  it('that names the hash of each script runs none that was changed', async () => {
    const { page } = await open({ ...withHashes, changed: ['orgdesk.js'] });
    await page.waitForLoadState('load');
    assert.equal(await page.evaluate(() => customElements.get('profile-editor') === undefined), true);
    await page.close();
  });

  it('that names the hash of each script shows everything but a part that was changed', async () => {
    const { page } = await open({ ...withHashes, changed: ['account.js'] });
    await page.locator('profile-editor').getByText('Couldn’t load part of this page.').waitFor();
    await page.locator('profile-editor').getByLabel('Job title').waitFor();
    await page.close();
  });
});

it('the package has the hash of every file for pages without a build', async () => {
  const names = await readdir(dropIn, { recursive: true });
  const files = names.filter((name) => /\.(js|css)$/.test(name)).map((name) => name.replaceAll('\\', '/'));
  assert.deepEqual(Object.keys(integrity), files.sort());
  for (const name of files) {
    const hash = createHash('sha384').update(await readFile(new URL(name, dropIn)));
    assert.equal(integrity[name], `sha384-${hash.digest('base64')}`, name);
  }
});
