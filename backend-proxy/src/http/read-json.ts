import type { Context } from 'hono';
import { hasDuplicateNames } from './duplicate-names.js';
import { ProblemError } from './problem-error.js';

/** A whole Auth0 profile may take 10 KB, so nothing a person types comes near this. */
const usualBytes = 64 * 1024;

/** The body as JSON. @throws `media_type_unsupported`, `body_too_large`, `body_not_json`, `body_invalid` for a name given twice */
export async function readJson(context: Context, maxBytes = usualBytes): Promise<unknown> {
  const mediaType = context.req.header('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  if (mediaType !== 'application/json') throw new ProblemError('media_type_unsupported');
  const text = await readText(context.req.raw, maxBytes);
  const value = parse(text);
  if (hasDuplicateNames(text)) throw new ProblemError('body_invalid');
  return value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new ProblemError('body_not_json');
  }
}

/** Counts while it reads: the length a caller announces is only a claim. */
async function readText(request: Request, maxBytes: number): Promise<string> {
  if (!request.body) return '';
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

/** JSON between systems is UTF-8 (RFC 8259 §8.1); anything else is not JSON. */
function decode(run: () => string): string {
  try {
    return run();
  } catch {
    throw new ProblemError('body_not_json');
  }
}
