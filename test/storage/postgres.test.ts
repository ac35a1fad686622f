import assert from 'node:assert/strict';
import { after, before, describe, it, mock } from 'node:test';
import { openPostgresStorage } from '../../backend-proxy/src/storage/sql/postgres.js';
import { describeStorage } from '../../backend-proxy/storage-tests/index.js';
import { describeInstances } from './instances.js';
import { findPostgres, startPostgres, type PostgresServer } from './postgres-server.js';

const found = findPostgres();

if ('missing' in found) {
  it('storage: Postgres', { skip: found.missing }, () => {});
} else {
  let server: PostgresServer;
  const createDatabase = async () => {
    const { url, execute, drop } = await server.createSchema();
    return {
      open: (now?: () => number) => openPostgresStorage(url, now && { now }),
      execute,
      remove: drop,
    };
  };
  before(async () => {
    server = await startPostgres(found.programs);
  });
  after(() => server.stop());

  describeStorage(
    'Postgres',
    {
      durable: true,
      createBackend: async () => {
        const { open, remove } = await createDatabase();
        return { connect: open, remove };
      },
    },
    { describe, it },
  );

  describeInstances('one Postgres', createDatabase);

  describe('instances on machines whose clocks differ', () => {
    it('agree on how long a lock is held', async () => {
      const { open, remove } = await createDatabase();
      const [slow, fast] = [await open(), await open()];
      const order: string[] = [];
      let takenOver: Promise<void> | undefined;
      await slow.locks.hold('name', async () => {
        const inAnHour = Date.now() + 3_600_000;
        const clock = mock.method(Date, 'now', () => inAnHour);
        takenOver = fast.locks.hold('name', async () => void order.push('fast'));
        await new Promise((resolve) => setTimeout(resolve, 100));
        clock.mock.restore();
        order.push('slow');
      });
      await takenOver;
      assert.deepEqual(order, ['slow', 'fast']);
      await slow.close();
      await fast.close();
      await remove();
    });
  });
}

describe('a Postgres database that can’t be reached', () => {
  it('is refused', async () => {
    await assert.rejects(openPostgresStorage('postgres://localhost:9/orgdesk'), {
      name: 'StorageError',
      code: 'storage_unavailable',
      message: /^Can't open the Postgres database: .*ECONNREFUSED/,
    });
  });
});
