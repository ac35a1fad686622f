import { Hono } from 'hono';
import { handle } from 'hono/aws-lambda';
import { createProxy, readProxyOptions } from 'orgdesk-proxy';
import { openPostgresStorage } from 'orgdesk-proxy/storage-postgres';

const { DATABASE_URL } = process.env;
if (!DATABASE_URL) throw new Error('DATABASE_URL is not set');

const proxy = createProxy({
  ...readProxyOptions(process.env),
  basePath: '/orgdesk',
  storage: await openPostgresStorage(DATABASE_URL),
  log: (entry) => console.log(JSON.stringify(entry)),
});

const app = new Hono();
app.all('/orgdesk/*', (context) => proxy.fetch(context.req.raw));

/** For an HTTP API of API Gateway, or a function URL. */
export const handler = handle(app);

/** For a schedule of EventBridge, once a minute: continues bulk actions, and deletes accounts when their time has come. */
export const work = () => proxy.runDue();
