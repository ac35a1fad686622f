/** A real Postgres server for the tests of one file, on a Unix socket in a temporary folder. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);

/** The folder of the server's programs, or why there is none. */
export function findPostgres(): { readonly programs: string } | { readonly missing: string } {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(':'),
  ];
  const programs = folders.find((folder) =>
    ['initdb', 'postgres'].every((name) => existsSync(join(folder, name))),
  );
  return programs === undefined
    ? { missing: 'no PostgreSQL server programs (initdb, postgres) are installed' }
    : { programs };
}

export interface PostgresServer {
  /** Creates an empty schema. */
  createSchema(): Promise<{
    readonly url: string;
    execute(statement: string): Promise<unknown>;
    drop(): Promise<void>;
  }>;
  stop(): Promise<void>;
}

export async function startPostgres(programs: string): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), 'orgdesk-pg-'));
  const owner = await unprivilegedUser();
  if (owner) await chown(folder, owner.uid, owner.gid);
  const data = join(folder, 'data');
  const options = { ...owner, cwd: folder };
  await run(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'orgdesk', '-A', 'trust', '--no-sync', '--no-instructions', '-E', 'UTF8'],
    options,
  );
  // Speed over durability: the tests never pull the plug of the machine.
  const settings = [
    'fsync=off',
    'listen_addresses=',
    `unix_socket_directories=${folder}`,
    'max_connections=200',
  ];
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', data, ...settings.flatMap((setting) => ['-c', setting])],
    { ...options, stdio: 'ignore' },
  );
  const url = `postgres://orgdesk@/postgres?host=${encodeURIComponent(folder)}`;
  const admin = new pg.Pool({ connectionString: url, max: 2 });
  admin.on('error', () => {});
  await waitUntilReady(admin, server);
  let schemas = 0;
  return {
    createSchema: async () => {
      const schema = `test_${(schemas += 1)}`;
      await admin.query(`create schema ${schema}`);
      return {
        url: `${url}&options=${encodeURIComponent(`-c search_path=${schema}`)}`,
        execute: (statement) => admin.query(`set search_path = ${schema}; ${statement}; reset search_path`),
        drop: async () => void (await admin.query(`drop schema ${schema} cascade`)),
      };
    },
    stop: async () => {
      await admin.end();
      const ended = new Promise((resolve) => server.once('exit', resolve));
      // A "fast" shutdown: connections that are left are closed.
      server.kill('SIGINT');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The server refuses to run as root. */
async function unprivilegedUser(): Promise<{ uid: number; gid: number } | undefined> {
  if (userInfo().uid !== 0) return undefined;
  const idOf = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout);
  return { uid: await idOf('-u'), gid: await idOf('-g') };
}

async function waitUntilReady(pool: pg.Pool, server: ChildProcess): Promise<void> {
  for (;;) {
    if (server.exitCode !== null) throw new Error(`postgres ended with ${server.exitCode}`);
    try {
      await pool.query('select 1');
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
