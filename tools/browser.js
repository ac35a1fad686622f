// @ts-check
/**
 * Finds a Chromium-based browser for the tests, or installs one.
 *
 *     node tools/browser.js            prints the browser's path, or instructions
 *     node tools/browser.js --install  installs a browser if none is found
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, readdirSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { delimiter, join } from 'node:path';
import process, { argv, env, execPath } from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const isRoot = process.getuid?.() === 0; // Windows has no getuid

/** Flags for every launch: quiet, offline, and without the sandbox where it can't work (root, containers). */
export const chromiumArgs = [
  ...(isRoot || env.CI ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const instructions = `No Chromium, Chrome or Edge found. Do one of these:
  Debian:        apt-get install chromium
  elsewhere:     npx playwright-core install --with-deps chromium-headless-shell
  have one:      set CHROME_PATH to its executable`;

/**
 * Returns the path of an installed browser: `CHROME_PATH`, the system's, or one downloaded by Playwright or
 * puppeteer.
 * @returns {string | undefined}
 */
export function findChromium() {
  return fromEnvironment() ?? fromSystem() ?? fromCaches();
}

/**
 * Finds a browser and installs one if necessary.
 * @throws an error with instructions if that fails
 * @returns {string}
 */
export function requireChromium() {
  return orInstructions(findChromium() ?? installChromium());
}

/** @param {string | undefined} path */
function orInstructions(path) {
  if (path === undefined) throw new Error(instructions);
  return path;
}

/** @returns {string | undefined} */
function fromEnvironment() {
  const path = env.CHROME_PATH;
  if (!path) return undefined;
  if (!existsSync(path)) throw new Error(`CHROME_PATH is set to ${path}, which does not exist.`);
  return path;
}

/** @returns {string | undefined} */
function fromSystem() {
  if (platform() === 'darwin') return macApplications().find(existsSync);
  if (platform() === 'win32') return windowsPrograms().find(existsSync);
  const names = [
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
    'microsoft-edge-stable',
  ];
  return names.flatMap(onPath).find((path) => !isSnapStub(path));
}

/** @returns {string[]} */
function macApplications() {
  const names = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
  const folders = ['/Applications', join(homedir(), 'Applications')];
  return folders.flatMap((folder) => names.map((name) => join(folder, `${name}.app/Contents/MacOS/${name}`)));
}

/** @returns {string[]} */
function windowsPrograms() {
  const programs = [
    'Google/Chrome/Application/chrome.exe',
    'Chromium/Application/chrome.exe',
    'Microsoft/Edge/Application/msedge.exe',
  ];
  const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA];
  return folders.flatMap((folder) => (folder ? programs.map((program) => join(folder, program)) : []));
}

/**
 * Looks in the download folders of Playwright and puppeteer.
 * @returns {string | undefined}
 */
function fromCaches() {
  const cache = { darwin: 'Library/Caches', win32: 'AppData/Local' }[platform().toString()] ?? '.cache';
  const folders = [
    env.PLAYWRIGHT_BROWSERS_PATH || join(homedir(), cache, 'ms-playwright'),
    env.PUPPETEER_CACHE_DIR || join(homedir(), '.cache/puppeteer'),
  ];
  return folders.flatMap(executablesBelow)[0];
}

const executableNames = new Set([
  'chrome',
  'chrome.exe',
  'chrome-headless-shell',
  'chrome-headless-shell.exe',
  'headless_shell',
  'headless_shell.exe',
  'Google Chrome for Testing',
  'Chromium',
]);

/**
 * Lists browsers in a download folder, newest first: folder names end in a version.
 * @param {string} folder
 * @returns {string[]}
 */
function executablesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && executableNames.has(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(isExecutable)
    .sort()
    .reverse();
}

/** @returns {string | undefined} */
function installChromium() {
  installWithApt(['chromium']) || installWithPlaywright();
  return findChromium();
}

/**
 * Debian has browsers as packages; Ubuntu's are wrappers around snap, which does not run in containers.
 * @param {string[]} packages
 */
export function installWithApt(packages) {
  const root = rootCommand();
  if (!isDebian() || root === undefined) return false;
  // Fail soon if there is no network.
  const timeouts = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::http::Timeout=20'];
  const apt = [...root, 'apt-get', '-q', ...timeouts];
  return run([...apt, 'update']) && run([...apt, 'install', '-y', '--no-install-recommends', ...packages]);
}

/** Downloads a headless browser, and its system libraries if that doesn't require a password. */
function installWithPlaywright() {
  const cli = fileURLToPath(new URL('../node_modules/playwright-core/cli.js', import.meta.url));
  const withLibraries = platform() === 'linux' && rootCommand() !== undefined ? ['--with-deps'] : [];
  return run([execPath, cli, 'install', ...withLibraries, 'chromium-headless-shell']);
}

/**
 * Returns the prefix for commands that need root: empty for root, otherwise sudo if it needs no password.
 * @returns {string[] | undefined} `undefined` if commands can't run as root
 */
function rootCommand() {
  if (isRoot) return [];
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : undefined;
}

function isDebian() {
  return existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/**
 * @param {string[]} command
 * @returns {boolean} whether it succeeded
 */
function run([program = '', ...args]) {
  console.error(`$ ${program} ${args.join(' ')}`);
  // Installers write to stderr, because stdout is for the path only.
  const options = { env: { ...env, DEBIAN_FRONTEND: 'noninteractive' }, stdio: ['ignore', 2, 2] };
  return (
    spawnSync(program, args, /** @type {import('node:child_process').SpawnSyncOptions} */ (options))
      .status === 0
  );
}

/**
 * @param {string} name
 * @returns {string[]}
 */
export function onPath(name) {
  const folders = (env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).filter(isExecutable);
}

/** @param {string} path */
export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Ubuntu's `chromium-browser` is a script that only tells people to install a snap.
 * @param {string} path
 */
function isSnapStub(path) {
  return path.endsWith('chromium-browser') && readFileSync(path, 'latin1').includes('snap install chromium');
}

if (import.meta.url === pathToFileURL(argv[1] ?? '').href) {
  try {
    console.log(argv.includes('--install') ? requireChromium() : orInstructions(findChromium()));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
