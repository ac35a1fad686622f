import { html, nothing } from 'lit';
import { formatList } from '../../messages/formats.js';
import { isolate } from '../../messages/isolated.js';
import { isRightToLeft } from '../../policy/localized-text.js';

/**
 * Joins items outside a sentence, as briefly as the language does. Not with `type: 'unit'`, which is for measures: it puts
 * nothing between the items in Chinese, and only a space in Japanese and Korean.
 * @example joinItems(['Admin', 'Help desk'], 'zh-Hans') // "Admin、Help desk"
 */
export const joinItems = (items: readonly string[], lang: string): string =>
  formatList(items, lang, { type: 'conjunction', style: 'narrow' });

/**
 * Joins names, in a sentence or briefly. From right to left, each is isolated, so that a Latin one reorders nothing. Not for
 * values that people copy.
 * @example joinNames(['Admin', 'Member'], 'en') // "Admin and Member"
 */
export function joinNames(
  names: readonly string[],
  lang: string,
  { type = 'conjunction', style = 'long' }: Intl.ListFormatOptions = {},
): string {
  const join = (each: readonly string[]) => formatList(each, lang, { type, style });
  // RLI around all of them: isolated by its first letter, a list would be read in the direction of its first name.
  return isRightToLeft(lang) ? `\u2067${join(names.map(isolate))}\u2069` : join(names);
}

/** Renders details in one line of text, those that there are. Each is isolated: none has an effect on the order of the others. */
export const oneLine = (details: readonly unknown[]) =>
  details.filter(Boolean).map((each, index) => html`${index > 0 ? ' · ' : nothing}<bdi>${each}</bdi>`);
