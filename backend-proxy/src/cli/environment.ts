/** Reads the environment, and files with variables. */
import { parseEnv } from 'node:util';
import type { Io } from './io.js';
import { readText } from './policy-file.js';

/**
 * Returns the variables of a file, which the environment overrides.
 * @throws {FileError}
 */
export async function readEnvironment(file: string | undefined, io: Io): Promise<Io['env']> {
  if (file === undefined) return io.env;
  return { ...parseEnv(await readText(io, file)), ...io.env };
}
