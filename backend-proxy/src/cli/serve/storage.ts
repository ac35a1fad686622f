import { resolve } from 'node:path';
import type { Storage } from '../../storage/storage.js';
import type { Io } from '../io.js';

export type StorageSettings =
  { readonly kind: 'sqlite'; readonly path: string } | { readonly kind: 'postgres'; readonly url: string };

/**
 * Opens the storage, and says where the data is. A driver is loaded only if it is used.
 * @throws StorageError
 */
export async function openStorage(
  settings: StorageSettings,
  { stderr }: Pick<Io, 'stderr'>,
): Promise<Storage> {
  if (settings.kind === 'postgres') {
    const { openPostgresStorage } = await import('../../storage/sql/postgres.js');
    const storage = await openPostgresStorage(settings.url);
    stderr(`data: Postgres at ${withoutCredentials(settings.url)}\n`);
    return storage;
  }
  const { openSqliteStorage } = await import('../../storage/sql/sqlite.js');
  const path = resolve(settings.path);
  const storage = await openSqliteStorage(path);
  stderr(`data: ${path} (SQLite)\n`);
  return storage;
}

/** The host and the database. Parameters can hold a password, too. */
function withoutCredentials(url: string): string {
  // Addresses of sockets, such as postgres://user@/name?host=/run/postgresql, have no host that a URL could have.
  if (!URL.canParse(url)) return 'a local socket';
  const { host, pathname } = new URL(url);
  return `${host || 'a local socket'}${pathname}`;
}
