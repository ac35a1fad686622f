/** Installs the example of a framework, checks and builds it, and uses it in a browser. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it, type TestContext } from 'node:test';
import { chromium, type Browser } from 'playwright-core';
import { chromiumArgs, requireChromium } from '../../tools/browser.js';
import { installExample, openWorkshop, type Example, type Served, type Workshop } from './framework-app.js';
import { typings } from './typings.js';

export interface FrameworkExample {
  readonly name: string;
  /** Scripts that have to succeed before, in this order. */
  readonly scripts: readonly string[];
  /** Versions of packages that the app has already, and that ours should share with it: `lit@3.2.0`. */
  readonly packages?: readonly string[];
  open(example: Example, workshop: Workshop): Promise<Served>;
}

/** An example that builds files which any server can serve. */
export const buildAndServe = (name: string): FrameworkExample => ({
  name,
  scripts: ['check', 'build'],
  open: ({ folder }, workshop) => workshop.serve(join(folder, 'dist')),
});

const ada = { name: 'Ada Keller', userId: 'auth0|ac3e00000000000000000001' };
/** Only for what never comes. */
const waitMs = 60_000;

/** Describes the tests of examples, which need `npm run build`. Without a package registry, they are skipped. */
export function describeFrameworks(examples: readonly FrameworkExample[]): void {
  let workshop: Workshop;
  let browser: Browser;
  before(async () => {
    workshop = await openWorkshop();
    browser = await chromium.launch({ executablePath: requireChromium(), args: chromiumArgs });
  });
  after(async () => {
    await browser.close();
    await workshop.close();
  });

  for (const { name, scripts, packages = [], open } of examples) {
    describe(`examples/${name}`, () => {
      let installed: Example | string;
      before(async () => {
        workshop.tenant.reset();
        installed = await installExample(workshop, name, typings[name], packages);
      });

      const withExample = (test: (example: Example) => Promise<void>) => (context: TestContext) =>
        typeof installed === 'string' ? context.skip(installed) : test(installed);

      if (packages.length > 0) {
        it(
          `shares ${packages.join(' and ')}`,
          withExample(async ({ folder }) => {
            assert.equal(existsSync(join(folder, 'node_modules/orgdesk/node_modules')), false);
            for (const each of packages) {
              const [, dependency = '', version = ''] = /^(.+)@(.+)$/.exec(each) ?? [];
              const path = join(folder, 'node_modules', dependency, 'package.json');
              assert.equal(
                (JSON.parse(await readFile(path, 'utf8')) as { version: string }).version,
                version,
              );
            }
          }),
        );
      }

      for (const script of scripts) {
        it(
          `passes npm run ${script}`,
          withExample((example) => example.run(script)),
        );
      }

      it(
        'signs in, edits, and saves',
        withExample(async (example) => {
          const { url, close } = await open(example, workshop);
          await takeJourney(browser, url, workshop).finally(close);
        }),
      );
    });
  }
}

async function takeJourney(browser: Browser, url: string, { tenant }: Workshop): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(waitMs);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => {
    // The pages have no icon.
    const isOwn = message.type() === 'error' && !message.text().startsWith('Failed to load resource');
    if (isOwn) errors.push(message.text());
  });
  await page.goto(url);
  await page.getByRole('button', { name: 'Sign in', exact: true }).first().click();
  await page.getByRole('button', { name: new RegExp(`^${ada.name}`) }).click();
  await page.getByRole('heading', { name: ada.name, exact: true }).waitFor();

  // An event.
  const jobTitle = page.getByLabel('Job title');
  await jobTitle.fill('Lead Engineer');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved: jobTitle').waitFor();
  assert.equal(tenant.users.get(ada.userId)?.user_metadata?.['job_title'], 'Lead Engineer');

  // A property that has no attribute.
  await page.getByRole('columnheader', { name: 'User ID' }).waitFor();
  await page.getByText(ada.userId, { exact: true }).waitFor();

  // A boolean that varies.
  await page.getByLabel('Read-only').check();
  await jobTitle.waitFor({ state: 'detached' });
  await page.getByLabel('Read-only').uncheck();
  await jobTitle.waitFor();

  assert.deepEqual(errors, []);
  await context.close();
}
