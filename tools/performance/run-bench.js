// @ts-check
/** Runs a bench as a process of its own. */
import { spawnSync } from 'node:child_process';
import { execPath } from 'node:process';
import { parseRatios } from './ratios.js';

/** @param {string} name - Without `.bench.ts`. */
export const benchPath = (name) => `test/bench/${name}.bench.ts`;

/**
 * Runs a bench of `test/bench`.
 * @param {string} name - Without `.bench.ts`.
 * @param {readonly string[]} args
 * @param {string} [folder] - A checkout. By default, the current folder.
 * @returns {Map<string, number>} the ratios that it printed
 * @throws {Error} with its last lines, if it fails
 * @example runBench('start', ['3']).get('--version') // 1.3
 */
export function runBench(name, args, folder) {
  const file = benchPath(name);
  const { status, stdout, stderr } = spawnSync(execPath, ['--import', 'tsx', file, ...args], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (status !== 0) throw new Error(`${file} failed:\n${lastLines(stderr || stdout)}`);
  return parseRatios(stdout);
}

/** @param {string} output */
const lastLines = (output) => output.trimEnd().split('\n').slice(-12).join('\n');
