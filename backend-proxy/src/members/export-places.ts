/** How many files of one organization's members may be written at once: each is as long as the list of them. */
import { ProblemError } from '../http/problem-error.js';
import type { Quotas } from '../storage/storage.js';

/** Whoever goes away without giving a place back, as a process that dies does, keeps it no longer than this. */
const places = { most: 2, seconds: 600 };
/** One that is taken may be free long before that. */
const maxRetryAfter = 30;

/** Answers how to give the place back, which counts once. @throws `rate_limited` */
export async function takePlace(quotas: Quotas, organizationId: string): Promise<() => Promise<void>> {
  const key = JSON.stringify(['members.export', organizationId]);
  const retryAfter = await quotas.take(key, places);
  if (retryAfter > 0) {
    throw new ProblemError('rate_limited', { retryAfter: Math.min(retryAfter, maxRetryAfter) });
  }
  let isTaken = true;
  return async function giveBack() {
    if (!isTaken) return;
    isTaken = false;
    await quotas.giveBack(key);
  };
}
