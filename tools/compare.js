// @ts-check
/**
 * Compares two commits by the ratios of a bench. Each commit gets a clean clone with its own packages and its own build of the
 * proxy, and runs its own version of the bench, in turns with the other one. What stands after `--` is for the bench.
 *
 *     node tools/compare.js main HEAD start
 *     node tools/compare.js v0.1.0 HEAD pages --rounds 3 -- --rounds 5
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process, { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { alignColumns, comparison, summarize } from './performance/ratios.js';
import { benchPath, runBench } from './performance/run-bench.js';

const end = argv.indexOf('--');
const benchArgs = end < 0 ? [] : argv.slice(end + 1);
const { values, positionals } = parseArgs({
  args: argv.slice(2, end < 0 ? undefined : end),
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '5' } },
});
const [before, after, bench] = positionals;
const rounds = Number(values.rounds);
if (bench === undefined || before === undefined || after === undefined || !(rounds > 0)) {
  console.error(
    'Usage: node tools/compare.js <before> <after> <bench> [--rounds 5] [-- arguments of the bench]',
  );
  process.exit(2);
}

const repository = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'orgdesk-compare-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

const sides = [locate('before', before), locate('after', after)];
for (const { name, commit, clone } of sides) {
  console.error(`${name}: ${commit}`);
  build(commit, clone);
}
for (let round = 1; round <= rounds; round += 1) {
  // Each goes first every other time: what the machine does meanwhile meets both alike.
  for (const { clone, runs } of round % 2 === 1 ? sides : sides.toReversed()) {
    runs.push(runBench(bench, benchArgs, clone));
  }
  console.error(`round ${round} of ${rounds}`);
}
const [first = new Map(), second = new Map()] = sides.map(({ runs }) => summarize(runs));
if (first.size + second.size === 0) throw new Error(`The bench "${bench}" prints no ratios.`);
console.log(alignColumns(comparison(first, second)).join('\n'));

/**
 * @param {string} name
 * @param {string} revision
 */
function locate(name, revision) {
  const commit = run('git', ['rev-parse', '--verify', `${revision}^{commit}`]).trim();
  const path = benchPath(bench ?? '');
  if (run('git', ['ls-tree', '--full-tree', commit, path]) === '') {
    console.error(`There is no ${path} at ${revision}.`);
    process.exit(2);
  }
  return { name, commit, clone: join(folder, name), runs: /** @type {Map<string, number>[]} */ ([]) };
}

/**
 * @param {string} commit
 * @param {string} clone
 */
function build(commit, clone) {
  run('git', ['clone', '--quiet', '--shared', '--no-checkout', repository, clone]);
  run('git', ['-c', 'advice.detachedHead=false', 'checkout', '--quiet', commit], clone);
  run('npm', ['ci', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'], clone);
  run('npm', ['run', '--silent', 'build:proxy'], clone);
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {string} [cwd]
 */
function run(program, args, cwd) {
  return execFileSync(program, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}
