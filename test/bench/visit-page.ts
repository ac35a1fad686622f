/** Visits a page of the bench, and measures what it costs. */
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import type {} from './pages/watch.js';
import { traceScripts } from './script-time.js';

/** What is measured of a page. `null` where this browser, or this page, has no such figure. */
export interface Visit {
  /** From the start of the navigation until the first row or field can be seen, in milliseconds. */
  readonly ready: number;
  /** Time spent in scripts until then. */
  readonly script: number | null;
  /** The 95th percentile of the time between two frames while the page scrolls from top to bottom. */
  readonly frame: number;
  /** Time spent in scripts for each key that is typed into the search or a field. */
  readonly key: number | null;
  /** From a click on a row until the first field of its member can be seen, the first time. */
  readonly firstOpening: number | null;
  /** The same for the next member. */
  readonly nextOpening: number | null;
  /** Cumulative layout shift, until everything is there. */
  readonly shift: number | null;
  /** Elements, in shadow trees too. */
  readonly nodes: number;
  /** Of the heap, after forty pages and a collection, in megabytes. */
  readonly heap: number | null;
}

export interface Visited {
  readonly address: string;
  /** Where keys are typed: a CSS selector, also in shadow trees. */
  readonly input: string;
  readonly hasRows: boolean;
}

const typed = 'abcdefghij';
/** Until what an action has loaded is there: longer than the search waits for the next key. */
const settleMs = 800;

/** @param slowdown - How much slower the processor gets. Only Chromium can do that. */
export async function visit(browser: Browser, visited: Visited, slowdown: number): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1100, height: 800 } });
  const page = await context.newPage();
  try {
    const isChromium = browser.browserType().name() === 'chromium';
    const session = isChromium ? await devTools(context, page, slowdown) : null;
    const load = async () => {
      await page.goto(visited.address);
      return page.evaluate(() => window.bench.ready);
    };
    const { result: ready, scriptMs: script } = session
      ? await traceScripts(browser, page, load)
      : { result: await load(), scriptMs: null };
    await page.waitForLoadState('networkidle');
    const shift = session && (await page.evaluate(() => window.bench.layoutShift()));
    const nodes = await page.evaluate(() => window.bench.countElements(document));
    const frame = percentile(await page.evaluate(() => window.bench.scroll()), 0.95);
    const openings = visited.hasRows ? await openTwo(page) : { firstOpening: null, nextOpening: null };
    const heap = session && visited.hasRows ? await leafThrough(page, session) : null;
    const key = session && (await type(browser, page, visited.input));
    return { ready, script, frame, key, ...openings, shift, nodes, heap };
  } finally {
    await context.close();
  }
}

async function devTools(context: BrowserContext, page: Page, slowdown: number): Promise<CDPSession> {
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await session.send('Performance.enable');
  return session;
}

async function openTwo(page: Page): Promise<Pick<Visit, 'firstOpening' | 'nextOpening'>> {
  const firstOpening = await page.evaluate(() => window.bench.open(0));
  await close(page);
  const nextOpening = await page.evaluate(() => window.bench.open(1));
  await close(page);
  return { firstOpening, nextOpening };
}

async function close(page: Page): Promise<void> {
  await page.waitForTimeout(settleMs);
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => !window.bench.isOpen());
}

/** The first keys load what only typing needs. They aren't counted. */
async function type(browser: Browser, page: Page, selector: string): Promise<number> {
  const input = page.locator(selector).first();
  await input.pressSequentially('ab');
  await page.waitForTimeout(settleMs);
  const { scriptMs } = await traceScripts(browser, page, () => input.pressSequentially(typed));
  return scriptMs / typed.length;
}

/** Forward as an admin does, then what is left in memory. */
async function leafThrough(page: Page, session: CDPSession): Promise<number> {
  const next = page.getByRole('button', { name: 'Next', exact: true });
  for (let turn = 0; turn < 40 && (await next.count()) > 0; turn += 1) {
    if ((await next.getAttribute('aria-disabled')) === 'true') break;
    await next.click();
    await page.waitForTimeout(80);
  }
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / 1e6;
}

function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;
}

/** Returns the median of each figure that all visits have. */
export function medians(visits: readonly Visit[]): Visit {
  const median = (pick: (visit: Visit) => number) => percentile(visits.map(pick), 0.5);
  const medianOf = (name: Exclude<keyof Visit, 'ready' | 'frame' | 'nodes'>) =>
    visits.some((visit) => visit[name] === null) ? null : median((visit) => visit[name] ?? 0);
  return {
    ready: median(({ ready }) => ready),
    script: medianOf('script'),
    frame: median(({ frame }) => frame),
    key: medianOf('key'),
    firstOpening: medianOf('firstOpening'),
    nextOpening: medianOf('nextOpening'),
    shift: medianOf('shift'),
    nodes: median(({ nodes }) => nodes),
    heap: medianOf('heap'),
  };
}
