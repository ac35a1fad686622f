/** Recovers the body of a request whose stream another part of the server has read. */
import type { HostRequest } from './host-request.js';
import { ProblemError } from '../http/problem-error.js';

/** What a request's body is taken from. `null`: its stream, which is untouched. */
export type RecoveredBody = string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> | null;

/**
 * Returns the body that a parser left at the request: the exact bytes if it kept them (`rawBody`), else what it read
 * (`body`). If there is neither, returns a stream that fails with `body_unavailable`, so that only requests whose body
 * is needed fail.
 */
export function recoverBody(incoming: HostRequest): RecoveredBody {
  if (!incoming.readableDidRead) return null;
  const { rawBody, body } = incoming;
  if (isText(rawBody)) return rawBody;
  if (isText(body)) return body;
  return (body === undefined ? null : toJson(body)) ?? unavailable();
}

function isText(value: unknown): value is string | Uint8Array<ArrayBuffer> {
  return typeof value === 'string' || value instanceof Uint8Array;
}

/** Returns `null` for what JSON can't hold. `1e400` is parsed as Infinity, and would become `null`, which deletes a value. */
function toJson(value: unknown): string | null {
  let isExact = true;
  const text = JSON.stringify(value, (_, each: unknown) => {
    if (typeof each === 'bigint' || (typeof each === 'number' && !Number.isFinite(each))) isExact = false;
    return typeof each === 'bigint' ? null : each;
  });
  return isExact ? text : null;
}

function unavailable(): ReadableStream<Uint8Array> {
  const cause = new Error(
    'the request body was read before the proxy could, and neither req.body nor req.rawBody has it: mount the proxy before ' +
      'what reads bodies',
  );
  return new ReadableStream(
    { pull: (controller) => controller.error(new ProblemError('body_unavailable', { cause })) },
    { highWaterMark: 0 },
  );
}
