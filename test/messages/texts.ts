/** Reads every text out of a catalog: strings as they are, functions called with sample arguments. */

export interface Text {
  /** Where it is, as `account.deletion.action`. */
  readonly key: string;
  readonly text: string;
}

/** Arguments for the functions of a catalog. Strings are marked, so that they can be removed from the result. */
const samples: readonly (readonly unknown[])[] = [
  ['‹a›', '‹b›', '‹c›', '‹d›'],
  [1, 2, 3],
  [2, 5, 7],
  [3, 3],
  ['‹a›', 0],
  ['‹a›', 2],
  ['‹a›', 'each-login'],
  ['‹a›', 'social'],
  ['‹a›', true, '‹c›'],
  [null, null],
  ['group'],
  ['', ''],
  [0],
  [3, 'date'],
  [3, 'email'],
  ['1', '2', null],
];

/** Counts beside a name that has the sign for a count. */
const namesWithSign: typeof samples = [
  ['‹#›', 1],
  ['‹#›', 2],
  [1, '‹#›'],
  [2, '‹#›'],
];

export function textsOf(value: unknown, key: string, given = samples): Text[] {
  if (typeof value === 'string') return [{ key, text: value }];
  if (typeof value === 'function') {
    const texts = given.map((each) => String((value as (...args: readonly unknown[]) => unknown)(...each)));
    return [...new Set(texts)].map((text) => ({ key, text }));
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => textsOf(each, `${key}.${name}`, given));
}

/** A count that every language writes with a separator, as each of two parameters. */
const largeCounts: typeof samples = [
  [12_345, '‹b›'],
  ['‹a›', 12_345],
];

/** The texts in which a count stands as it is, though English formats it. */
export const plainCounts = (value: unknown, english: unknown): Text[] =>
  largeCounts.flatMap((given) => {
    const originals = textsOf(english, 'catalog', [given]).filter(({ text }) => text.includes('12,345'));
    const counting = new Set(originals.map(({ key }) => key));
    return textsOf(value, 'catalog', [given]).filter(
      ({ key, text }) => counting.has(key) && text.includes('12345'),
    );
  });

/** The texts in which a count stands in the place of the `#` of a name. */
export const countsInNames = (value: unknown): Text[] =>
  textsOf(value, 'catalog', namesWithSign).filter(({ text }) => /‹[^#]+›/.test(text));

const given = /‹.›|\b(null|undefined|group|each-login|social|true|date|email|\d+)\b/g;

/** A text without what it was given, so that only its own words are left. */
export const withoutGiven = (text: string) => text.replaceAll(given, '').trim();
