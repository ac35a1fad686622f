import { formatList, formatNumber, pluralRules } from './formats.js';

/**
 * The words of a count. In a string, `#` stands for the number. A text that holds other values, too, is a function: a name
 * may have a `#` of its own.
 */
type PluralForm = string | ((number: string) => string);

/** By plural category of the locale. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, PluralForm>>> & {
  readonly other: PluralForm;
};

/** Formats counts and lists for one locale. */
export interface Formatter {
  /**
   * Returns the form for `count`, with the formatted number in it.
   * @example
   * plural(2, { one: '# member', other: '# members' }); // "2 members"
   * plural(2, { one: () => `${name} and one more`, other: (number) => `${name} and ${number} more` });
   */
  plural(count: number, forms: PluralForms): string;
  /**
   * Formats a count that needs no words.
   * @example formatted(1234) // "1,234"
   */
  formatted(count: number): string;
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
    plural: (count, forms) => {
      const form = forms[pluralRules(locale).select(count)] ?? forms.other;
      const number = formatNumber(count, locale);
      return typeof form === 'string' ? form.replace('#', number) : form(number);
    },
    formatted: (count) => formatNumber(count, locale),
    list: (items) => formatList(items, locale),
  };
}
