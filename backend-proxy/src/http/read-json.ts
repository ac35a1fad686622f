/** Reads JSON request bodies, with a size limit. */
import type { Context } from 'hono';
import { ProblemError } from './problem-error.js';

/** Far above any form: a complete Auth0 profile has at most about 10 KB. */
const usualBytes = 64 * 1024;

/**
 * Reads the body as JSON.
 * @param maxBytes - Size limit in bytes. Default: 64 KB.
 * @throws {ProblemError} `media_type_unsupported`, `content_encoding_unsupported`, `body_too_large`, `body_not_json`, or `body_invalid` for a duplicate
 * key.
 */
export async function readJson(context: Context, maxBytes = usualBytes): Promise<unknown> {
  const mediaType = context.req.header('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  if (mediaType !== 'application/json') throw new ProblemError('media_type_unsupported');
  if (isEncoded(context.req.header('content-encoding'))) {
    // Tells the client what it can send instead (RFC 9110 §15.5.16).
    context.header('accept-encoding', 'identity');
    throw new ProblemError('content_encoding_unsupported');
  }
  const text = await readText(context.req.raw, maxBytes);
  const value = parse(text);
  if (hasDuplicateNames(text)) throw new ProblemError('body_invalid');
  return value;
}

/** Without an encoding, a body has the size it says: nothing small can become large here. */
function isEncoded(contentEncoding = 'identity'): boolean {
  return contentEncoding.trim().toLowerCase() !== 'identity';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new ProblemError('body_not_json');
  }
}

const readBefore = 'the request was read before it was passed to proxy.fetch: pass it unread, or a clone';

/** Counts bytes while reading, because Content-Length can be wrong. */
async function readText(request: Request, maxBytes: number): Promise<string> {
  if (!request.body) return '';
  if (request.bodyUsed) throw new ProblemError('body_unavailable', { cause: new Error(readBefore) });
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let bytes = 0;
  let text = '';
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decode(() => decoder.decode());
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      await reader.cancel();
      throw new ProblemError('body_too_large');
    }
    text += decode(() => decoder.decode(value, { stream: true }));
  }
}

/** JSON between systems is UTF-8 (RFC 8259 §8.1). */
function decode(run: () => string): string {
  try {
    return run();
  } catch {
    throw new ProblemError('body_not_json');
  }
}

/** Matches a string or a structural character. Everything between them is skipped. */
const token = /"(?:[^"\\]|\\.)*"|[{}[\]:]/g;

/**
 * Returns whether an object in a valid JSON text has the same name twice. `JSON.parse` keeps the last value, other
 * parsers the first (RFC 8259 §4), so what one of them checks may not be what the other stores.
 */
function hasDuplicateNames(json: string): boolean {
  const open: (Set<string> | null)[] = [];
  let text = '';
  for (const [part] of json.matchAll(token)) {
    if (part === '{') open.push(new Set());
    else if (part === '[') open.push(null);
    else if (part === '}' || part === ']') open.pop();
    else if (part !== ':') text = part;
    else {
      const names = open.at(-1);
      const name = JSON.parse(text) as string;
      if (names?.has(name)) return true;
      names?.add(name);
    }
  }
  return false;
}
