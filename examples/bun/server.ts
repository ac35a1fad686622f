import { createProxy, readProxyOptions } from 'orgdesk-proxy';
import { openSqliteStorage } from 'orgdesk-proxy/storage-sqlite';

const storage = await openSqliteStorage('orgdesk.sqlite');
const proxy = createProxy({
  ...readProxyOptions(process.env),
  basePath: '/orgdesk',
  storage,
  log: (entry) => console.log(JSON.stringify(entry)),
});
// Continues bulk actions after a restart, and deletes accounts when their time has come.
const timer = setInterval(() => proxy.runDue().catch(console.error), 1_000);

const server = Bun.serve({
  port: Number(process.env['PORT'] ?? 3000),
  // Longer than the pause between two signs of life in a stream of events, which is Bun's default.
  idleTimeout: 30,
  routes: {
    '/orgdesk/*': (request) => proxy.fetch(request),
    '/': () => new Response('Your app'),
  },
});

process.once('SIGTERM', async () => {
  clearInterval(timer);
  await proxy.close();
  await server.stop();
  await storage.close();
});
