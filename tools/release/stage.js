// @ts-check
/** Copies what a package publishes to a folder of its own, with the files that are rewritten for npm. */
import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { publishedManifest, publishedReadme } from './published-files.js';

const run = promisify(execFile);

/**
 * @param {string} root - The repository.
 * @param {string} folder - The folder of the package in it; empty for its root.
 * @param {string} destination
 * @param {import('./published-files.js').Origin} origin
 */
export async function stagePackage(root, folder, destination, origin) {
  const source = join(root, folder);
  const { stdout } = await run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: source,
    maxBuffer: 2 ** 24,
    shell: process.platform === 'win32',
  });
  const [{ files }] = /** @type {[{ files: { path: string }[] }]} */ (JSON.parse(stdout));
  for (const { path } of files) {
    await mkdir(dirname(join(destination, path)), { recursive: true });
    await cp(join(source, path), join(destination, path));
  }
  const readme = await readFile(join(source, 'README.md'), 'utf8');
  await writeFile(join(destination, 'README.md'), publishedReadme(readme, folder, origin));
  const manifest = JSON.parse(await readFile(join(source, 'package.json'), 'utf8'));
  const published = publishedManifest(manifest, folder, origin);
  await writeFile(join(destination, 'package.json'), `${JSON.stringify(published, null, 2)}\n`);
}
