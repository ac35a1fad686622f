import { createServer } from 'vite';

const webSocket = '/__web-dev-server__web-socket.js';

/** The runner's own pages and scripts; everything else is Vite's. */
const isRunners = (path) => path.startsWith('/__web-') || path.startsWith('/node_modules/@web/');

/**
 * Serves the files under test through Vite, in the runner's own server: the same transforms as the build.
 *
 * Not a ready-made plugin, because those register their middleware in `serverStart`, when koa-compose has copied
 * the list of middlewares already.
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
            // With `null` while the runner watches, Vite would go on serving what it read first.
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

/** Pre-bundled packages import it by a relative path, which Vite would try to find on the disk. */
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

/** From Koa to Vite's Connect handler; what Vite does not know goes back to the runner. */
function handOver(vite, context, next) {
  return new Promise((resolve, reject) => {
    const { req, res } = context;
    res.once('close', resolve);
    context.respond = false;
    res.statusCode = 200; // Koa starts with 404
    vite.middlewares(req, res, (error) => {
      res.off('close', resolve);
      context.respond = true;
      res.statusCode = 404;
      if (error) reject(error);
      else next().then(resolve, reject);
    });
  });
}
