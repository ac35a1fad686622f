/** Exit statuses, the same for every command. */
export const exitStatus = {
  ok: 0,
  /** The command did its work and the answer is no: a policy with errors, a widening, a scope that is missing. */
  refused: 1,
  /** The command could not do its work: a misspelt option, a file that cannot be read. */
  misused: 2,
} as const;
export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];

/** Something is wrong with the words typed. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** A file that cannot be read or written. */
export class FileError extends Error {
  override readonly name = 'FileError';
}
