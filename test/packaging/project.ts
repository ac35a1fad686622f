/** A customer's empty project with one of our packages installed from its tarball. Needs `npm run build` before. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

export const repository = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export interface Project {
  readonly folder: string;
  readonly tarball: string;
  /** Paths in the tarball, sorted. */
  readonly files: readonly string[];
  /** Names of everything installed, our package included. */
  readonly installed: ReadonlySet<string>;
  /** What the package's `exports` offer as modules, as an import names them. Without those that have only types. */
  readonly modules: readonly string[];
  /** Runs a module in the project and reads its JSON from stdout. */
  evaluate(code: string): Promise<unknown>;
  remove(): Promise<void>;
}

/** Packs a package of this repository and installs the tarball into a new project. */
export async function installPackage(source: string): Promise<Project> {
  const temporary = await mkdtemp(join(tmpdir(), 'orgdesk-packaging-'));
  const { tarball, files } = await pack(source, temporary);
  const folder = join(temporary, 'project');
  await mkdir(folder);
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  await npm(folder, 'install', '--prefer-offline', '--no-audit', '--no-fund', tarball);
  const manifest = await readManifest(join(repository, source));
  return {
    folder,
    tarball,
    files,
    installed: await installedNames(folder),
    modules: Object.entries(manifest.exports)
      .filter(([, target]) => typeof target === 'object' && 'default' in target)
      .map(([path]) => manifest.name + path.slice(1)),
    evaluate: async (code) => {
      const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', code], {
        cwd: folder,
      });
      return JSON.parse(stdout) as unknown;
    },
    remove: () => rm(temporary, { recursive: true, force: true }),
  };
}

/** Packs a package of this repository as it would be published. */
export async function pack(source: string, destination: string) {
  const options = ['--json', '--ignore-scripts', '--pack-destination', destination];
  const stdout = await npm(join(repository, source), 'pack', ...options);
  const [packed] = JSON.parse(stdout) as [{ filename: string; files: { path: string }[] }];
  return {
    tarball: join(destination, packed.filename),
    files: packed.files.map(({ path }) => path).sort(),
  };
}

export async function npm(cwd: string, ...args: string[]): Promise<string> {
  // Vite sets it in its process, and npm would leave out what an example is developed with.
  const env = { ...process.env, NODE_ENV: undefined };
  const { stdout } = await run('npm', args, { cwd, env, shell: process.platform === 'win32' });
  return stdout;
}

/** What npm says when there is no registry. */
const unreachable = /\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED)\b/;

/**
 * Installs what a project depends on.
 * @param packages - Packages to install beside it, as npm takes them.
 * @returns why that isn't possible here, if the npm registry can't be reached
 */
export async function installDependencies(folder: string, ...packages: string[]): Promise<string | null> {
  try {
    await npm(folder, 'install', '--prefer-offline', '--no-audit', '--no-fund', ...packages);
    return null;
  } catch (error) {
    const { message, stderr = '' } = error as { message: string; stderr?: string };
    const [code] = unreachable.exec(message + stderr) ?? [];
    if (code === undefined) throw error;
    return `the npm registry can't be reached (${code})`;
  }
}

async function readManifest(folder: string) {
  const text = await readFile(join(folder, 'package.json'), 'utf8');
  return JSON.parse(text) as { name: string; exports: Record<string, string | object> };
}

async function installedNames(folder: string): Promise<ReadonlySet<string>> {
  const lock = await readFile(join(folder, 'package-lock.json'), 'utf8');
  const { packages } = JSON.parse(lock) as { packages: Record<string, unknown> };
  return new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, '')));
}

/** Runs one of this repository's tools in the project; a refusal fails with everything the tool said. */
export async function runTool(project: Project, name: string, ...args: string[]): Promise<void> {
  const tool = join(repository, 'node_modules/.bin', name);
  const refusal = await run(tool, args, { cwd: project.folder, shell: process.platform === 'win32' }).then(
    () => '',
    ({ message, stdout }: { message: string; stdout: string }) => `${message}\n${stdout}`,
  );
  assert.equal(refusal, '');
}

/** Compiles a consumer's TypeScript against the installed package, declarations of the package included. */
export async function compile(project: Project, code: string, module: 'esnext' | 'nodenext'): Promise<void> {
  await writeFile(join(project.folder, 'consumer.ts'), code);
  const resolution = module === 'nodenext' ? 'nodenext' : 'bundler';
  const options = `--noEmit --strict --target es2022 --lib es2023,dom,dom.iterable --types --skipLibCheck false`;
  await runTool(
    project,
    'tsc',
    ...options.split(' '),
    '--module',
    module,
    '--moduleResolution',
    resolution,
    'consumer.ts',
  );
}

/** Files of the installed package that name a folder of the machine it was built on. */
export async function filesNamingThisMachine(project: Project, name: string): Promise<string[]> {
  const dist = join(project.folder, 'node_modules', name, 'dist');
  const paths = await readdir(dist, { recursive: true, withFileTypes: true });
  const files = paths.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  return files.filter((_, index) => texts[index]?.includes(repository));
}
