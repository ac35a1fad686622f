/** Decodes files of spreadsheets, which don't say how they are encoded: by their mark, else by their content. */

/**
 * Returns the text of a file in UTF-8, UTF-16, windows-1252, or Macintosh Roman, without its mark.
 * @example decodeText(await file.arrayBuffer())
 */
export function decodeText(file: ArrayBuffer): string {
  const bytes = new Uint8Array(file);
  const decode = (label: string) => new TextDecoder(label, { fatal: label === 'utf-8' }).decode(bytes);
  const label = utf16Label(bytes);
  if (label) return decode(label);
  try {
    return decode('utf-8');
  } catch {
    const [windows, macintosh] = [decode('windows-1252'), decode('macintosh')];
    return plausibility(macintosh) > plausibility(windows) ? macintosh : windows;
  }
}

/** Addresses, separators, and digits are half zeros in UTF-16. Other encodings of a text have hardly any. */
function utf16Label(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const zeros = { even: 0, odd: 0 };
  bytes.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2 === 0 ? 'even' : 'odd'] += 1;
  });
  if (zeros.even + zeros.odd < bytes.length / 8 || bytes.length < 2) return null;
  return zeros.odd > zeros.even ? 'utf-16le' : 'utf-16be';
}

/** Letters that western names, roles, and headings have. */
const usualLetter = /[äöüßéèêëáàâãåíîïóôõøúùûçñæ]/iu;
const [letter, smallLetter, capital] = [/\p{L}/u, /\p{Ll}/u, /\p{Lu}/u];

/** Rates how much of what isn't ASCII reads like words: the two encodings have the letters of one at the signs of the other. */
function plausibility(text: string): number {
  const characters = [...text];
  let score = 0;
  characters.forEach((character, at) => {
    if (character <= '\x7f') return;
    const [before, after] = [characters[at - 1] ?? '', characters[at + 1] ?? ''];
    const fits = smallLetter.test(character)
      ? letter.test(before) && !capital.test(after)
      : capital.test(character) && !smallLetter.test(before);
    if (fits) score += usualLetter.test(character) ? 3 : 1;
    // "O’Brien", "Sales – North", and a closing quote.
    else if ('’”–'.includes(character) && !smallLetter.test(after)) score += 3;
  });
  return score;
}
