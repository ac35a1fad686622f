/** The drop-in scripts on pages that are strict, or have other scripts like ours: a person edits and saves all the same. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { chromium, type Browser, type Page, type Route } from 'playwright-core';
import { World } from '../../stories/world.js';
import { chromiumArgs, requireChromium } from '../../tools/browser.js';

const dropIn = new URL('../../dist/drop-in/', import.meta.url);
const origin = 'https://customer.example';

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
}

const trustedTypes = `default-src 'self' 'unsafe-inline'; img-src 'self' data: https:; require-trusted-types-for 'script'`;
/** What another copy of Lit does when it loads. */
const otherLit = `<script>trustedTypes.createPolicy('lit-html', { createHTML: (html) => html });</script>`;
const both = ['profile-editor.js', 'org-members.js'];

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
    policy: `default-src 'none'; connect-src 'self'; img-src 'self' data: https:; script-src 'nonce-c2VjcmV0' 'strict-dynamic'; base-uri 'none'`,
    nonce: 'c2VjcmV0',
  },
};

const html = ({ head = '', scripts = ['orgdesk.js'], nonce = '' }: Strict) => `<!doctype html>
  <html lang="en">
    <head>
      <title>Account</title>
      <link rel="icon" href="data:," />
      ${head}
      ${scripts.map((name) => `<script type="module" nonce="${nonce}" src="/${name}"></script>`).join('\n')}
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
  if (!pathname.startsWith('/orgdesk/'))
    return route.fulfill({
      contentType: 'text/javascript',
      body: await readFile(new URL(`.${pathname}`, dropIn)),
    });
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
});
