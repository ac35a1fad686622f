/**
 * Remembers, in `sessionStorage`, what a person was about to do when they had to leave the page to sign in again, or what
 * goes on without the page. Never holds a token or a password.
 */
import { parseObject, type Parse } from './parse.js';

const prefix = 'orgdesk:';
/** A sign-in takes no longer than this. */
const signInMs = 15 * 60 * 1000;

/** Saves an intent for after the redirect. Does nothing where the page has no storage: the intent is lost then. */
export function saveIntent(key: string, intent: unknown): void {
  try {
    sessionStorage.setItem(prefix + key, JSON.stringify({ at: Date.now(), intent }));
  } catch {
    // Private modes and sandboxed frames have no storage.
  }
}

/**
 * Takes a saved intent out of the storage, whatever it holds.
 * Any script of the page can write there: an intent that `parse` throws on, or one from another time, is discarded.
 * @param lifetimeMs - An older intent is discarded.
 * @returns The parsed intent, or `null` if there is none to use.
 */
export function consumeIntent<T>(key: string, parse: Parse<T>, lifetimeMs = signInMs): T | null {
  try {
    const stored = sessionStorage.getItem(prefix + key);
    sessionStorage.removeItem(prefix + key);
    if (stored === null) return null;
    const { at, intent } = parseObject(JSON.parse(stored));
    const isRecent = typeof at === 'number' && Math.abs(Date.now() - at) < lifetimeMs;
    return isRecent ? parse(intent) : null;
  } catch {
    return null;
  }
}

/** Removes a saved intent without using it. */
export function discardIntent(key: string): void {
  consumeIntent(key, () => null);
}

/** Returns whether an intent is saved, so that what consumes it can be loaded. */
export function hasIntent(key: string): boolean {
  try {
    return sessionStorage.getItem(prefix + key) !== null;
  } catch {
    return false;
  }
}
