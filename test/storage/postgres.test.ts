import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
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

  describe('a database that falls silent', () => {
    it('fails a query instead of keeping it waiting', async () => {
      const { url, drop } = await server.createSchema();
      const { searchParams } = new URL(url.replace('@/', '@socket/'));
      const sockets = new Set<Socket>();
      let isSilent = false;
      const relay = createServer((client) => {
        const database = connect(join(searchParams.get('host') ?? '', '.s.PGSQL.5432'));
        for (const socket of [client, database]) sockets.add(socket.on('error', () => {}));
        client.on('data', (bytes) => void (isSilent || database.write(bytes)));
        database.on('data', (bytes) => void client.write(bytes));
        client.on('close', () => database.destroy());
      });
      await once(relay.listen(0, '127.0.0.1'), 'listening');
      const { port } = relay.address() as AddressInfo;
      const options = encodeURIComponent(searchParams.get('options') ?? '');
      const storage = await openPostgresStorage(
        `postgres://orgdesk@127.0.0.1:${port}/postgres?options=${options}`,
      );
      assert.equal(await storage.demotions.last('org', 'user'), null);
      isSilent = true;
      await assert.rejects(storage.demotions.last('org', 'user'), /timeout/);
      for (const socket of sockets) socket.destroy();
      relay.close();
      await storage.close();
      await drop();
    });
  });

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
