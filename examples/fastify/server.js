import Fastify from 'fastify';
import { createProxy, readProxyOptions } from 'orgdesk-proxy';
import { toNodeHandler } from 'orgdesk-proxy/node';
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

const handle = toNodeHandler(proxy);
const app = Fastify();
app.register(async (scope) => {
  // Leaves bodies unread. Fastify's parsers would refuse some of them with errors of their own.
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
  scope.all('/orgdesk/*', (request, reply) => {
    reply.hijack();
    handle(request.raw, reply.raw);
  });
});
app.get('/', async () => 'Your app');

app.addHook('onClose', async () => {
  clearInterval(timer);
  await proxy.close();
  await storage.close();
});
await app.listen({ port: Number(process.env.PORT ?? 3000) });
console.log('listening');
process.once('SIGTERM', () => app.close());
