/** Says in plain words what is wrong with a document: zod's own messages are for programmers. */
import type { z } from 'zod';
import { hint } from './suggest.js';

export interface DocumentIssue {
  /** Reads like code: `rules[2].fields[0]`. */
  readonly path: string;
  readonly message: string;
}

const types: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

/**
 * Describes what a schema refuses. The schema must be given its input with `reportInput`.
 * @param keywords - Keys to suggest for an unknown one.
 * @example describeIssue(issue, ['effect']) // [{ path: 'rules[0].effekt', message: 'unknown key; did you mean "effect"?' }]
 */
export function describeIssue(issue: z.core.$ZodIssue, keywords: readonly string[]): DocumentIssue[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: formatPath([...issue.path, key]),
      message: `unknown key${hint(key, keywords)}`,
    }));
  }
  return [{ path: formatPath(issue.path), message: messageOf(issue) }];
}

function messageOf(issue: z.core.$ZodIssue): string {
  // The schema says some things itself.
  if (!/^(Invalid|Too) /.test(issue.message)) return issue.message;
  if (issue.input === undefined) return 'is missing';
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${types[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `must be ${oneOf(issue.values)}${typeof issue.input === 'string' ? hint(issue.input, issue.values.map(String)) : ''}`;
    case 'too_small':
      return issue.minimum === 1 && issue.origin !== 'number'
        ? 'must not be empty'
        : `must be ${String(issue.minimum)} or more${unitOf(issue.origin)}`;
    case 'too_big':
      return `must be ${String(issue.maximum)} or less${unitOf(issue.origin)}`;
    default:
      return issue.message;
  }
}

const unitOf = (origin: string) => ({ string: ' characters', array: ' items' })[origin] ?? '';

function oneOf(values: readonly unknown[]): string {
  const quoted = values.map((value) => JSON.stringify(value));
  return quoted.length === 1 ? String(quoted[0]) : `one of ${quoted.join(', ')}`;
}

/** Returns `rules[2].fields[0]`. */
export function formatPath(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}
