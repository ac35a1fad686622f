import { createProxy, readProxyOptions, type Proxy } from 'orgdesk-proxy';
import { openPostgresStorage } from 'orgdesk-proxy/storage-postgres';
import { openSqliteStorage } from 'orgdesk-proxy/storage-sqlite';

/** `next dev` loads this module again after each change. The proxy stays. */
const shared: { orgdesk?: Promise<Proxy> } = globalThis as object;

/** Not at the top of the module, which `next build` runs too. */
export function getProxy(): Promise<Proxy> {
  return (shared.orgdesk ??= start());
}

async function start(): Promise<Proxy> {
  const { DATABASE_URL } = process.env;
  const proxy = createProxy({
    ...readProxyOptions(process.env),
    basePath: '/orgdesk',
    storage: DATABASE_URL
      ? await openPostgresStorage(DATABASE_URL)
      : await openSqliteStorage('orgdesk.sqlite'),
    log: (entry) => console.log(JSON.stringify(entry)),
  });
  // Continues bulk actions after a restart, and deletes accounts when their time has come.
  setInterval(() => proxy.runDue().catch(console.error), 1_000).unref();
  return proxy;
}
