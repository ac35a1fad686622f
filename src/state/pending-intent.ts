/**
 * Remembers, in `sessionStorage`, what a person was about to do when they had to leave the page to sign in again, or what
 * goes on without the page. Never holds a token or a password.
 */
import { parseObject, type Parse } from './parse.js';

const prefix = 'orgdesk:';
/** A sign-in takes no longer than this. */
const signInMs = 15 * 60 * 1000;

/** Saves an intent for after the redirect. Returns `false` where the page has no storage: the intent would be lost. */
export function saveIntent(key: string, intent: unknown): boolean {
  try {
    sessionStorage.setItem(prefix + key, JSON.stringify({ at: Date.now(), intent }));
    return true;
  } catch {
    // Private modes and sandboxed frames have no storage.
    return false;
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
    return Math.abs(ageOf(at)) < lifetimeMs ? parse(intent) : null;
  } catch {
    return null;
  }
}

/** Removes a saved intent without using it. */
export function discardIntent(key: string): void {
  consumeIntent(key, () => null);
}

/** Removes an intent that is too old to resume after a sign-in. Returns whether there was one: its owner needs to know. */
export function discardExpiredIntent(key: string): boolean {
  try {
    const { at } = parseObject(JSON.parse(sessionStorage.getItem(prefix + key) ?? ''));
    const isExpired = ageOf(at) >= signInMs;
    if (isExpired) discardIntent(key);
    return isExpired;
  } catch {
    return false;
  }
}

/** In milliseconds; negative in the future, and `NaN` if it isn't a time. */
function ageOf(at: unknown): number {
  return typeof at === 'number' ? Date.now() - at : Number.NaN;
}

/** Returns whether an intent is saved, so that what consumes it can be loaded. */
export function hasIntent(key: string): boolean {
  try {
    return sessionStorage.getItem(prefix + key) !== null;
  } catch {
    return false;
  }
}
