import assert from 'node:assert/strict';
import { mkdtemp, readdir, readlink, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import Database from 'libsql';
import { openSqliteStorage } from '../../backend-proxy/src/storage/sql/sqlite.js';
import type { StorageError } from '../../backend-proxy/src/storage/storage-error.js';
import { describeStorage } from '../../backend-proxy/storage-tests/index.js';
import { describeInstances } from './instances.js';

async function createDatabase() {
  const folder = await mkdtemp(join(tmpdir(), 'orgdesk-sqlite-'));
  const path = join(folder, 'orgdesk.sqlite');
  return {
    open: (now?: () => number) => openSqliteStorage(path, now && { now }),
    execute: async (statement: string) => {
      const database = new Database(path);
      database.exec(statement);
      database.close();
    },
    remove: () => rm(folder, { recursive: true }),
  };
}

describeStorage(
  'SQLite',
  {
    durable: true,
    createBackend: async () => {
      const { open, remove } = await createDatabase();
      return { connect: open, remove };
    },
  },
  { describe, it },
);

describeInstances('one SQLite file', createDatabase);

describe('a SQLite file', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'orgdesk-sqlite-'));
  });
  after(() => rm(folder, { recursive: true }));

  it('is created with its folder, for the owner alone', { skip: process.platform === 'win32' }, async () => {
    const path = join(folder, 'new', 'orgdesk.sqlite');
    const storage = await openSqliteStorage(path);
    await storage.cooldowns.start('key', 60);
    for (const name of [path, `${path}-wal`, `${path}-shm`])
      assert.equal(((await stat(name)).mode & 0o777).toString(8), '600', name);
    await storage.close();
  });

  it('that is refused is closed', { skip: process.platform !== 'linux' }, async () => {
    const path = join(folder, 'closed.txt');
    await writeFile(path, 'These are my notes, and they are longer than a header of SQLite is. '.repeat(10));
    await assert.rejects(openSqliteStorage(path));
    const handles = await readdir('/proc/self/fd');
    const files = await Promise.all(handles.map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => '')));
    assert.ok(!files.includes(path));
  });

  it('that is something else is refused by name', async () => {
    const path = join(folder, 'notes.txt');
    await writeFile(path, 'These are my notes, and they are longer than a header of SQLite is. '.repeat(10));
    await assert.rejects(openSqliteStorage(path), (error: StorageError) => {
      assert.equal(error.code, 'storage_unavailable');
      assert.ok(error.message.startsWith(`Can't open ${path}: `), error.message);
      return true;
    });
    await assert.rejects(openSqliteStorage(folder), { code: 'storage_unavailable' });
  });
});
