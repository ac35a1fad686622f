import { DurableObject } from 'cloudflare:workers';
import { createProxy, readProxyOptions, type Proxy } from 'orgdesk-proxy';
import { createSqlStorage } from 'orgdesk-proxy/storage-sql';
import { DurableObjectDialect } from './durable-object-dialect.js';

interface Env {
  readonly ORGDESK: DurableObjectNamespace<Orgdesk>;
}

/** One object for all requests: what they share stays in memory, and its SQLite database keeps the rest. */
export class Orgdesk extends DurableObject<Env> {
  readonly #proxy: Promise<Proxy> = this.ctx.blockConcurrencyWhile(async () =>
    createProxy({
      ...readProxyOptions(this.env),
      basePath: '/orgdesk',
      storage: await createSqlStorage(new DurableObjectDialect(this.ctx.storage)),
      log: (entry) => console.log(JSON.stringify(entry)),
    }),
  );

  override async fetch(request: Request): Promise<Response> {
    return (await this.#proxy).fetch(request);
  }

  async runDue(): Promise<void> {
    await (await this.#proxy).runDue();
  }
}

const objectOf = (env: Env) => env.ORGDESK.get(env.ORGDESK.idFromName('orgdesk'));

export default {
  fetch: (request, env) => {
    const { pathname } = new URL(request.url);
    return pathname.startsWith('/orgdesk/') ? objectOf(env).fetch(request) : new Response('Your app');
  },
  // Continues bulk actions, and deletes accounts when their time has come.
  scheduled: (_event, env) => objectOf(env).runDue(),
} satisfies ExportedHandler<Env>;
