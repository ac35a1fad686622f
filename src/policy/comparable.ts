/** Compares text as people do who typed it on another keyboard. Free of zod, because the browser loads it. */
import { normalizeValue } from './normalize-value.js';

/** Apostrophes that keyboards, word processors, and people put into names: "O’Brien", "O'Brien", "Oʼahu". */
const apostrophes = /[\u2018\u2019\u02b9\u02bb\u02bc\u02bd\u2032\uff07`´]/g;

/**
 * Returns the text without differences that people don't see: composition, case, apostrophes, characters without a glyph.
 * @example comparable('O’Brien') === comparable("o'brien") // true
 */
export function comparable(text: string): string {
  return String(normalizeValue('text', text) ?? '')
    .replace(apostrophes, "'")
    .toLowerCase();
}
