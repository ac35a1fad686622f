/** Writes what a tenant needs as files for other tools. */
import type { ConfigurationFile } from '../../tenant/index.js';
import type { Io } from '../io.js';
import { writeText } from '../policy-file.js';
import { refuseExisting } from './env-out.js';

/**
 * Writes new files, all of them or none.
 * @throws {FileError} if one exists
 */
export async function writeConfiguration(
  folder: string,
  files: readonly ConfigurationFile[],
  io: Io,
): Promise<void> {
  const placed = files.map(({ name, text }) => ({ path: `${folder}/${name}`, text }));
  for (const { path } of placed) await refuseExisting(path, io);
  for (const { path, text } of placed) {
    await writeText(io, path, text);
    io.stderr(`wrote ${path}\n`);
  }
}
