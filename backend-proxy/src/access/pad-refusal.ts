/** Hides how long it took to find out that someone isn't a member of the organization. */
import { isProfileNotFound } from '../http/problem-error.js';

/** Far longer than the time that reading an account takes more than reading that there is none. */
const stepMs = 20;

/**
 * Like `load`, but `profile_not_found` comes after a whole number of steps. An account of another organization takes
 * some tenths of a millisecond longer to read than one that doesn't exist, and whoever measures often enough would see it.
 */
export async function padRefusal<T>(load: () => Promise<T>): Promise<T> {
  const startedAt = performance.now();
  try {
    return await load();
  } catch (reason) {
    if (isProfileNotFound(reason)) await endOfStep(startedAt);
    throw reason;
  }
}

async function endOfStep(startedAt: number): Promise<void> {
  const steps = Math.ceil((performance.now() - startedAt) / stepMs);
  const end = startedAt + steps * stepMs;
  // A timer counts whole milliseconds, and can fire before the end of the last one.
  for (let left = end - performance.now(); left > 0; left = end - performance.now()) await sleep(left);
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
