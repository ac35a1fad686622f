/** Hides how long it took to find out that someone isn't a member of the organization. */
import { isProfileNotFound } from '../http/problem-error.js';

/** Far longer than the difference between reading an account and reading a 404. */
const stepMs = 20;

/**
 * Like `load`, but `profile_not_found` comes after a whole number of steps. An account of another organization takes some
 * tenths of a millisecond longer to read than one that doesn't exist, which shows in enough measurements.
 */
export async function padRefusal<T>(load: () => Promise<T>): Promise<T> {
  let endStep = (): void => undefined;
  // Begun before the load: timers count whole milliseconds, so one begun after it would keep the fraction it took.
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
