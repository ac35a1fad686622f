/** Compares text as people do who typed it on another keyboard. Free of zod, because the browser loads it. */
import { withoutInvisible } from './invisible.js';

/** Apostrophes that keyboards, word processors, and people put into names: "O’Brien", "O'Brien", "Oʼahu". */
const apostrophes = /[\u2018\u2019\u201b\u02b9\u02bb-\u02bd\u2032\uff07`´]/g;

/**
 * Returns a text as it is searched for: composed (NFC), with a straight apostrophe and single spaces, and without what no one
 * can see.
 * @example searchable(' O’Brien\u200b') // "O'Brien"
 */
export function searchable(text: string): string {
  return withoutInvisible(text).normalize('NFC').replace(apostrophes, "'").replace(/\s+/gu, ' ');
}

/**
 * Returns a text that is equal for texts that read the same in any case.
 * @example comparable('O’Brien') === comparable("o'brien") // true
 */
export function comparable(text: string): string {
  return searchable(text).toLowerCase();
}
