import { formatList, formatNumber, pluralRules } from './formats.js';

/** The words of a count, by plural category of the locale. `#` stands for the number. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** Formats counts and lists for one locale. */
export interface Formatter {
  /**
   * Returns the form for `count`, with `#` replaced by the formatted number.
   * @example plural(2, { one: '# member', other: '# members' }) // "2 members"
   */
  plural(count: number, forms: PluralForms): string;
  /**
   * Joins items the way the locale does.
   * @example list(['Admin', 'Member']) // "Admin and Member"
   */
  list(items: readonly string[]): string;
}

/**
 * Creates the plural and list helpers of a locale, on `Intl.PluralRules`, `Intl.NumberFormat` and `Intl.ListFormat`.
 * @param locale - A BCP 47 tag, such as `en` or `de`.
 */
export function createFormatter(locale: string): Formatter {
  return {
    plural: (count, forms) =>
      (forms[pluralRules(locale).select(count)] ?? forms.other).replace('#', formatNumber(count, locale)),
    list: (items) => formatList(items, locale),
  };
}
