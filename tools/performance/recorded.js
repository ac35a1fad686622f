// @ts-check
/** The sizes and ratios of the run that new ones are compared with. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { arch, availableParallelism, platform } from 'node:os';
import process from 'node:process';

/** @typedef {{ date: string, commit: string, machine: string }} Origin */
/**
 * @typedef {object} Recorded
 * @property {Origin & { bytes: Record<string, number> }} [sizes] gzipped, by what the size report names
 * @property {Origin & { benches: Record<string, Record<string, import('./ratios.js').Spread>> }} [ratios] by bench and name
 */

const path = new URL('../../test/bench/recorded.json', import.meta.url);

/** @returns {Recorded} */
export const readRecorded = () => JSON.parse(readFileSync(path, 'utf8'));

/**
 * Replaces a part of what is recorded.
 * @param {Recorded} part
 */
export function record(part) {
  writeFileSync(path, `${JSON.stringify({ ...readRecorded(), ...part }, null, 2)}\n`);
}

/**
 * When, of which commit, and on which machine something is measured.
 * @returns {Origin}
 */
export function origin() {
  const git = (/** @type {string[]} */ ...args) => execFileSync('git', args, { encoding: 'utf8' }).trim();
  const isChanged = git('status', '--porcelain') !== '';
  return {
    date: new Date().toISOString().slice(0, 10),
    commit: `${git('rev-parse', '--short', 'HEAD')}${isChanged ? ' with changes' : ''}`,
    machine: `${platform()} ${arch()}, ${availableParallelism()} cores, Node ${process.version}`,
  };
}
