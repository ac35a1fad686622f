/** Reads policy files. */
import {
  defaultPolicy,
  parsePolicy,
  PolicyError,
  type Policy,
  type PolicyIssue,
} from '../../../src/policy/index.js';
import { FileError } from './exit.js';
import type { Io } from './io.js';
import { InvalidPolicyError } from './policy-errors.js';
import { readPolicyText, type PlacedIssue, type PolicyText } from './policy-text.js';

export interface NamedPolicy {
  /** Name for messages: the file's name, or "the default policy". */
  readonly name: string;
  readonly policy: Policy;
  readonly place: (issue: PolicyIssue) => PlacedIssue;
}

/**
 * Reads a policy. Without a path, returns the default policy.
 * @throws {FileError | InvalidPolicyError}
 */
export async function readPolicy(io: Io, path: string | undefined): Promise<NamedPolicy> {
  if (path === undefined)
    return { name: 'the default policy', policy: defaultPolicy, place: (issue) => issue };
  const text = readPolicyText(await readText(io, path));
  const name = path === '-' ? 'standard input' : path;
  return { name, policy: toPolicy(name, text), place: text.place };
}

function toPolicy(name: string, { value, issues, place }: PolicyText): Policy {
  if (value === undefined) throw new InvalidPolicyError(name, issues);
  try {
    const policy = parsePolicy(value);
    if (issues.length === 0) return policy;
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    throw new InvalidPolicyError(name, [...issues, ...error.issues.map(place)]);
  }
  throw new InvalidPolicyError(name, issues);
}

/** @throws {FileError} */
export async function readText(io: Io, path: string): Promise<string> {
  try {
    return await io.readFile(path);
  } catch (error) {
    throw new FileError(`cannot read ${path}: ${reasonOf(error)}`, { cause: error });
  }
}

/** @throws {FileError} */
export async function writeText(io: Io, path: string, text: string): Promise<void> {
  try {
    await io.writeFile(path, text);
  } catch (error) {
    throw new FileError(`cannot write ${path}: ${reasonOf(error)}`, { cause: error });
  }
}

/** @throws {FileError} if the file exists, because others could read it. */
export async function writeSecret(io: Io, path: string, text: string): Promise<void> {
  try {
    await io.writeSecret(path, text);
  } catch (error) {
    throw new FileError(`cannot write ${path}: ${reasonOf(error)}`, { cause: error });
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'no permission',
  EISDIR: 'it is a folder',
  EEXIST: 'it exists already',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'it is not UTF-8 text',
};

/** Returns a readable reason for an error of the operating system. */
function reasonOf(error: unknown): string {
  const { code = '', message = String(error) } = error as NodeJS.ErrnoException;
  return reasons[code] ?? message;
}
