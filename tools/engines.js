// @ts-check
/**
 * Tests in browsers other than Chromium: journeys in Firefox, element tests in WebKit. An engine that is missing and
 * cannot be installed is named in the last lines: it was not tried, which is neither a pass nor a failure.
 */
import { spawnSync } from 'node:child_process';
import process, { env, execPath } from 'node:process';
import { findOrInstallFirefox } from './firefox.js';
import { findOrInstallWebKit } from './webkit.js';

/**
 * @param {string} name
 * @param {unknown} program undefined: there is none
 * @param {string[]} args of Node
 * @param {NodeJS.ProcessEnv} [variables]
 * @returns {string} what became of it
 */
function tryEngine(name, program, args, variables) {
  if (program === undefined) return `${name}: NOT TRIED. None was found, and none could be installed here.`;
  const { status } = spawnSync(execPath, args, { env: { ...env, ...variables }, stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
  return `${name}: ${status === 0 ? 'passed' : 'FAILED'}`;
}

const journeys = ['tools/test-node.js', 'test/engines'];
const elements = [
  'node_modules/@web/test-runner/dist/bin.js',
  '--config',
  'web-test-runner.webkit.config.js',
];
const outcomes = [
  tryEngine('Firefox', findOrInstallFirefox(), journeys, { ENGINE: 'firefox' }),
  tryEngine('WebKit', findOrInstallWebKit(), elements),
];
console.log(`\n${outcomes.join('\n')}`);
