import { textFor } from '../../../messages/messages.js';
import type { FieldView } from '../../../policy/views/view.js';
import type { FieldValue } from '../../../policy/vocabulary.js';

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly group?: string;
  /** Where the label is in a language of its own. */
  readonly lang?: string;
}

/** Offered where a policy lists no languages: those that products are most often translated into. */
const commonLanguages =
  'ar bg bn ca cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv ms nb nl pl pt pt-BR ro ru sk sl sr sv th tr uk vi zh-Hans zh-Hant';

/** What a field offers, and the current value even if it is not offered any more: opening a form changes nothing. */
export function optionsFor(view: FieldView, current: FieldValue, lang: string): Option[] {
  const values = offered(view);
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

/** In the language itself, as its readers look for it. */
function languageName(tag: string): Pick<Option, 'label' | 'lang'> {
  try {
    const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
    const [first = '', ...rest] = name;
    return { label: first.toLocaleUpperCase(tag) + rest.join(''), lang: tag };
  } catch {
    return { label: tag };
  }
}

/** "America/Argentina/Buenos_Aires": the city first, because typing in a list finds by the first letters. */
function timeZoneName(zone: string): Pick<Option, 'label' | 'group'> {
  const [region = zone, ...places] = zone.replaceAll('_', ' ').split('/');
  return places.length > 0 ? { label: places.reverse().join(', '), group: region } : { label: region };
}
