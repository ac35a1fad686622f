/** Values out of a closed list. */
import { hint } from '../../../../src/policy/file/suggest.js';
import { UsageError } from '../exit.js';
import { list } from '../terminal.js';

/** @throws UsageError with the values there are, and the one that was probably meant. */
export function choose<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) {
    throw new UsageError(
      `--${option} cannot be "${value}"${hint(value, allowed)}\n  It is one of ${list(allowed, 'or')}.`,
    );
  }
  return found;
}

/** The same for an option that may be left out. */
export function chooseIfGiven<T extends string>(
  option: string,
  value: string | undefined,
  allowed: readonly T[],
): T | undefined {
  return value === undefined ? undefined : choose(option, value, allowed);
}
