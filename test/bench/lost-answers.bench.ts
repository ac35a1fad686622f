/**
 * Loses the answers of requests, with their process or without, and counts what is done twice or claimed although it isn't so:
 * `node --import tsx test/bench/lost-answers.bench.ts 1000`.
 */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Storage } from '../../backend-proxy/src/index.js';
import { openPostgresStorage } from '../../backend-proxy/src/storage/sql/postgres.js';
import { openSqliteStorage } from '../../backend-proxy/src/storage/sql/sqlite.js';
import { loseAnswers } from '../storage/lost-answers.js';
import { findPostgres, startPostgres } from '../storage/postgres-server.js';

const rounds = Number(process.argv[2] ?? 1_000);

async function lose(name: string, open: () => Promise<Storage>): Promise<void> {
  const startedAt = performance.now();
  const { doneTwice, untrue, unsettled, rounds: outcomes } = await loseAnswers(open, rounds);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
  console.log(
    `${name}: ${rounds} answers lost in ${seconds} s: ${doneTwice.length} done twice, ${untrue.length} untrue answers, ` +
      `${unsettled.length} not done in the end\n${JSON.stringify(outcomes, null, 2)}`,
  );
  assert.deepEqual([doneTwice, untrue, unsettled], [[], [], []]);
}

const folder = await mkdtemp(join(tmpdir(), 'orgdesk-lost-'));
await lose('SQLite', () => openSqliteStorage(join(folder, 'orgdesk.sqlite')));
await rm(folder, { recursive: true });

const found = findPostgres();
if ('missing' in found) console.log(`Postgres: ${found.missing}`);
else {
  const server = await startPostgres(found.programs);
  const { url } = await server.createSchema();
  await lose('Postgres', () => openPostgresStorage(url));
  await server.stop();
}
