import type { Context } from 'hono';
import { ManagementError } from '../errors.js';

/** Auth0 keeps profiles in a document database, whose limit this is. */
const deepest = 100;

/** The body of a Management API request as JSON, still unchecked except that it is no deeper than can be kept. */
export async function readJson(c: Context): Promise<unknown> {
  const body = parse(await c.req.text());
  if (!isShallow(body)) throw new ManagementError(400, 'Payload is nested too deeply', 'invalid_body');
  return body;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ManagementError(400, 'Invalid request payload JSON format');
  }
}

/** Level by level rather than recursively: the point is to survive what a recursion would not. */
function isShallow(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; depth <= deepest; depth += 1) {
    level = level.flatMap(children);
    if (level.length === 0) return true;
  }
  return false;
}

function children(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value as Record<string, unknown>) : [];
}
