import { FileError } from '../src/cli/exit.js';
import type { Io } from '../src/cli/io.js';
import { SeedError, parseSeed, seedNames, type SeedName } from '../dev-tenant/named-seeds.js';
import type { Seed } from '../dev-tenant/seed.js';

export type GivenSeed = { readonly seed: SeedName | Seed; readonly title: string };

const isNamed = (text: string): text is SeedName =>
  /^crowd:\d+$/.test(text) || seedNames.some((name) => name === text);

/**
 * Reads a built-in seed by name, or a seed file.
 * @throws FileError if the file can't be read, SeedError if it isn't a valid seed
 */
export async function readSeed({ readFile }: Io, given: string): Promise<GivenSeed> {
  if (isNamed(given)) {
    parseSeed(given);
    return { seed: given, title: given };
  }
  const text = await readFile(given).catch((error: unknown) => {
    const names = `no seed of that name either; there are ${seedNames.join(', ')}`;
    throw new FileError(`cannot read ${given}: ${reasonOf(error)} (${names})`);
  });
  return { seed: parseSeed(parseJson(given, text)), title: given };
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new SeedError(`${path} is no JSON: ${reasonOf(error)}`);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
