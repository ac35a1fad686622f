/** Formats of `Intl`, each created once for a language and its options: that takes as long as using one a hundred times. */

/** Returns a function that creates a format once for each language and options. */
function memoize<Options, Format>(create: (lang: string, options?: Options) => Format) {
  const formats = new Map<string, Format>();
  return (lang: string, options?: Options): Format => {
    const key = lang + JSON.stringify(options);
    const format = formats.get(key) ?? create(lang, options);
    formats.set(key, format);
    return format;
  };
}

/**
 * Returns the format of dates and times in a language, in the time zone of the browser unless `options` name another.
 * @throws RangeError if `lang` isn't a BCP 47 tag.
 * @example dateTimeFormat('en', { dateStyle: 'long' }).format(0) // "January 1, 1970"
 */
export const dateTimeFormat = memoize(
  (lang, options?: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(lang, options),
);

export const relativeTimeFormat = memoize(
  (lang, options?: Intl.RelativeTimeFormatOptions) => new Intl.RelativeTimeFormat(lang, options),
);

const listFormat = memoize((lang, options?: Intl.ListFormatOptions) => new Intl.ListFormat(lang, options));

/** Joins items the way a language does. Most lists have one item, and need no format, whose creation takes milliseconds. */
export const formatList = (
  items: readonly string[],
  lang: string,
  options?: Intl.ListFormatOptions,
): string => (items.length < 2 ? (items[0] ?? '') : listFormat(lang, options).format(items));

const numberFormat = memoize((lang) => new Intl.NumberFormat(lang));

/** Formats a number: "12,345". */
export const formatNumber = (value: number, lang: string): string => numberFormat(lang).format(value);

export const pluralRules = memoize((lang) => new Intl.PluralRules(lang));

/**
 * Has the browser read its data about languages, which takes as long as rendering a list. Whatever is created first waits for
 * it, so call this while there is nothing else to do.
 */
export function prepareFormats(lang: string): void {
  pluralRules(lang);
}
