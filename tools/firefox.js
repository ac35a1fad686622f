// @ts-check
/** Finds a regular Firefox, or installs one. The tests control it through WebDriver BiDi. */
import { existsSync } from 'node:fs';
import { platform } from 'node:os';
import { env } from 'node:process';
import { installWithApt, onPath } from './browser.js';

/**
 * Returns the path of an installed Firefox: `FIREFOX_PATH`, or the system's.
 * @returns {string | undefined}
 */
export function findFirefox() {
  const path = env.FIREFOX_PATH;
  if (path && !existsSync(path)) throw new Error(`FIREFOX_PATH is set to ${path}, which does not exist.`);
  return path || fromSystem();
}

/** @returns {string | undefined} */
export function findOrInstallFirefox() {
  return findFirefox() ?? (installWithApt(['firefox-esr']) ? findFirefox() : undefined);
}

/**
 * @throws when there is none
 * @returns {string}
 */
export function requireFirefox() {
  const path = findFirefox();
  if (path === undefined) throw new Error('No Firefox found: install one, or set FIREFOX_PATH.');
  return path;
}

/** @returns {string | undefined} */
function fromSystem() {
  if (platform() === 'darwin') return ['/Applications/Firefox.app/Contents/MacOS/firefox'].find(existsSync);
  if (platform() === 'win32') return [`${env.PROGRAMFILES}\\Mozilla Firefox\\firefox.exe`].find(existsSync);
  return ['firefox-esr', 'firefox'].flatMap(onPath)[0];
}
