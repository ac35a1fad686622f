/**
 * What the elements cost a page, in multiples of a bare Lit page that shows the same, measured in turns in one run on a
 * processor slowed down four times. Run by `node --import tsx test/bench/pages.bench.ts`. It asserts nothing: time is not the
 * same on two machines, a ratio of two figures from one run nearly is.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core';
import { build } from 'vite';
import { chromiumArgs, requireChromium } from '../../tools/browser.js';
import { serveFolder } from '../../tools/static-server.js';
import type {} from './pages/watch.js';

const rounds = 7;
const slowdown = 4;

/** Pages that show the same, the yardstick first. */
const comparisons = [
  [
    { name: 'bare Lit table, 50 rows', path: 'bare-table.html?total=50' },
    { name: '<org-members>, 50 members', path: 'org-members.html?total=50' },
    { name: '<org-members>, 100,000 members', path: 'org-members.html?total=100000' },
  ],
  [
    { name: 'bare Lit form, 7 fields', path: 'bare-form.html' },
    { name: '<profile-editor>, 7 fields', path: 'profile-editor.html' },
  ],
] as const;

interface Visit {
  /** From the start of the navigation until the first row or field can be seen, in milliseconds. */
  readonly ready: number;
  /** Time spent in scripts until then. */
  readonly script: number;
  /** Cumulative layout shift, until everything is there. */
  readonly shift: number;
  /** Elements, in shadow trees too. */
  readonly nodes: number;
  /** The 95th percentile of the time between two frames while the page scrolls from top to bottom. */
  readonly frame: number;
  /** Of the heap, after forty pages and a collection, in megabytes. */
  readonly heap: number | null;
}

const folder = await mkdtemp(join(tmpdir(), 'pages-'));
try {
  await buildPages(folder);
  const server = await serveFolder(folder);
  const browser = await chromium.launch({ executablePath: requireChromium(), args: chromiumArgs });
  try {
    await measure(browser, server.origin);
  } finally {
    await browser.close();
    server.close();
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function buildPages(outDir: string): Promise<void> {
  const input = Object.fromEntries(
    ['bare-table', 'org-members', 'bare-form', 'profile-editor'].map((name) => [
      name,
      fileURLToPath(new URL(`pages/${name}.ts`, import.meta.url)),
    ]),
  );
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: true,
      rolldownOptions: { input, output: { entryFileNames: '[name].js', minify: true } },
    },
  });
  for (const name of Object.keys(input)) {
    const html = `<!doctype html><meta charset="utf-8"><title>${name}</title><body><script type="module" src="./${name}.js"></script>`;
    await writeFile(join(outDir, `${name}.html`), html);
  }
}

async function measure(browser: Browser, origin: string): Promise<void> {
  const visits = new Map<string, Visit[]>(comparisons.flat().map(({ name }) => [name, []]));
  // In turns: whatever else the machine does meets all of them alike.
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, path } of comparisons.flat()) {
      visits.get(name)?.push(await visit(browser, `${origin}/${path}`));
    }
  }
  for (const pages of comparisons)
    report(pages.map(({ name }) => ({ name, ...medians(visits.get(name) ?? []) })));
}

/** Prints a line for each page, in multiples of the first. */
function report(rows: readonly (Visit & { readonly name: string })[]): void {
  const [bare] = rows;
  if (!bare) return;
  for (const { name, ready, script, shift, nodes, frame, heap } of rows) {
    const times = (value: number, base: number) => `${value.toFixed(0)} ms (× ${(value / base).toFixed(2)})`;
    console.log(
      [
        name.padEnd(32),
        `ready ${times(ready, bare.ready)}`,
        `script ${times(script, bare.script)}`,
        `frame p95 ${times(frame, bare.frame)}`,
        `layout shift ${shift.toFixed(3)}`,
        `${nodes} elements`,
        heap === null ? '' : `${heap.toFixed(1)} MB after 40 pages`,
      ].join('  '),
    );
  }
}

async function visit(browser: Browser, address: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1100, height: 800 } });
  const page = await context.newPage();
  try {
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await session.send('Performance.enable');
    await page.goto(address);
    const ready = await page.evaluate(() => window.bench.ready);
    const script = ((await metrics(session)).get('ScriptDuration') ?? 0) * 1000;
    await page.waitForLoadState('networkidle');
    const shift = await page.evaluate(() => window.bench.layoutShift());
    const nodes = await page.evaluate(() => window.bench.countElements(document));
    const frame = percentile(await page.evaluate(() => window.bench.scroll()), 0.95);
    const heap = address.includes('org-members') ? await leafThrough(page, session) : null;
    return { ready, script, shift, nodes, frame, heap };
  } finally {
    await context.close();
  }
}

async function metrics(session: CDPSession): Promise<Map<string, number>> {
  const { metrics: list } = await session.send('Performance.getMetrics');
  return new Map(list.map(({ name, value }) => [name, value]));
}

/** Forward and back as an admin does, then what is left in memory. */
async function leafThrough(page: Page, session: CDPSession): Promise<number> {
  const next = page.getByRole('button', { name: 'Next', exact: true });
  for (let turn = 0; turn < 40 && (await next.count()) > 0; turn += 1) {
    if ((await next.getAttribute('aria-disabled')) === 'true') break;
    await next.click();
    await page.waitForTimeout(80);
  }
  await session.send('HeapProfiler.collectGarbage');
  return ((await metrics(session)).get('JSHeapUsedSize') ?? 0) / 1e6;
}

function percentile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;
}

function medians(all: readonly Visit[]): Visit {
  const median = (pick: (one: Visit) => number) => percentile(all.map(pick), 0.5);
  const heaps = all.some(({ heap }) => heap !== null);
  return {
    ready: median((one) => one.ready),
    script: median((one) => one.script),
    shift: median((one) => one.shift),
    nodes: median((one) => one.nodes),
    frame: median((one) => one.frame),
    heap: heaps ? median((one) => one.heap ?? 0) : null,
  };
}
