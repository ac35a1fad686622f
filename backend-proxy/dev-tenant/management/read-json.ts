import type { Context } from 'hono';
import { ManagementError } from '../errors.js';

/** Nesting limit of the document database behind Auth0's profiles. */
const deepest = 100;

/** Parses the body of a Management API request. Checks only its depth. */
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

/** Iterates level by level: recursion would overflow the stack on deep input. */
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
