import type { z } from 'zod';
import { ManagementError } from '../errors.js';

/**
 * Validates a request body. Errors are worded like Auth0's: "Payload validation error: 'String is too short (0
 * chars), minimum 1' on property name".
 */
export function parseBody<T extends z.ZodType>(schema: T, body: unknown): z.output<T> {
  return parse(schema, body, 'Payload', 'invalid_body');
}

/** Like {@link parseBody}, for the query string. */
export function parseQuery<T extends z.ZodType>(schema: T, query: unknown): z.output<T> {
  return parse(schema, query, 'Query', 'invalid_query_string');
}

/** Like {@link parseBody}, for path parameters. */
export function parsePath<T extends z.ZodType>(schema: T, parameters: unknown): z.output<T> {
  return parse(schema, parameters, 'Path', 'invalid_uri');
}

function parse<T extends z.ZodType>(schema: T, input: unknown, what: string, errorCode: string): z.output<T> {
  const result = schema.safeParse(input, { reportInput: true });
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const where = issue?.path.length ? ` on property ${issue.path.join('.')}` : '';
  const message = issue ? sentence(issue) : 'Invalid value';
  throw new ManagementError(400, `${what} validation error: '${message}'${where}.`, errorCode);
}

type Issue = z.core.$ZodIssue;

function sentence(issue: Issue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `Additional properties not allowed: ${issue.keys.join(',')}`;
    case 'invalid_type':
      if (issue.input === undefined) return 'Missing required property';
      return `Expected type ${issue.expected} but found type ${typeOf(issue.input)}`;
    case 'too_small':
      if (issue.origin !== 'string')
        return `Value ${String(issue.input)} is less than minimum ${issue.minimum}`;
      return `String is too short (${length(issue)} chars), minimum ${issue.minimum}`;
    case 'too_big':
      if (issue.origin !== 'string')
        return `Value ${String(issue.input)} is greater than maximum ${issue.maximum}`;
      return `String is too long (${length(issue)} chars), maximum ${issue.maximum}`;
    case 'invalid_format':
      if (issue.format !== 'regex') {
        return `Object didn't pass validation for format ${issue.format}: ${String(issue.input)}`;
      }
      return `String does not match pattern ${issue.pattern?.slice(1, -1) ?? ''}: ${String(issue.input)}`;
    default:
      return issue.message;
  }
}

function length(issue: Issue): number {
  return String(issue.input).length;
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
