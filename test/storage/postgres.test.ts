import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openPostgresStorage } from '../../backend-proxy/src/storage/sql/postgres.js';
import { describeStorage } from '../../backend-proxy/storage-tests/index.js';
import { findPostgres, startPostgres, type PostgresServer } from './postgres-server.js';

const found = findPostgres();

if ('missing' in found) {
  it('storage: Postgres', { skip: found.missing }, () => {});
} else {
  let server: PostgresServer;
  before(async () => {
    server = await startPostgres(found.programs);
  });
  after(() => server.stop());

  describeStorage(
    'Postgres',
    {
      durable: true,
      createBackend: async () => {
        const { url, drop } = await server.createSchema();
        return { connect: (now) => openPostgresStorage(url, { now }), remove: drop };
      },
    },
    { describe, it },
  );
}

describe('a Postgres database that cannot be reached', () => {
  it('is refused', async () => {
    await assert.rejects(openPostgresStorage('postgres://localhost:9/orgdesk'), {
      name: 'StorageError',
      code: 'storage_unavailable',
      message: /^Can't open the Postgres database: .*ECONNREFUSED/,
    });
  });
});
