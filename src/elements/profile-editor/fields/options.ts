import { textFor } from '../../../policy/localized-text.js';
import type { FieldView } from '../../../policy/views/view.js';
import type { FieldValue } from '../../../policy/vocabulary.js';

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly group?: string;
  /** Language of the label, if it differs from the reader's. */
  readonly lang?: string;
}

/** Offered if the policy lists no languages: the ones products are translated into most often. */
const commonLanguages =
  'ar bg bn ca cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv ms nb nl pl pt pt-BR ro ru sk sl sr sv th tr uk vi zh-Hans zh-Hant';

/** The choices of a field. Includes the current value even if it is no longer offered, so that opening a form changes nothing. */
export function optionsFor(
  view: FieldView,
  current: FieldValue,
  lang: string,
  values = offered(view),
): Option[] {
  const kept = [current].flat().filter((value) => typeof value === 'string' && !values.includes(value));
  return [...values, ...(kept as string[])].map((value) => optionFor(view, value, lang));
}

export function optionFor({ kind, constraints }: FieldView, value: string, lang: string): Option {
  const label = constraints.choices?.find((choice) => choice.value === value)?.label;
  const text = label && textFor(label, lang);
  if (text !== undefined) return { value, label: text };
  if (kind === 'language') return { value, ...languageName(value) };
  return kind === 'time-zone' ? { value, ...timeZoneName(value) } : { value, label: value };
}

function offered({ kind, constraints }: FieldView): readonly string[] {
  if (constraints.choices) return constraints.choices.map((choice) => choice.value);
  if (kind === 'language') return commonLanguages.split(' ');
  return kind === 'time-zone' ? ['UTC', ...Intl.supportedValuesOf('timeZone')] : [];
}

/** The name of a language in that language, as its speakers look for it. */
function languageName(tag: string): Pick<Option, 'label' | 'lang'> {
  try {
    const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
    const [first = '', ...rest] = name;
    return { label: first.toLocaleUpperCase(tag) + rest.join(''), lang: tag };
  } catch {
    return { label: tag };
  }
}

/** Puts the city first, because typing in a list matches the first letters: "Buenos Aires, Argentina". */
function timeZoneName(zone: string): Pick<Option, 'label' | 'group'> {
  const [region = zone, ...places] = zone.replaceAll('_', ' ').split('/');
  return places.length > 0 ? { label: places.reverse().join(', '), group: region } : { label: region };
}
