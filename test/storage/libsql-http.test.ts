import assert from 'node:assert/strict';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { LibsqlHttpDialect } from '../../docs/examples/libsql-http.js';
import { createSqlStorage } from '../../backend-proxy/src/storage/sql/index.js';
import { describeStorage } from '../../backend-proxy/storage-tests/index.js';
import { startHranaServer } from '../harness/hrana-server.js';

const authToken = 'the-token-of-the-database';

let folder: string;
let backends = 0;
const pathOf = (name: string) => join(folder, `${name}.sqlite`);

async function serve(path: string) {
  const { url, close } = await startHranaServer(path, authToken);
  return { connect: (now?: () => number) => open(url, authToken, now), remove: close };
}
const open = (url: string, token: string, now?: () => number) =>
  createSqlStorage(new LibsqlHttpDialect({ url, authToken: token }), now && { now });

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'orgdesk-hrana-'));
  const { connect, remove } = await serve(pathOf('template'));
  await (await connect()).close();
  await remove();
});
after(() => rm(folder, { recursive: true }));

/** With its tables: creating them takes most of the time. */
async function createBackend() {
  const path = pathOf(String((backends += 1)));
  await copyFile(pathOf('template'), path);
  return serve(path);
}

describeStorage('libSQL over HTTP', { durable: true, createBackend }, { describe, it });

describe('libSQL over HTTP', () => {
  it('is refused without its token', async () => {
    const { url, close } = await startHranaServer(pathOf('closed'), authToken);
    await assert.rejects(open(url, 'another'), /401/);
    await close();
  });
});
