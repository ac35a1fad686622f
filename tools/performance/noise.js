// @ts-check
/** Decides whether a figure is worse than the recorded one by more than noise. */

/** How much of a ratio is noise at least, because another machine has other ratios. */
const ratioNoise = 0.1;

/**
 * Returns whether a ratio is higher than the recorded one by more than that varied between its runs.
 * @param {number} ratio - Of something for which less is better.
 * @param {import('./ratios.js').Spread} recorded
 * @example isWorse(3.4, { median: 3, low: 2.9, high: 3.1 }) // true
 */
export const isWorse = (ratio, { median, low, high }) =>
  ratio - median > Math.max(high - low, median * ratioNoise);

/** Gzip makes some bytes more or less of the same code, because names of files contain hashes. */
const sizeNoise = { share: 0.005, bytes: 20 };

/**
 * Compares a size in bytes with the recorded one.
 * @param {number} bytes
 * @param {number} [recorded]
 * @returns {{ text: string, mark: '' | 'grew', isNoise: boolean }} the difference, and whether it is no more than gzip's noise
 * @example sizeChange(12_100, 12_000) // { text: '+100', mark: 'grew', isNoise: false }
 */
export function sizeChange(bytes, recorded) {
  if (recorded === undefined) return { text: 'new', mark: '', isNoise: false };
  const difference = bytes - recorded;
  const isNoise = Math.abs(difference) <= Math.max(sizeNoise.bytes, recorded * sizeNoise.share);
  const text = difference === 0 ? '' : `${difference > 0 ? '+' : '−'}${Math.abs(difference)}`;
  return { text, mark: !isNoise && difference > 0 ? 'grew' : '', isNoise };
}
