import { createProxy, readProxyOptions } from 'orgdesk-proxy';
import { openSqliteStorage } from 'orgdesk-proxy/storage-sqlite';

const storage = await openSqliteStorage('orgdesk.sqlite');
const proxy = createProxy({
  ...readProxyOptions(Deno.env.toObject()),
  basePath: '/orgdesk',
  storage,
  log: (entry) => console.log(JSON.stringify(entry)),
});
// Continues bulk actions after a restart, and deletes accounts when their time has come.
const timer = setInterval(() => proxy.runDue().catch(console.error), 1_000);

const server = Deno.serve({ port: Number(Deno.env.get('PORT') ?? 3000) }, (request) => {
  const { pathname } = new URL(request.url);
  return pathname.startsWith('/orgdesk/') ? proxy.fetch(request) : new Response('Your app');
});

Deno.addSignalListener('SIGTERM', async () => {
  clearInterval(timer);
  await proxy.close();
  await server.shutdown();
  await storage.close();
  Deno.exit();
});
