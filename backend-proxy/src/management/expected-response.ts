/** Defines the success of a call: the documented statuses, and a body of the documented form. */
import type { z } from 'zod';
import type { ResponseHead } from './transport.js';

export interface ExpectedResponse<T> {
  readonly statuses: readonly number[];
  /** Most bytes read of the body, after decompression. */
  readonly maxBytes: number;
  /**
   * Parses the body.
   * @param warn - Receives the reason why rows of a list are left out.
   * @throws {UnexpectedResponse} if the body does not have the documented form
   */
  readonly parse: (text: string, response: ResponseHead, warn: (message: string) => void) => T;
}

/** Thrown for a response that must not be believed. The message quotes nothing of it. */
export class UnexpectedResponse extends Error {
  override readonly name = 'UnexpectedResponse';
}

/** A page of 50 users with large metadata stays below this. */
export const maxJsonBytes = 4 * 1024 * 1024;
const maxTextBytes = 4 * 1024;

/** Expects JSON that fits the schema. */
export function json<T>(schema: z.ZodType<T>, maxBytes = maxJsonBytes): ExpectedResponse<T> {
  return {
    statuses: [200],
    maxBytes,
    parse: (text, { headers }) => parseWith(schema, parseJson(text, headers)),
  };
}

/**
 * Expects JSON that the caller doesn't use: the status and the media type prove the success. A body that is cut off must
 * not turn it into an unknown outcome, after which an email would be sent twice.
 */
export function unusedJson(status: 201): ExpectedResponse<undefined> {
  return {
    statuses: [status],
    maxBytes: maxJsonBytes,
    parse: (_, { headers }) => {
      if (!isJson(headers)) throw new UnexpectedResponse('a body that is not JSON');
      return undefined;
    },
  };
}

/** Expects no body: a response with one comes from a gateway in front of Auth0. */
export function empty(status: 202 | 204): ExpectedResponse<undefined> {
  return {
    statuses: [status],
    maxBytes: 0,
    parse: (text, response) => {
      // `fetch` hides the body of a 204, but not the header that announces one.
      const announced = response.status === 204 ? Number(response.headers.get('content-length') ?? 0) : 0;
      if (text !== '' || announced > 0) throw new UnexpectedResponse('a body where none is documented');
      return undefined;
    },
  };
}

/** Expects a sentence, whose media type Auth0 doesn't document, and no markup. */
export function plainText(): ExpectedResponse<string> {
  return {
    statuses: [200],
    maxBytes: maxTextBytes,
    parse: (text) => {
      if (/^\s*(?:<|$)/.test(text)) throw new UnexpectedResponse('a page, or nothing, instead of a sentence');
      return text;
    },
  };
}

/** Parses a body of the JSON media type. @throws {UnexpectedResponse} */
export function parseJson(text: string, headers: ResponseHead['headers']): unknown {
  if (!isJson(headers)) throw new UnexpectedResponse('a body that is not JSON');
  try {
    return JSON.parse(text);
  } catch {
    throw new UnexpectedResponse(text === '' ? 'an empty body' : 'a body that is cut off');
  }
}

/** Whether a response is of the JSON media type. */
export function isJson(headers: ResponseHead['headers']): boolean {
  return /^application\/(?:[\w.+-]+\+)?json$/.test(mediaTypeOf(headers));
}

function mediaTypeOf(headers: ResponseHead['headers']): string {
  return (headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/** @throws {UnexpectedResponse} */
export function parseWith<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new UnexpectedResponse(`a body that does not fit at ${placesOf(parsed.error)}`);
}

/** Names the parts that are wrong without quoting personal data. */
export function placesOf(error: z.ZodError): string {
  return error.issues.map(({ path }) => path.join('.') || 'the top').join(', ');
}
