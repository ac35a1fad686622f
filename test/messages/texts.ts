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

export function textsOf(value: unknown, key: string): Text[] {
  if (typeof value === 'string') return [{ key, text: value }];
  if (typeof value === 'function') {
    const texts = samples.map((each) => String((value as (...args: readonly unknown[]) => unknown)(...each)));
    return [...new Set(texts)].map((text) => ({ key, text }));
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => textsOf(each, `${key}.${name}`));
}

const given = /‹.›|\b(null|undefined|group|each-login|social|true|date|email|\d+)\b/g;

/** A text without what it was given, so that only its own words are left. */
export const withoutGiven = (text: string) => text.replaceAll(given, '').trim();
