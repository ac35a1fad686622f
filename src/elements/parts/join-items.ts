const formats = new Map<string, Intl.ListFormat>();

/**
 * Joins items outside a sentence, as briefly as the language does. Not with `type: 'unit'`, which is for measures: it puts
 * nothing between the items in Chinese, and only a space in Japanese and Korean.
 * @example joinItems(['Admin', 'Help desk'], 'zh-Hans') // "Admin、Help desk"
 */
export function joinItems(items: readonly string[], lang: string): string {
  const format = formats.get(lang) ?? new Intl.ListFormat(lang, { style: 'narrow' });
  formats.set(lang, format);
  return format.format(items);
}
