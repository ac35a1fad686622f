/**
 * What somebody was about to do when they had to leave the page to sign in again. It stays in the tab and ends with it;
 * a token or a password is never part of it.
 */

const prefix = 'orgdesk:';
/** Who comes back later than this has forgotten what it was. */
const lifetimeMs = 15 * 60 * 1000;

/** Keeps the intent over a redirect. Where the tab may not store anything, it is lost, and nothing else is. */
export function saveIntent(key: string, intent: unknown): void {
  try {
    sessionStorage.setItem(prefix + key, JSON.stringify({ at: Date.now(), intent }));
  } catch {
    // Private modes and sandboxed frames have no storage.
  }
}

/** The intent of before, once; `null` where there is none, or none that is recent. */
export function consumeIntent(key: string): unknown {
  try {
    const stored = sessionStorage.getItem(prefix + key);
    sessionStorage.removeItem(prefix + key);
    const { at, intent } = JSON.parse(stored ?? 'null') as { at: number; intent: unknown };
    return Date.now() - at < lifetimeMs ? intent : null;
  } catch {
    return null;
  }
}

/** Whether there is one to take. For whoever would have to load something to take it. */
export function hasIntent(key: string): boolean {
  try {
    return sessionStorage.getItem(prefix + key) !== null;
  } catch {
    return false;
  }
}
