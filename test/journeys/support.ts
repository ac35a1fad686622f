import { chromium, firefox, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { startDemo, type DemoOptions, type RunningDemo } from '../../stories/demo/start.js';
import { chromiumArgs, requireChromium } from '../../tools/browser.js';
import { requireFirefox } from '../../tools/firefox.js';
import { storedSigningKeys } from '../harness/signing-keys.js';

export interface Stage {
  readonly demo: RunningDemo;
  readonly browser: Browser;
  close(): Promise<void>;
}

/** The demo of `npm start` on free ports, its page bundled by default, and a real browser to visit it with. */
export async function openStage(options: Pick<DemoOptions, 'seed' | 'policy' | 'page'> = {}): Promise<Stage> {
  const demo = await startDemo({
    port: 0,
    tenantPort: 0,
    page: 'bundled',
    signingKeys: storedSigningKeys,
    ...options,
  });
  const browser = await launch();
  return {
    demo,
    browser,
    close: async () => {
      await browser.close();
      await demo.close();
    },
  };
}

/** `ENGINE=firefox` takes the same journeys through a Firefox as people have it, and not one made for tests. */
function launch(): Promise<Browser> {
  return process.env['ENGINE'] === 'firefox'
    ? firefox.launch({ channel: 'moz-firefox', executablePath: requireFirefox() })
    : chromium.launch({ executablePath: requireChromium(), args: chromiumArgs });
}

/** How long a journey waits for anything. */
export const waitMs = 60_000;

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What went wrong in the page without anybody catching it, and what the console called an error. */
  readonly errors: string[];
}

/** A person without any session, in front of an organization's account page. */
export async function visit({ demo, browser }: Stage, organization: string, width = 1000): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  // Only for what never comes, however slow the machine: the error names it.
  context.setDefaultTimeout(waitMs);
  const page = await context.newPage();
  const errors: string[] = [];
  const note = (text: string) => isBrowsersOwn(text) || errors.push(text);
  page.on('pageerror', ({ message }) => note(message));
  page.on('console', (message) => message.type() === 'error' && note(message.text()));
  await page.goto(`${demo.url}/${organization}`);
  return { page, context, errors };
}

/** A refused request is part of several journeys; and Firefox wants an icon of the login page, which lets nothing load. */
const isBrowsersOwn = (text: string) =>
  text.startsWith('Failed to load resource') || text.includes('/favicon.ico');

/** From the element's own button through the login page and back, by the persona's button. */
export async function signInAs(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  await page.getByRole('heading', { name, exact: true }).waitFor();
}

/** A locked field: its value, and the line of its section that says why. */
export async function lockedText(page: Page, label: string): Promise<string> {
  const term = page.locator('profile-editor dt', { hasText: new RegExp(`^\\s*${label}\\s*$`) });
  const value = term.locator('xpath=following-sibling::dd[1]');
  const reason = page.locator(
    `profile-editor [id="${await value.getAttribute('aria-describedby')}"] span > span`,
  );
  return `${await value.innerText()} ${await reason.innerText()}`.replaceAll(/\s+/g, ' ').trim();
}

/** Counts clicks on the page from now on, also after it was left and came back. */
export async function countClicks(page: Page): Promise<() => Promise<number>> {
  const listen = () =>
    addEventListener(
      'click',
      () => sessionStorage.setItem('clicks', String(Number(sessionStorage.getItem('clicks')) + 1)),
      true,
    );
  await page.addInitScript(listen);
  await page.evaluate(listen);
  return () => page.evaluate(() => Number(sessionStorage.getItem('clicks')));
}
