import { serve } from '@hono/node-server';
import { Hono } from 'hono';
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

const app = new Hono();
app.all('/orgdesk/*', (context) => proxy.fetch(context.req.raw));
app.get('/', (context) => context.text('Your app'));

const server = serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) }, () =>
  console.log('listening'),
);

process.once('SIGTERM', async () => {
  clearInterval(timer);
  server.close();
  await proxy.close();
  await storage.close();
});
