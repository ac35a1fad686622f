/** Waits for several reads, so that the time of an answer doesn't tell which of them failed. */
import { isProfileNotFound } from '../http/problem-error.js';

/**
 * Like `Promise.all`, but waits for the others too if one rejects.
 * @throws the first reason in the order of the promises, other reasons before `profile_not_found`: that a person isn't
 *   there is a fact only if everything could be read.
 */
export async function allSettled<T extends readonly unknown[] | []>(
  promises: T,
): Promise<{ -readonly [Index in keyof T]: Awaited<T[Index]> }> {
  const results = await Promise.allSettled(promises);
  const reasons: unknown[] = [];
  for (const result of results) if (result.status === 'rejected') reasons.push(result.reason);
  if (reasons.length > 0) throw reasons.find((reason) => !isProfileNotFound(reason)) ?? reasons[0];
  return Promise.all(promises);
}
