/** A Worker that runs the tests of storages in its Durable Object, and responds with how they ended. */
export interface StorageReport {
  readonly tests: number;
  readonly failures: readonly string[];
}

/** One driver for all storages of a test: the object has one database, which nothing else opens. */
export const storageTestWorker = `
  import { DurableObject } from 'cloudflare:workers';
  import { createSqlStorage } from 'orgdesk-proxy/storage-sql';
  import { describeStorage } from 'orgdesk-proxy/storage-tests';
  import { DurableObjectDialect } from './durable-object-dialect.js';

  export class Orgdesk extends DurableObject {
    async fetch() {
      const dialect = new DurableObjectDialect(this.ctx.storage);
      const driver = dialect.createDriver();
      Object.assign(dialect, { createDriver: () => driver });
      const createBackend = async () => {
        await this.ctx.storage.deleteAll();
        return { connect: (now) => createSqlStorage(dialect, now && { now }), remove: async () => {} };
      };
      const tests = [];
      describeStorage('a Durable Object', { durable: true, createBackend }, {
        describe: (name, body) => body(),
        it: (name, body) => tests.push([name, body]),
      });
      const failures = [];
      for (const [name, body] of tests)
        await Promise.resolve().then(body).catch((error) => failures.push(name + ': ' + error.stack));
      return Response.json({ tests: tests.length, failures });
    }
  }

  export default {
    fetch: (request, env) =>
      new URL(request.url).pathname.startsWith('/orgdesk')
        ? new Response()
        : env.ORGDESK.get(env.ORGDESK.idFromName('tests')).fetch(request),
  };
`;
