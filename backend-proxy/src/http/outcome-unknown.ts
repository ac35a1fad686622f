import type { Storage } from '../storage/storage.js';
import { ProblemError } from './problem-error.js';

/** Returns the problem of an email that may have been sent: its cool-down goes on, and says when another one can be. */
export async function outcomeUnknown(
  { cooldowns }: Pick<Storage, 'cooldowns'>,
  cooldown: string,
  cause?: unknown,
): Promise<ProblemError> {
  const retryAfter = await cooldowns.left(cooldown);
  return new ProblemError('outcome_unknown', { ...(retryAfter > 0 && { retryAfter }), cause });
}
