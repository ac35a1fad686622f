// @ts-check
/** Finds WebKitGTK and its WebDriver, or installs Debian's packages (Linux only). */
import { readdirSync } from 'node:fs';
import { installWithApt, isExecutable, onPath } from './browser.js';

/** Contains a folder per architecture, each with a folder per API version. */
const libraries = '/usr/lib';

/**
 * The driver, the browser it controls, and a virtual screen.
 * @returns {{ driver: string, browser: string, screen: string } | undefined}
 */
export function findWebKit() {
  const [driver] = onPath('WebKitWebDriver');
  const [screen] = onPath('Xvfb');
  const browser = miniBrowsers().find(isExecutable);
  return driver && screen && browser ? { driver, browser, screen } : undefined;
}

/** @returns {ReturnType<typeof findWebKit>} */
export function findOrInstallWebKit() {
  return findWebKit() ?? (installWithApt(['webkit2gtk-driver', 'xvfb']) ? findWebKit() : undefined);
}

function miniBrowsers() {
  if (onPath('WebKitWebDriver').length === 0) return [];
  const architectures = readdirSync(libraries).filter((name) => name.endsWith('-linux-gnu'));
  return architectures.flatMap((architecture) =>
    ['4.1', '4.0'].map((version) => `${libraries}/${architecture}/webkit2gtk-${version}/MiniBrowser`),
  );
}
