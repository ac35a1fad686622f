import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import type axe from 'axe-core';
import { chromium, type Browser } from 'playwright-core';
import { chromiumArgs, requireChromium } from '../../tools/browser.js';
import { orgdesk, policyBut } from './support.js';

const pageOf = async (policy?: unknown) =>
  (await orgdesk(`policy matrix --html ${policy ? 'p' : ''}`, { files: { p: policy } })).stdout;

describe('the matrix as a page', () => {
  it('needs nothing else', async () => {
    const page = await pageOf();
    assert.match(page, /^<!doctype html>/);
    assert.doesNotMatch(page, /<script|<link|<img|\s(?:src|on\w+|style)=|url\(|@import/i);
    const addresses = [...page.matchAll(/href="([^"]*)"/g)].map(([, address]) => address);
    assert.ok(addresses.length > 0);
    for (const address of addresses) assert.match(address ?? '', /^#actor-/);
  });

  it('allows its one style by hash, and nothing else', async () => {
    const page = await pageOf();
    const styles = [...page.matchAll(/<style>([^]*?)<\/style>/g)].map(([, text]) => text ?? '');
    assert.equal(styles.length, 1);
    const hash = createHash('sha256')
      .update(styles[0] ?? '')
      .digest('base64');
    assert.ok(page.includes(`default-src 'none'; style-src 'sha256-${hash}'`));
  });

  it('is the same every time', async () => assert.equal(await pageOf(), await pageOf()));

  it('escapes what a policy says', async () => {
    const hostile = '<img src=x onerror="alert(1)">';
    const page = await pageOf(
      policyBut(({ fields, groups, actors }) => {
        fields.email.label.en = hostile;
        groups.main.label.en = hostile;
        actors.admin.permissions = [hostile];
      }),
    );
    assert.ok(!page.includes('<img'));
    assert.ok(page.split('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;').length > 3);
  });

  it('names the deciding gate and rule, and what an answer depends on', async () => {
    const text = (await pageOf()).replace(/\s*<[^>]+>\s*/g, ' ').replace(/\s+/g, ' ');
    for (const said of [
      '✓ update policy own-identifiers',
      '~ update depends ✗ denied provisioning invitation it must stay the address the user was invited with policy invited-email ✓ allowed provisioning open policy own-identifiers',
      '✗ no update the identity provider manages it auth0',
    ]) {
      assert.ok(text.includes(said), said);
    }
  });

  it('lists the safeguards', async () => {
    assert.match(await pageOf(), /After 300 seconds/);
    const off = await pageOf(policyBut(({ safeguards }) => (safeguards.lastAdmin = false)));
    assert.match(off, /An organization can lose the last person/);
  });
});

describe('the matrix in a browser', () => {
  let browser: Browser;
  before(async () => {
    browser = await chromium.launch({ executablePath: requireChromium(), args: chromiumArgs });
  });
  after(() => browser.close());

  const open = async (options: Parameters<Browser['newContext']>[0]) => {
    const page = await (await browser.newContext(options)).newPage();
    const noise: string[] = [];
    page.on('console', (message) => noise.push(message.text()));
    await page.setContent(await pageOf());
    return { page, noise };
  };

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`is accessible when ${colorScheme}`, async () => {
      const { page } = await open({ colorScheme, bypassCSP: true });
      await page.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core') });
      const found = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
      assert.deepEqual(
        found.violations.map(({ id, nodes }) => [id, nodes[0]?.html]),
        [],
      );
    });
  }

  it('is styled under its own content security policy', async () => {
    const { page, noise } = await open({});
    const family = await page.evaluate(() => getComputedStyle(document.body).fontFamily);
    assert.match(family, /system-ui/);
    assert.deepEqual(noise, []);
  });

  it('scrolls nothing but its tables at 320 pixels', async () => {
    const { page } = await open({ viewport: { width: 320, height: 600 } });
    const [width, tables] = await page.evaluate(
      () =>
        [
          document.documentElement.scrollWidth,
          [...document.querySelectorAll('.scroll')].every((box) => box.scrollWidth > box.clientWidth),
        ] as const,
    );
    assert.deepEqual([width, tables], [320, true]);
  });
});
