// @ts-check
/**
 * Runs npm scripts in parallel, two at a time: `node tools/run-scripts.js test:node test:elements`. Buffers the output of
 * each script so that outputs don't interleave. Prints the last lines of a passing script, and everything except passing
 * tests for a failing one.
 */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { argv } from 'node:process';

const closingLines = 12;

/** @typedef {{ name: string, passed: boolean, seconds: string, output: string }} Result */

/**
 * @param {string} name
 * @returns {Promise<Result>}
 */
function runScript(name) {
  const started = performance.now();
  const child = spawn(`npm run --silent ${name}`, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => (output += text));
  }
  return new Promise((done) => {
    child.once('close', (code) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      done({ name, passed: code === 0, seconds, output: output.trimEnd() });
    });
  });
}

/** @param {Result} result */
function report({ name, passed, seconds, output }) {
  const lines = output.split('\n');
  const visible = passed ? lines.slice(-closingLines) : lines.filter((line) => !/^\s*✔/.test(line));
  console.log(`\n── ${name}: ${passed ? 'passed' : 'FAILED'} after ${seconds} s`);
  if (visible.length < lines.length) console.log('…');
  if (output) console.log(visible.join('\n'));
}

const waiting = argv.slice(2);
/** @type {Result[]} */
const results = [];

async function runNext() {
  for (let name = waiting.shift(); name; name = waiting.shift()) {
    const result = await runScript(name);
    report(result);
    results.push(result);
  }
}

await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, runNext));

const failed = results.filter(({ passed }) => !passed).map(({ name }) => name);
const names = argv.slice(2).join(', ');
console.log(failed.length > 0 ? `\nFailed: ${failed.join(', ')}` : `\nAll passed: ${names}`);
if (failed.length > 0) process.exitCode = 1;
