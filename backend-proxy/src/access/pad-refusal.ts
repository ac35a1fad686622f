/** Hides how long it took to find out that someone isn't a member of the organization. */
import { isProfileNotFound } from '../http/problem-error.js';

/** Far longer than the time that reading an account takes more than reading that there is none. */
const stepMs = 20;

/**
 * Like `load`, but `profile_not_found` comes after a whole number of steps. An account of another organization takes
 * some tenths of a millisecond longer to read than one that doesn't exist, and whoever measures often enough would see it.
 */
export async function padRefusal<T>(load: () => Promise<T>): Promise<T> {
  let endStep = (): void => undefined;
  // Begun before the load. A timer counts whole milliseconds: one that is begun afterwards keeps the fraction of when that was.
  const steps = setInterval(() => endStep(), stepMs);
  try {
    return await load();
  } catch (reason) {
    if (isProfileNotFound(reason)) await new Promise<void>((resolve) => (endStep = resolve));
    throw reason;
  } finally {
    clearInterval(steps);
  }
}
