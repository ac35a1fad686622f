// @ts-check
/** Which files of the repository a file needs: by its imports, and by the addresses it builds from `import.meta.url`. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';

const folders = [
  'src',
  'backend-proxy/bin',
  'backend-proxy/src',
  'backend-proxy/dev-tenant',
  'stories',
  'test',
  'tools',
];

/**
 * Paths are relative to the repository, which has to be the working directory.
 * @returns {Map<string, readonly string[]>} every source file, with what it needs
 */
export function readImportGraph() {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|js)$/.test(name))
      .map((name) => posix.join(folder, name.replaceAll('\\', '/'))),
  );
  return new Map(files.map((file) => [file, needsOf(file, readFileSync(file, 'utf8'))]));
}

/**
 * @param {string} file
 * @param {string} text
 * @returns {string[]}
 */
function needsOf(file, text) {
  const { importedFiles } = ts.preProcessFile(text, true, true);
  const addresses = [...text.matchAll(/new URL\(\s*'([^']+)',\s*import\.meta\.url/g)].map(
    ([, url = '']) => url,
  );
  const specifiers = [...importedFiles.map(({ fileName }) => fileName), ...addresses];
  return specifiers
    .filter((specifier) => specifier.startsWith('.'))
    .flatMap((specifier) => filesAt(posix.join(posix.dirname(file), specifier)));
}

/**
 * A source file by the name that its import has, another file by its own, or all files of a folder.
 * @param {string} path
 * @returns {string[]}
 */
function filesAt(path) {
  const source = path.replace(/\.js$/, '.ts');
  if (existsSync(source) && statSync(source).isFile()) return [source];
  if (!existsSync(path) || path.startsWith('..') || posix.normalize(`${path}/`) === './') return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => posix.join(path, name));
}

/**
 * @param {Map<string, readonly string[]>} graph
 * @param {Iterable<string>} changed
 * @returns {Set<string>} the changed files, and every source file that needs one of them, by however many others
 */
export function filesTouchedBy(graph, changed) {
  const touched = new Set(changed);
  for (let size = -1; size !== touched.size;) {
    size = touched.size;
    for (const [file, needs] of graph) if (needs.some((need) => touched.has(need))) touched.add(file);
  }
  return touched;
}
