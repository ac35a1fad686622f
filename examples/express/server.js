import express from 'express';
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

const app = express();
// Before express.json(), which refuses bodies above 100 KB: a bulk action can be larger.
app.use('/orgdesk', toNodeHandler(proxy));
app.use(express.json());
app.get('/', (_, response) => {
  response.send('Your app');
});

const server = app.listen(Number(process.env.PORT ?? 3000), () => console.log('listening'));

process.once('SIGTERM', async () => {
  clearInterval(timer);
  server.close();
  await proxy.close();
  await storage.close();
});
