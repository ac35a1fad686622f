/** Streams a file page by page, so that a large one needs no memory. */
import { describeError } from '../describe-error.js';
import type { Settings } from '../options.js';
import type { Storage } from '../storage/storage.js';
import { ProblemError } from './problem-error.js';
import type { loggedRequestOf } from './request.js';

/** A part of the file. */
export interface ExportPage<Position> {
  readonly text: string;
  /** Where the next page starts; `null` after the last. */
  readonly next: Position | null;
}

export interface ExportEnds {
  /** Called if a page after the first can't be read. */
  onFailure(reason: unknown): void;
  /** Called when the export ends: complete, failed, or canceled by the reader. */
  onEnd(): Promise<void>;
}

/** A failure after the first page errors the stream, so that the reader notices that the file is incomplete. */
export function streamPages<Position>(
  first: ExportPage<Position>,
  readNext: (position: Position) => Promise<ExportPage<Position>>,
  { onFailure, onEnd }: ExportEnds,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let { text, next } = first;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          // A page without matches writes nothing, and isn't the end.
          while (text === '') {
            if (next === null) {
              controller.close();
              return await onEnd();
            }
            ({ text, next } = await readNext(next));
          }
          controller.enqueue(encoder.encode(text));
          text = '';
        } catch (reason) {
          onFailure(reason);
          controller.error(reason);
          await onEnd();
        }
      },
      cancel: onEnd,
    },
    { highWaterMark: 0 },
  );
}

/** Logs that an export broke off, after its response had begun with the status 200. */
export function logBrokenOff(
  log: Settings['log'],
  request: ReturnType<typeof loggedRequestOf>,
  startedAt: number,
  reason: unknown,
): void {
  const code = reason instanceof ProblemError ? reason.code : 'internal';
  const cause = reason instanceof ProblemError ? reason.cause : reason;
  log({
    ...request,
    status: 200,
    durationMs: Date.now() - startedAt,
    code,
    cause: `broken off: ${cause instanceof Error ? describeError(cause) : code}`,
  });
}

/** Exports of one organization at a time. The window frees a slot whose process died. */
const slots = { max: 2, seconds: 600 };
/** Seconds. A slot is usually free long before its window ends. */
const maxRetryAfter = 30;

/**
 * Takes one of the organization's export slots.
 * @returns A function that frees the slot. Calling it again does nothing.
 * @throws {ProblemError} `rate_limited` if all slots are taken.
 */
export async function takeExportSlot(
  { quotas }: Pick<Storage, 'quotas'>,
  organizationId: string,
): Promise<() => Promise<void>> {
  const key = JSON.stringify(['members.export', organizationId]);
  const retryAfter = await quotas.take(key, slots);
  if (retryAfter > 0) {
    throw new ProblemError('rate_limited', { retryAfter: Math.min(retryAfter, maxRetryAfter) });
  }
  let isTaken = true;
  return async function freeSlot() {
    if (!isTaken) return;
    isTaken = false;
    await quotas.giveBack(key);
  };
}
