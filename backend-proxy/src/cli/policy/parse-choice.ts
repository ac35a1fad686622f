/** Parses option values from a closed list. */
import { hint } from '../../../../src/policy/file/suggest.js';
import { UsageError } from '../exit.js';
import { list } from '../terminal.js';

/** @throws {UsageError} Lists the possible values and suggests the closest one. */
export function choose<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) {
    throw new UsageError(
      `--${option} cannot be "${value}"${hint(value, allowed)}\n  It is one of ${list(allowed, 'or')}.`,
    );
  }
  return found;
}

/** Parses an optional value. */
export function chooseIfGiven<T extends string>(
  option: string,
  value: string | undefined,
  allowed: readonly T[],
): T | undefined {
  return value === undefined ? undefined : choose(option, value, allowed);
}
