/** Exit statuses, and the errors that lead to them. */
export const exitStatus = {
  ok: 0,
  /** The command ran and the result is negative: a policy with errors, a widening, a missing scope. */
  refused: 1,
  /** The command couldn't run: a misspelled option, an unreadable file. */
  misused: 2,
} as const;
export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];

/** Invalid arguments. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** A file can't be read or written. */
export class FileError extends Error {
  override readonly name = 'FileError';
}
