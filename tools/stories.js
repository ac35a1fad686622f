// @ts-check
/**
 * Opens every story of a static Storybook build and fails on errors, failed play functions, accessibility violations
 * and requests to other machines: `node tools/stories.js storybook-static`. With more words, only those stories
 * whose id or file contains one of them.
 */
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { argv } from 'node:process';
import { chromium } from 'playwright-core';
import { chromiumArgs, requireChromium } from './browser.js';
import { serveFolder } from './static-server.js';

/** Only for what never ends: no story takes a tenth of it. */
const hangMs = 120_000;

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{ id: string, title: string, type: string, importPath: string }} IndexEntry */
/** @typedef {{ page: Page, complaints: string[] }} Tab `complaints` are those of the story that is shown */

/**
 * A page with Storybook in it and no story yet: starting it takes longer than most stories do.
 * @param {string} origin
 * @returns {Promise<Tab>}
 */
async function openTab(origin) {
  // A window of its own, as only the page in front has the focus.
  const page = await browser.newPage();
  page.setDefaultTimeout(hangMs);
  /** @type {Tab} */
  const tab = { page, complaints: [] };
  page.on('pageerror', (error) => tab.complaints.push(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    const stays = !/^(https?|wss?):$/.test(protocol) || isLocal(hostname);
    if (!stays) tab.complaints.push(`asked another machine: ${request.url()}`);
  });
  await page.goto(`${origin}/iframe.html?id=no--story&viewMode=story`);
  await page.waitForFunction(() => {
    const channel = Reflect.get(globalThis, '__STORYBOOK_ADDONS_CHANNEL__');
    return Boolean(channel?.last?.('storyMissing'));
  });
  return tab;
}

/**
 * What is wrong with a story, as lines for people.
 * @param {Tab} tab
 * @param {string} id
 * @returns {Promise<string[]>}
 */
async function complaintsAbout(tab, id) {
  tab.complaints = [];
  await tab.page.evaluate(showStory, id);
  await tab.page
    .waitForFunction(() => Reflect.get(globalThis, 'storyEvents').hasEnded)
    .catch(() => tab.complaints.push(`did not finish within ${hangMs / 1000} s`));
  return [...tab.complaints, ...(await tab.page.evaluate(storyComplaints))];
}

/** @param {string} hostname */
function isLocal(hostname) {
  return hostname === '127.0.0.1' || hostname === 'localhost' || hostname.endsWith('.localhost');
}

/**
 * Runs in the page. Storybook takes the story of before out of the page; what a story leaves behind elsewhere goes here.
 * @param {string} id
 */
function showStory(id) {
  globalThis.sessionStorage.clear();
  globalThis.localStorage.clear();
  globalThis.history.replaceState(null, '', globalThis.location.pathname + globalThis.location.search);
  globalThis.scrollTo(0, 0);
  const channel = Reflect.get(globalThis, '__STORYBOOK_ADDONS_CHANNEL__');
  const events = /** @type {Record<string, unknown>} */ ({ hasEnded: false });
  const ends = ['storyFinished', 'storyErrored', 'storyMissing'];
  const failures = ['playFunctionThrewException', 'unhandledErrorsWhilePlaying', 'storyThrewException'];
  for (const name of [...ends, ...failures]) {
    channel.once(name, (/** @type {unknown} */ argument) => {
      if (Reflect.get(globalThis, 'storyEvents') !== events) return;
      events[name] = argument ?? true;
      events['hasEnded'] ||= ends.includes(name);
    });
  }
  Reflect.set(globalThis, 'storyEvents', events);
  channel.emit('setCurrentStory', { storyId: id, viewMode: 'story' });
}

/**
 * Runs in the page. A throwing play function still ends in `storyFinished` with status "success": its error is an
 * event of its own.
 * @returns {string[]}
 */
function storyComplaints() {
  const events = Reflect.get(globalThis, 'storyEvents');
  const failures = [
    'playFunctionThrewException',
    'unhandledErrorsWhilePlaying',
    'storyThrewException',
    'storyErrored',
    'storyMissing',
  ];
  const thrown = failures
    .filter((event) => event in events)
    .map((event) => `${event}: ${events[event].message ?? JSON.stringify(events[event])}`);
  /** @type {{ type: string, status: string, result?: { violations?: any[] } }[]} */
  const reports = events.storyFinished?.reporters ?? [];
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

const [folder = 'storybook-static', ...wanted] = argv.slice(2);
/** @type {{ entries: Record<string, IndexEntry> }} */
const index = JSON.parse(await readFile(join(folder, 'index.json'), 'utf8'));
const stories = Object.values(index.entries).filter(
  ({ type, id, importPath }) =>
    type === 'story' &&
    (wanted.length === 0 || wanted.some((word) => id.includes(word) || importPath.includes(word))),
);

/** @type {IndexEntry[][]} */
const groups = [];
for (const story of stories) {
  const group = groups.find(([first]) => first?.title === story.title);
  if (group) group.push(story);
  else groups.push([story]);
}
groups.sort((one, other) => other.length - one.length);

const server = await serveFolder(folder);
const browser = await chromium.launch({ executablePath: requireChromium(), args: chromiumArgs });
let failed = 0;
await Promise.all(Array.from({ length: availableParallelism() }, openGroups));
await browser.close();
server.close();

async function openGroups() {
  for (let group = groups.shift(); group; group = groups.shift()) await openGroup(group);
}

/**
 * Stories of one title share a tab until one of them fails, so that none suffers from a failure before it.
 * @param {IndexEntry[]} group
 */
async function openGroup(group) {
  /** @type {Tab | undefined} */
  let tab;
  for (const { id } of group) {
    /** @type {string[]} */
    let complaints;
    try {
      tab ??= await openTab(server.origin);
      complaints = await complaintsAbout(tab, id);
    } catch (error) {
      complaints = [String(error)];
    }
    console.log([`${complaints.length > 0 ? '✖' : '✔'} ${id}`, ...complaints].join('\n    '));
    if (complaints.length === 0) continue;
    failed += 1;
    await tab?.page.close();
    tab = undefined;
  }
  await tab?.page.close();
}

console.log(`stories: ${stories.length - failed} passed, ${failed} failed`);
if (failed > 0 || stories.length === 0) process.exitCode = 1;
