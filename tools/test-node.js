// @ts-check
/**
 * Runs node:test over folders (every *.test.ts below them) and files, as `node --import tsx tools/test-node.js test/policy`.
 * Node 20's own --test neither expands globs nor fails when nothing ran.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { argv } from 'node:process';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';

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

/** @param {string} complaint */
function fail(complaint) {
  console.error(complaint);
  process.exitCode = 1;
}

const paths = argv.slice(2);
for (const path of paths) if (testFiles(path).length === 0) fail(`${path}: no tests found.`);

const files = paths.flatMap(testFiles);
// `concurrency: true` would leave one core idle, which is half of a small machine. The limit is for what hangs: the
// properties of the policy take their time on a busy machine.
const stream = run({ files, concurrency: availableParallelism(), timeout: 300_000 });

stream.on('test:fail', () => {
  process.exitCode = 1;
});
stream.on('test:pass', ({ name }) => {
  // A file without a single test is reported as one passed test that has the file's name.
  if (files.includes(resolve(name))) fail(`${name}: the file ran no tests.`);
});
stream.compose(new spec()).pipe(process.stdout);
