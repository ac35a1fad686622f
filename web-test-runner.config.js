import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { chromiumArgs, findChromium } from './tools/browser.js';
import { viteForTests } from './tools/wtr-vite.js';
import { summary } from './tools/wtr-summary.js';

const files = ['test/elements/**/*.test.ts', 'test/state/**/*.test.ts'];
const vite = viteForTests({ optimizeDeps: { entries: files } });

export default {
  files,
  rootDir: import.meta.dirname,
  // Focus and animation frames belong to the page in front: files that run side by side would starve each other.
  concurrency: 1,
  // The first page of a run waits for Vite to bundle the packages.
  browserStartTimeout: 120_000,
  testsStartTimeout: 120_000,
  // Deadlines are for what never ends, on the slowest machine. Tests wait for at most a minute, and then say for what.
  testsFinishTimeout: 600_000,
  testFramework: { config: { timeout: 90_000 } },
  browsers: [chromeLauncher({ launchOptions: { executablePath: findChromium(), args: chromiumArgs } })],
  middleware: [vite.middleware],
  plugins: [vite.plugin],
  reporters: [defaultReporter(), summary()],
  coverageConfig: { include: ['src/**/*.ts'], reporters: ['lcovonly', 'text-summary'] },
  filterBrowserLogs: ({ args }) =>
    !args.some((arg) => typeof arg === 'string' && arg.startsWith('Lit is in dev mode')),
};
