/** Settles writes whose outcome is unknown by reading what the tenant holds. */
import { ProblemError } from '../http/problem-error.js';
import { asUnavailable, isNotFound } from './auth0-refusal.js';
import { isOutcomeUnknown, type CallContext } from './http.js';

export interface WatchedCall {
  readonly call: CallContext;
  /** Returns whether a write was sent with the call, and may have been carried out although the task failed with this. */
  mayHaveWritten(reason: unknown): boolean;
}

/** Returns a call context that notes whether a write is sent with it. */
export function watchWrites(call: CallContext): WatchedCall {
  let isSent = false;
  const onWrite = async () => {
    await call.onWrite?.();
    isSent = true;
  };
  return {
    call: { ...call, onWrite },
    mayHaveWritten: (reason) => isSent && (!(reason instanceof ProblemError) || isOutcomeUnknown(reason)),
  };
}

/**
 * Awaits a write. If its outcome is unknown, returns the result of `lookUp`.
 * @param lookUp - Reads the result, or returns `null` if it isn't there. The write can still arrive, so its absence
 *   proves nothing.
 * @throws the failure of the write if the lookup fails or finds nothing
 */
export async function orLookUp<T>(write: Promise<T>, lookUp: () => Promise<T | null>): Promise<T> {
  try {
    return await write;
  } catch (reason) {
    const found = isOutcomeUnknown(reason) ? await lookUp().catch(() => null) : null;
    if (found === null) throw reason;
    return found;
  }
}

/**
 * Awaits a removal. A 404 and an unknown outcome are a success only if a read agrees that nothing is left.
 * @throws the failure of the removal otherwise; a 404 and any other refusal as `upstream_unavailable`
 */
export async function untilGone(removal: Promise<unknown>, isGone: () => Promise<boolean>): Promise<void> {
  try {
    await removal;
  } catch (reason) {
    const isOpen = isNotFound(reason) || isOutcomeUnknown(reason);
    if (!(isOpen && (await isGone().catch(() => false)))) throw asUnavailable(reason);
  }
}
