/**
 * What the elements cost a page, in multiples of a bare Lit page that shows the same, measured in turns in one run, in Chromium
 * on a processor slowed down four times, and in a Firefox if there is one. It asserts nothing: time is not the same on two
 * machines, a ratio of two figures from one run nearly is.
 *
 *     node --import tsx test/bench/pages.bench.ts --rounds 7
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium, firefox, type Browser } from 'playwright-core';
import { build } from 'vite';
import { chromiumArgs, requireChromium } from '../../tools/browser.js';
import { findFirefox } from '../../tools/firefox.js';
import { serveFolder } from '../../tools/static-server.js';
import { medians, visit, type Visit } from './visit-page.js';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '7' } } });
const rounds = Number(values.rounds);
const slowdown = 4;

const search = 'input[type=search]';
const field = 'input:not([type=search]):enabled';

/** Pages that show the same, the yardstick first. */
const comparisons = [
  [
    { name: 'bare Lit table', path: 'bare-table.html?total=50', input: search, hasRows: true },
    { name: '<org-members>, 50 members', path: 'org-members.html?total=50', input: search, hasRows: true },
    {
      name: '<org-members>, 100,000 members',
      path: 'org-members.html?total=100000',
      input: search,
      hasRows: true,
    },
  ],
  [
    { name: 'bare Lit form', path: 'bare-form.html', input: field, hasRows: false },
    { name: '<profile-editor>', path: 'profile-editor.html', input: field, hasRows: false },
  ],
] as const;

/** What is compared, and how it is called. */
const labels = {
  ready: 'ready',
  script: 'script until then',
  frame: '95 % of scroll frames',
  key: 'script for a key',
  firstOpening: 'opening a member, the first time',
  nextOpening: 'opening the next one',
} as const satisfies Partial<Record<keyof Visit, string>>;

const folder = await mkdtemp(join(tmpdir(), 'pages-'));
const executablePath = findFirefox();
try {
  await buildPages(folder);
  const { origin, close } = await serveFolder(folder);
  try {
    console.log(`Chromium, on a processor slowed down ${slowdown} times. Medians of ${rounds} rounds.`);
    await measure(
      await chromium.launch({ executablePath: requireChromium(), args: chromiumArgs }),
      origin,
      '',
    );
    if (executablePath === undefined) {
      console.log('Firefox: not measured, because none was found. Install one, or set FIREFOX_PATH.');
    } else {
      console.log('Firefox, which can neither slow down the processor nor say how long scripts take.');
      await measure(await firefox.launch({ channel: 'moz-firefox', executablePath }), origin, 'Firefox: ');
    }
  } finally {
    close();
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

async function measure(browser: Browser, origin: string, prefix: string): Promise<void> {
  const visits = new Map<string, Visit[]>(comparisons.flat().map(({ name }) => [name, []]));
  try {
    // In turns: whatever else the machine does meets all of them alike.
    for (let round = 0; round < rounds; round += 1) {
      for (const page of comparisons.flat()) {
        const visited = { ...page, address: `${origin}/${page.path}` };
        visits.get(page.name)?.push(await visit(browser, visited, slowdown));
      }
    }
  } finally {
    await browser.close();
  }
  for (const [bare, ...ours] of comparisons) {
    const base = medians(visits.get(bare.name) ?? []);
    for (const { name } of ours) {
      console.log(`${prefix}${name} ÷ ${bare.name}`);
      report(medians(visits.get(name) ?? []), base);
    }
  }
}

/** Prints a line for each figure, in multiples of the yardstick. */
function report(ours: Visit, bare: Visit): void {
  for (const name of Object.keys(labels) as (keyof typeof labels)[]) {
    const [value, base] = [ours[name], bare[name]];
    if (value === null || base === null) continue;
    console.log(
      `  × ${(value / base).toFixed(2)}  ${labels[name]} (${value.toFixed(1)} ms, bare ${base.toFixed(1)} ms)`,
    );
  }
  const { shift, nodes, heap } = ours;
  const facts = [
    `${nodes} elements (bare ${bare.nodes})`,
    ...(shift === null ? [] : [`layout shift ${shift.toFixed(3)}`]),
    ...(heap === null ? [] : [`${heap.toFixed(1)} MB after 40 pages`]),
  ];
  console.log(`  ${facts.join(', ')}`);
}
