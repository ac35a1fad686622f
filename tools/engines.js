// @ts-check
/**
 * Takes the journeys of test/engines through browsers other than Chromium. An engine that is missing and cannot be
 * installed is named in the last lines: it was not tried, which is neither a pass nor a failure.
 */
import { spawnSync } from 'node:child_process';
import process, { env, execPath } from 'node:process';
import { findOrInstallFirefox } from './firefox.js';

const firefox = findOrInstallFirefox();
if (firefox) {
  const version = spawnSync(firefox, ['--version'], { encoding: 'utf8' }).stdout.trim();
  const args = ['--import', 'tsx', 'tools/test-node.js', 'test/engines'];
  const { status } = spawnSync(execPath, args, { env: { ...env, ENGINE: 'firefox' }, stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
  console.log(`\n${version}: ${status === 0 ? 'passed' : 'FAILED'}`);
} else {
  console.log('Firefox: NOT TRIED. None was found, and none could be installed here.');
}
console.log('WebKit: NOT TRIED. The builds that distributions have cannot be driven through these journeys.');
