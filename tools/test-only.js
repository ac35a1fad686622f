// @ts-check
/**
 * Runs a part of the tests, each with the runner it needs:
 *
 *     npm run test:only -- test/policy stories/org-members.stories.ts   these tests
 *     npm run test:only -- src/policy/decide.ts                         the tests that need this file
 *     npm run test:changed                                              the tests that need what differs from main
 *
 * `--fast` leaves out what needs a browser or a build.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { delimiter, posix, resolve } from 'node:path';
import process, { env } from 'node:process';
import { parseArgs } from 'node:util';
import { filesTouchedBy, readImportGraph } from './import-graph.js';

/** @typedef {{ name: string, tests: RegExp, isFast: boolean, commands(files: string[]): string[][] }} Runner */

const storybook = ['storybook', 'build', '-c', 'stories/.storybook', '-o', 'storybook-static'];

/**
 * From quick to slow.
 * @type {readonly Runner[]}
 */
const runners = [
  {
    name: 'node',
    tests: /^test\/(?!elements|state|journeys|packaging|examples|engines).*\.test\.ts$/,
    isFast: true,
    commands: (files) => [['node', 'tools/test-node.js', ...files]],
  },
  {
    name: 'elements',
    tests: /^test\/(elements|state)\/.*\.test\.ts$/,
    isFast: false,
    commands: (files) => [['wtr', '--files', ...files]],
  },
  {
    name: 'stories',
    tests: /^stories\/.*\.stories\.ts$/,
    isFast: false,
    commands: (files) => [
      [...storybook, '--disable-telemetry', '--quiet', '--loglevel', 'warn'],
      ['node', 'tools/stories.js', 'storybook-static', ...files],
    ],
  },
  {
    name: 'journeys',
    tests: /^test\/journeys\/.*\.test\.ts$/,
    isFast: false,
    commands: (files) => [['node', 'tools/test-node.js', ...files]],
  },
  {
    name: 'packaging',
    tests: /^test\/(packaging|examples)\/.*\.test\.ts$/,
    isFast: false,
    commands: (files) => [
      ['npm', 'run', 'build'],
      ['node', 'tools/test-node.js', ...files],
    ],
  },
];

const isTest = (/** @type {string} */ file) => runners.some(({ tests }) => tests.test(file));

/** @param {string[]} args */
const git = (...args) => execFileSync('git', args, { encoding: 'utf8' }).split('\n').filter(Boolean);

/**
 * What has been changed since this branch left main, committed or not. Deleted files have no tests of their own.
 * @returns {string[]}
 */
function changedFiles() {
  const [main] = ['origin/main', 'main'].filter(
    (name) => spawnSync('git', ['rev-parse', '--verify', '--quiet', name]).status === 0,
  );
  const [base = 'HEAD'] = main === undefined ? [] : git('merge-base', 'HEAD', main);
  return [...git('diff', '--name-only', base), ...git('ls-files', '--others', '--exclude-standard')];
}

/**
 * The tests in a folder, a test itself, or for any other file those that need it.
 * @param {string} path
 * @param {readonly string[]} files
 */
function filesNamed(path, files) {
  const name = posix.normalize(path).replace(/\/$/, '');
  if (!existsSync(name)) {
    console.error(`There is no ${path}.`);
    process.exit(1);
  }
  return statSync(name).isFile() ? [name] : files.filter((file) => file.startsWith(`${name}/`));
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { changed: { type: 'boolean', default: false }, fast: { type: 'boolean', default: false } },
});

const graph = readImportGraph();
const named = positionals.flatMap((path) => filesNamed(path, [...graph.keys()]));
const changed = values.changed ? changedFiles() : named.filter((file) => !isTest(file));
const touched = filesTouchedBy(graph, changed);
if (changed.some((file) => /^(src|backend-proxy)\//.test(file))) touched.add('test/architecture.test.ts');
const tests = [...new Set([...named, ...touched])].filter((file) => isTest(file) && existsSync(file));

const untested = changed.filter((file) => !graph.has(file));
if (untested.length > 0) console.log(`Not followed, as no import leads there: ${untested.join(', ')}\n`);
if (tests.length === 0) console.log('No test needs that.');

/** @type {string[]} */
const failed = [];
for (const { name, tests: pattern, isFast, commands } of runners) {
  const files = tests.filter((file) => pattern.test(file)).sort();
  if (files.length === 0) continue;
  const isLeftOut = values.fast && !isFast;
  console.log(`── ${name}: ${files.length} files${isLeftOut ? ', left out' : ''}`);
  if (!isLeftOut && !commands(files).every(succeeds)) failed.push(name);
}
if (failed.length > 0) {
  console.log(`\nFailed: ${failed.join(', ')}`);
  process.exitCode = 1;
} else if (tests.length === 0 && !values.changed) process.exitCode = 1;

/** @param {string[]} command */
function succeeds([program = '', ...args]) {
  const path = [resolve('node_modules/.bin'), env.PATH].join(delimiter);
  return spawnSync(program, args, { stdio: 'inherit', env: { ...env, PATH: path } }).status === 0;
}
