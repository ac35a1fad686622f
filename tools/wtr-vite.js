import { createServer } from 'vite';

const webSocket = '/__web-dev-server__web-socket.js';

/** The runner's own pages and scripts. Vite serves everything else. */
const isRunners = (path) => path.startsWith('/__web-') || path.startsWith('/node_modules/@web/');

/**
 * Serves test files through Vite inside the runner's server, so that tests and builds share the same transforms.
 *
 * Existing plugins register their middleware in `serverStart`; by then, koa-compose has already copied the list.
 */
export function viteForTests(viteConfig = {}) {
  let vite;
  return {
    plugin: {
      name: 'vite',
      async serverStart({ config, fileWatcher }) {
        vite = await createServer({
          ...viteConfig,
          configFile: false,
          root: config.rootDir,
          appType: 'custom',
          cacheDir: 'node_modules/.vite-wtr',
          clearScreen: false,
          logLevel: 'warn',
          server: {
            middlewareMode: true,
            hmr: false,
            ws: false,
            // With `null`, Vite would keep serving the first version of a file in watch mode.
            watch: config.disableFileWatcher ? null : {},
          },
          plugins: [leaveWebSocketAlone, reportFilesTo(fileWatcher)],
        });
      },
      async serverStop() {
        await vite?.close();
      },
    },
    middleware: (context, next) => (isRunners(context.path) ? next() : handOver(vite, context, next)),
  };
}

/** Pre-bundled packages import it by a relative path, which Vite would resolve on disk. */
const leaveWebSocketAlone = {
  name: 'orgdesk:web-socket',
  enforce: 'pre',
  resolveId: (id) => (id.endsWith(webSocket) ? { id: webSocket, external: true } : undefined),
};

function reportFilesTo(fileWatcher) {
  return {
    name: 'orgdesk:watch',
    transform(_code, id) {
      const [file] = id.split('?');
      if (file.startsWith('/') && !file.includes('/node_modules/')) fileWatcher.add(file);
      return null;
    },
  };
}

/** Adapts Koa to Vite's Connect handler. Requests Vite doesn't handle go back to the runner. */
function handOver(vite, context, next) {
  return new Promise((resolve, reject) => {
    const { req, res } = context;
    res.once('close', resolve);
    context.respond = false;
    res.statusCode = 200; // Koa's default status is 404.
    vite.middlewares(req, res, (error) => {
      res.off('close', resolve);
      context.respond = true;
      res.statusCode = 404;
      if (error) reject(error);
      else next().then(resolve, reject);
    });
  });
}
