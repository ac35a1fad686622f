// @ts-check
/**
 * Runs node:test over folders (every *.test.ts below them) and files, as `node tools/test-node.js test/policy`.
 *
 * One process for each core imports file after file, because most of a file's time would otherwise go into starting
 * Node and importing the product. A file is alone in its process where a line of it says why:
 *
 *     // Runs in a process of its own: it replaces setTimeout.
 */
import { fork } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { relative, resolve } from 'node:path';
import { argv } from 'node:process';

/** @typedef {import('./test-node-worker.js').Message} Message */
/** @typedef {{ name: string, tests: number, passes: string[], skips: string[], failures: string[], startedAt: number, running: string }} Progress */

/** Only for what hangs: no test takes a tenth of it. */
const hangMs = 300_000;
/** How long a process without a file may stay, for instance for connections that are being closed. */
const lingerMs = 60_000;
const workerUrl = new URL('./test-node-worker.js', import.meta.url);
const alone = /^\/\/ Runs in a process of its own: \S/m;

/**
 * @param {string} path
 * @returns {string[]}
 */
function testFiles(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [resolve(path)];
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.test.ts')).map((name) => resolve(path, name));
}

const started = performance.now();
const totals = { tests: 0, pass: 0, fail: 0, skipped: 0 };
/** @type {string[]} */
const complaints = [];

/** @param {string} complaint */
function complain(complaint) {
  complaints.push(complaint);
  console.log(`✖ ${complaint}`);
}

const paths = argv.slice(2);
for (const path of paths) if (testFiles(path).length === 0) complain(`${path}: no tests found`);

// The largest first, so that no core is left with a long one at the end.
const files = [...new Set(paths.flatMap(testFiles))].sort((a, b) => statSync(b).size - statSync(a).size);
const loners = files.filter((file) => alone.test(readFileSync(file, 'utf8')));
const sharing = files.filter((file) => !loners.includes(file));

async function useCore() {
  for (let file = loners.shift(); file; file = loners.shift()) await runProcess([file]);
  // More than one when a process ends before its time.
  while (sharing.length > 0) await runProcess(sharing);
}

/**
 * Runs files in one process until none is left, or the process ends.
 * @param {string[]} waiting
 * @returns {Promise<void>}
 */
function runProcess(waiting) {
  const child = fork(workerUrl, {
    execArgv: [
      '--import',
      'tsx',
      '--disable-warning=ExperimentalWarning',
      `--test-reporter=${workerUrl.href}`,
      '--test-reporter-destination=stdout',
    ],
  });
  /** @type {string[]} */
  const done = [];
  /** @type {Progress | undefined} */
  let current;
  let open = '';
  let hasFailed = false;
  let isKilled = false;
  /** @type {NodeJS.Timeout | undefined} */
  let watchdog;

  const kill = () => {
    isKilled = true;
    child.kill('SIGKILL');
  };
  /** @param {string} why */
  const giveUp = (why) => {
    complain(why);
    kill();
  };
  const orderNext = () => {
    clearTimeout(watchdog);
    const file = waiting.shift();
    if (file === undefined) {
      watchdog = setTimeout(
        () => giveUp(`${done.join(', ')}: the process did not end, with ${open}`),
        lingerMs,
      );
      child.send('leave');
      return;
    }
    const name = relative('.', file);
    current = {
      name,
      tests: 0,
      passes: [],
      skips: [],
      failures: [],
      startedAt: performance.now(),
      running: name,
    };
    watch(name);
    child.send({ file, name });
  };
  /** Gives the file time for another test. @param {string} name */
  const watch = (name) => {
    clearTimeout(watchdog);
    watchdog = setTimeout(() => giveUp(`${name}: did not end; last started: ${current?.running}`), hangMs);
  };

  child.on('message', (/** @type {Message} */ message) => {
    // It may still have said so before the signal reached it. A file sent to it would get lost.
    if (message.type === 'ready' && !isKilled) orderNext();
    if (message.type === 'leaving') open = message.open.join(', ');
    if (message.type === 'warning') {
      hasFailed = true;
      complain(message.message);
    }
    if (!current) return;
    if (message.type === 'running') current.running = message.name;
    if (message.type === 'test') noteTest(current, message);
    if (message.type === 'running' || message.type === 'test') watch(current.name);
    if (message.type === 'suite-failed') current.failures.push(failure(message));
    if (message.type === 'file') {
      hasFailed ||= current.failures.length > 0;
      finish(current, message.changed);
      done.push(current.name);
      current = undefined;
      // The files after it would fail, or hang, for no reason of theirs.
      if (message.changed.length > 0) kill();
    }
  });
  return new Promise((resolve) => {
    child.once('close', (code, signal) => {
      clearTimeout(watchdog);
      if (current && !isKilled)
        complain(`${current.name}: its process ended early, ${signal ?? `code ${code}`}`);
      else if (code !== 0 && !hasFailed && !isKilled)
        complain(`${done.join(', ')}: passed, but their process failed, ${signal ?? `code ${code}`}`);
      resolve();
    });
  });
}

/**
 * @param {Progress} progress
 * @param {import('./test-node-worker.js').Test} test
 */
function noteTest(progress, test) {
  const [, ...names] = test.names;
  progress.tests += 1;
  totals.tests += 1;
  totals[test.outcome === 'passed' ? 'pass' : test.outcome === 'failed' ? 'fail' : 'skipped'] += 1;
  const name = names.join(' › ');
  if (test.outcome === 'failed') progress.failures.push(failure(test));
  else if (test.outcome === 'passed') progress.passes.push(`✔ ${name} (${test.ms.toFixed()} ms)`);
  else progress.skips.push(`﹣ skipped: ${name}: ${test.error}`);
}

/** @param {{ names: string[], error: string }} failed */
const failure = ({ names: [file = '', ...names], error }) =>
  `✖ ${names.join(' › ') || file}\n${error}`.replaceAll('\n', '\n    ');

/**
 * @param {Progress} progress
 * @param {string[]} changed
 */
function finish({ name, tests, passes, skips, failures, startedAt }, changed) {
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const isFine = failures.length === 0 && tests > 0 && changed.length === 0;
  console.log(`${isFine ? '✔' : '✖'} ${name}: ${tests} tests, ${seconds} s`);
  for (const line of [...(files.length === 1 ? passes : []), ...skips, ...failures]) console.log(`  ${line}`);
  if (failures.length > 0) complaints.push(`${name}: ${failures.length} failed`);
  if (tests === 0 && failures.length === 0) complain(`${name}: the file ran no tests`);
  if (changed.length > 0) complain(`${name}: left ${changed.join(', ')} changed for the files after it`);
}

await Promise.all(Array.from({ length: availableParallelism() }, useCore));

for (const [name, count] of Object.entries(totals)) console.log(`ℹ ${name} ${count}`);
console.log(`ℹ seconds ${((performance.now() - started) / 1000).toFixed(1)}`);
if (complaints.length > 0 || totals.tests === 0) {
  console.log(['Failed:', ...complaints].join('\n  '));
  process.exitCode = 1;
}
