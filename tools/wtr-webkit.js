import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** Runs without a display or GPU: a virtual screen and software rendering. */
const surroundings = { GDK_BACKEND: 'x11', LIBGL_ALWAYS_SOFTWARE: '1', WEBKIT_DISABLE_COMPOSITING_MODE: '1' };

/**
 * Launches WebKitGTK for the test runner, whose only WebKit is Playwright's own build: W3C WebDriver over `fetch`.
 * Doesn't support mouse, viewport, or coverage commands.
 * @param {{ driver: string, browser: string, screen: string }} programs
 */
export function webkitLauncher({ driver, browser, screen }) {
  /** @type {import('node:child_process').ChildProcess[]} */
  const running = [];
  let session = '';
  /** @type {Promise<void> | undefined} */
  let starting;
  let current;

  async function start() {
    const display = spawn(screen, ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    running.push(display);
    const [number] = await once(display.stdio[3], 'data');
    const port = await freePort();
    const env = { ...process.env, ...surroundings, DISPLAY: `:${String(number).trim()}` };
    running.push(spawn(driver, [`--port=${port}`, '--host=127.0.0.1'], { stdio: 'ignore', env }));
    const url = `http://127.0.0.1:${port}`;
    await answering(`${url}/status`);
    const options = { 'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] } };
    const { sessionId, capabilities } = await call('POST', `${url}/session`, {
      capabilities: { alwaysMatch: options },
    });
    console.log(`${capabilities.browserName} ${capabilities.browserVersion}`);
    session = `${url}/session/${sessionId}`;
    await call('POST', `${session}/window/rect`, { width: 1140, height: 900 });
  }

  const go = (url) => call('POST', `${session}/url`, { url });

  return {
    name: 'WebKitGTK',
    type: 'webdriver',
    concurrency: 1,
    async startSession(id, url) {
      await (starting ??= start());
      current = { id, url };
      await go(url);
    },
    async stopSession() {
      current = undefined;
      await go('about:blank');
      return {};
    },
    async stop() {
      if (session) await call('DELETE', session);
      for (const program of running) program.kill();
    },
    isActive: (id) => current?.id === id,
    getBrowserUrl: (id) => (current?.id === id ? current.url : undefined),
    startDebugSession: () => Promise.reject(new Error('WebKitGTK is not for debugging here')),
  };
}

async function call(method, url, body) {
  const response = await fetch(url, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`WebDriver: ${value.error}: ${value.message}`);
  return value;
}

async function answering(url) {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await pause(50);
  }
  throw new Error('WebKitWebDriver does not answer');
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
