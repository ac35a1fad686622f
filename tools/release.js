// @ts-check
/**
 * Publishes both packages, with provenance. Without `--publish`, it only says what it would do.
 *
 *   node tools/release.js [--repository https://github.com/<owner>/<name>] [--publish]
 *
 * It needs what `.ci/run` has built.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findRepository, problemsOfEnvironment, problemsOfTree } from './release/checks.js';
import { stagePackage } from './release/stage.js';

const root = fileURLToPath(new URL('..', import.meta.url));
/** The proxy first: the elements are of no use without it. */
const folders = ['backend-proxy', ''];

const { values } = parseArgs({
  options: { repository: { type: 'string' }, publish: { type: 'boolean', default: false } },
});

const git = (/** @type {string[]} */ ...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' });
const read = (/** @type {string} */ path) => readFileSync(join(root, path), 'utf8');
const versionOf = (/** @type {string} */ path) => JSON.parse(read(path)).version;

function readTree() {
  const { version, packages } = JSON.parse(read('package-lock.json'));
  return {
    status: git('status', '--porcelain'),
    tags: git('tag', '--points-at', 'HEAD').split('\n'),
    versions: {
      'package.json': versionOf('package.json'),
      'backend-proxy/package.json': versionOf('backend-proxy/package.json'),
      'package-lock.json': version,
      'package-lock.json, packages[""]': packages[''].version,
      'package-lock.json, packages["backend-proxy"]': packages['backend-proxy'].version,
      'The built command': execFileSync(process.execPath, ['backend-proxy/dist/cli.js', '--version'], {
        cwd: root,
        encoding: 'utf8',
      }).trim(),
    },
    changelog: read('CHANGELOG.md'),
  };
}

const repository = findRepository(values.repository, process.env);
const problems = [
  ...problemsOfTree(readTree()),
  ...(repository
    ? []
    : ['Outside of CI, name the repository: --repository https://github.com/<owner>/<name>']),
  ...(values.publish ? problemsOfEnvironment(process.env) : []),
];
for (const problem of problems) console.error(`- ${problem}`);
if (problems.length > 0) process.exitCode = 1;
if (repository && (problems.length === 0 || !values.publish)) {
  const tag = `v${versionOf('package.json')}`;
  for (const folder of folders) {
    const destination = mkdtempSync(join(tmpdir(), 'orgdesk-release-'));
    try {
      await stagePackage(root, folder, destination, { repository, tag });
      const command = values.publish ? ['publish'] : ['pack', '--dry-run'];
      execFileSync('npm', [...command, '--ignore-scripts'], { cwd: destination, stdio: 'inherit' });
    } finally {
      rmSync(destination, { recursive: true, force: true });
    }
  }
  if (!values.publish) console.log(`Nothing was published. With --publish, this would have been ${tag}.`);
}
