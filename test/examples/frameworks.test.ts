// Runs in a process of its own: it starts build tools, which need the memory.
// Needs `npm run build`, and a package registry: without one, every example is skipped.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { after, before, describe, it, type TestContext } from 'node:test';
import { chromium, type Browser } from 'playwright-core';
import { chromiumArgs, requireChromium } from '../../tools/browser.js';
import { installExample, openWorkshop, type Example, type Served, type Workshop } from './framework-app.js';
import { typings } from './typings.js';

interface Kind {
  readonly name: string;
  /** Scripts that have to succeed before, in this order. */
  readonly scripts: readonly string[];
  open(example: Example, workshop: Workshop): Promise<Served>;
}

const built: Pick<Kind, 'scripts' | 'open'> = {
  scripts: ['check', 'build'],
  open: ({ folder }, workshop) => workshop.serve(join(folder, 'dist')),
};

const kinds: readonly Kind[] = [
  { name: 'react', ...built },
  { name: 'preact', ...built },
  { name: 'vue', ...built },
  { name: 'svelte', ...built },
  { name: 'angular', ...built },
  { name: 'next', scripts: built.scripts, open: ({ folder }) => startNext(folder) },
  {
    name: 'plain-html',
    scripts: [],
    open: async ({ name }, { foreignUrl }) => ({ url: `${foreignUrl}/${name}/`, close: () => {} }),
  },
];

const ada = { name: 'Ada Keller', userId: 'auth0|ac3e00000000000000000001' };
/** Only for what never comes. */
const waitMs = 60_000;

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

for (const { name, scripts, open } of kinds) {
  describe(`examples/${name}`, () => {
    let installed: Example | string;
    before(async () => {
      workshop.tenant.reset();
      installed = await installExample(workshop, name, typings[name]);
    });

    const withExample = (test: (example: Example) => Promise<void>) => (context: TestContext) =>
      typeof installed === 'string' ? context.skip(installed) : test(installed);

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
        await takeJourney(url).finally(close);
      }),
    );
  });
}

async function takeJourney(url: string): Promise<void> {
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
  assert.equal(workshop.tenant.users.get(ada.userId)?.user_metadata?.['job_title'], 'Lead Engineer');

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

/** Starts the server of a built Next app, on a free port. */
function startNext(folder: string): Promise<Served> {
  const program = join(folder, 'node_modules/next/dist/bin/next');
  const child = spawn(process.execPath, [program, 'start', '--port', '0'], { cwd: folder });
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const [url] = /http:\/\/localhost:\d+/.exec(output) ?? [];
      if (url && output.includes('Ready')) resolve({ url, close: () => child.kill() });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', () => reject(new Error(`next start ended: ${output}`)));
  });
}
