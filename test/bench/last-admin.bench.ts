/**
 * Has two instances on one storage put the last two admins of an organization out at the same moment, and counts the
 * organizations without an admin: `node --import tsx test/bench/last-admin.bench.ts 1000`.
 */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMemoryStorage, type Storage } from '../../backend-proxy/src/index.js';
import { openPostgresStorage } from '../../backend-proxy/src/storage/sql/postgres.js';
import { openSqliteStorage } from '../../backend-proxy/src/storage/sql/sqlite.js';
import { raceForLastAdmin } from '../storage/last-admin-race.js';
import { findPostgres, startPostgres } from '../storage/postgres-server.js';

const rounds = Number(process.argv[2] ?? 1_000);

async function race(name: string, first: Storage, second: Storage): Promise<void> {
  const startedAt = performance.now();
  const outcomes = await raceForLastAdmin(first, second, rounds);
  const counts = outcomes.map((each) => each.filter((one) => one === 'done').length);
  const [none, one, both] = [0, 1, 2].map((wanted) => counts.filter((count) => count === wanted).length);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
  const refusals = [...new Set(outcomes.flat().filter((each) => each !== 'done'))].join(', ');
  console.log(
    `${name}: ${rounds} races in ${seconds} s: ${both} without an admin, ${one} with one, ${none} with both; ` +
      `refused for ${refusals}`,
  );
  assert.equal(both, 0);
  await first.close();
  await second.close();
}

const memory = createMemoryStorage();
await race('memory', memory, memory);

const folder = await mkdtemp(join(tmpdir(), 'orgdesk-race-'));
const path = join(folder, 'orgdesk.sqlite');
await race('SQLite', await openSqliteStorage(path), await openSqliteStorage(path));
await rm(folder, { recursive: true });

const found = findPostgres();
if ('missing' in found) console.log(`Postgres: ${found.missing}`);
else {
  const server = await startPostgres(found.programs);
  const { url } = await server.createSchema();
  await race('Postgres', await openPostgresStorage(url), await openPostgresStorage(url));
  await server.stop();
}
