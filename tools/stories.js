// @ts-check
/**
 * Opens every story of a static Storybook build and fails on errors, failed play functions, accessibility violations
 * and requests to other machines: `node tools/stories.js storybook-static`. With a second word, only those stories whose
 * id contains it.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { argv } from 'node:process';
import { chromium } from 'playwright-core';
import { chromiumArgs, requireChromium } from './browser.js';
import { serveFolder } from './static-server.js';

const patienceMs = 20_000;
/** Most of a story's time is waiting: for a frame, a timer, an answer. */
const atOnce = 2;

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{ id: string, type: string }} IndexEntry */

/**
 * What is wrong with a story, as lines for people.
 * @param {Page} page
 * @param {string} origin
 * @param {string} id
 * @returns {Promise<string[]>}
 */
async function complaintsAbout(page, origin, id) {
  /** @type {string[]} */
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    const stays = !/^(https?|wss?):$/.test(protocol) || isLocal(hostname);
    if (!stays) complaints.push(`asked another machine: ${request.url()}`);
  });
  await page.goto(`${origin}/iframe.html?id=${id}&viewMode=story`);
  const finished = page.waitForFunction(storyHasEnded, null, { timeout: patienceMs });
  const ended = await finished.then(
    () => true,
    () => false,
  );
  if (!ended) complaints.push(`did not finish within ${patienceMs / 1000} s`);
  return [...complaints, ...(await page.evaluate(storyComplaints))];
}

/** @param {string} hostname */
function isLocal(hostname) {
  return hostname === '127.0.0.1' || hostname === 'localhost' || hostname.endsWith('.localhost');
}

/** Runs in the page. Storybook's channel keeps the last arguments of every event. */
function storyHasEnded() {
  const channel = Reflect.get(globalThis, '__STORYBOOK_ADDONS_CHANNEL__');
  return ['storyFinished', 'storyErrored', 'storyMissing'].some((event) => channel?.last?.(event));
}

/**
 * Runs in the page. A throwing play function still ends in `storyFinished` with status "success": its error is an
 * event of its own.
 * @returns {string[]}
 */
function storyComplaints() {
  const channel = Reflect.get(globalThis, '__STORYBOOK_ADDONS_CHANNEL__');
  const last = (/** @type {string} */ event) => channel?.last?.(event)?.[0];
  const failures = [
    'playFunctionThrewException',
    'unhandledErrorsWhilePlaying',
    'storyThrewException',
    'storyErrored',
    'storyMissing',
  ];
  const thrown = failures
    .filter((event) => channel?.last?.(event))
    .map((event) => `${event}: ${last(event)?.message ?? JSON.stringify(last(event))}`);
  /** @type {{ type: string, status: string, result?: { violations?: any[] } }[]} */
  const reports = last('storyFinished')?.reporters ?? [];
  const a11y = reports.filter(({ type }) => type === 'a11y');
  if (thrown.length === 0 && a11y.length === 0)
    return ['no accessibility report: is a11y.test set to "error"?'];
  const violations = a11y
    .filter(({ status }) => status !== 'passed')
    .flatMap(({ result }) => result?.violations ?? [{ id: 'axe', help: 'did not run to its end', nodes: [] }])
    .map(
      ({ id, help, nodes }) =>
        `${id}: ${help}: ${nodes.map((/** @type {any} */ node) => node.html).join(' ')}`,
    );
  return [...thrown, ...violations];
}

const [folder = 'storybook-static', wanted = ''] = argv.slice(2);
/** @type {{ entries: Record<string, IndexEntry> }} */
const index = JSON.parse(await readFile(join(folder, 'index.json'), 'utf8'));
const stories = Object.values(index.entries).filter(
  ({ type, id }) => type === 'story' && id.includes(wanted),
);

const server = await serveFolder(folder);
const browser = await chromium.launch({ executablePath: requireChromium(), args: chromiumArgs });
let failed = 0;
const waiting = [...stories];
await Promise.all(Array.from({ length: atOnce }, openWaiting));
await browser.close();
server.close();

/** Each page has a window of its own, as only the page in front has the focus. */
async function openWaiting() {
  for (let story = waiting.shift(); story; story = waiting.shift()) {
    const page = await browser.newPage();
    const complaints = await complaintsAbout(page, server.origin, story.id).catch((error) => [String(error)]);
    await page.close();
    if (complaints.length > 0) failed += 1;
    console.log([`${complaints.length > 0 ? '✖' : '✔'} ${story.id}`, ...complaints].join('\n    '));
  }
}

console.log(`stories: ${stories.length - failed} passed, ${failed} failed`);
if (failed > 0 || stories.length === 0) process.exitCode = 1;
