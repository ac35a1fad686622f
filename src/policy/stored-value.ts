/**
 * Reads stored values by the kind of their field. Sign-up forms, imports, directories, and Actions store any JSON: a consent
 * as `"true"`, a count as `"12"`, two names in a list. What a form can't show in full, it must not overwrite.
 */
import { isCalendarDate } from './check-value.js';
import { valueAt } from './metadata-path.js';
import type { AttributeValues } from './target.js';
import type { Attribute, FieldKind, FieldValue } from './vocabulary.js';

/** A stored value as its field shows it. */
export interface StoredValue {
  /** `null` if it isn't set. A value that doesn't fit the kind is shown as text. */
  readonly value: FieldValue;
  /** Whether the value fits the kind. If not, a form can't edit it without losing something. */
  readonly isReadable: boolean;
}

const notSet: StoredValue = { value: null, isReadable: true };

/**
 * Returns the value of an attribute as a field of this kind shows it.
 * @example readStored('boolean', { 'user_metadata.newsletter': 'true' }, 'user_metadata.newsletter').value // true
 */
export function readStored(kind: FieldKind, values: AttributeValues, attribute: Attribute): StoredValue {
  const { stored, isReachable } = valueAt(values, attribute);
  // What is in the way isn't shown: it can hold what other fields hide.
  if (!isReachable) return { value: null, isReadable: false };
  if (stored === null || stored === undefined || stored === '') return notSet;
  const value = readers[kind](stored);
  return value === undefined
    ? { value: shownAsText(stored), isReadable: false }
    : { value, isReadable: true };
}

type Reader = (stored: unknown) => Exclude<FieldValue, null> | undefined;

const lineBreak = /[\n\r]/;
/** A control with one line would drop line breaks. */
const oneLine: Reader = (stored) => {
  const text = toText(stored);
  return text !== undefined && lineBreak.test(text) ? undefined : text;
};

/** The reading of each kind. `undefined` for a value that doesn't fit. */
const readers: Readonly<Record<FieldKind, Reader>> = {
  text: oneLine,
  multiline: toText,
  email: oneLine,
  phone: oneLine,
  username: oneLine,
  url: oneLine,
  picture: oneLine,
  choice: toText,
  'multi-choice': toList,
  list: toLines,
  boolean: toBoolean,
  date: toDate,
  language: toText,
  'time-zone': toText,
  number: toNumber,
};

function toText(stored: unknown): string | undefined {
  if (typeof stored === 'string') return stored;
  return typeof stored === 'number' ? String(stored) : undefined;
}

function toList(stored: unknown): readonly string[] | undefined {
  const items = (Array.isArray(stored) ? stored : [stored]).map(toText);
  const texts = items.filter((item) => item !== undefined && item !== '') as string[];
  return texts.length === items.length ? [...new Set(texts)] : undefined;
}

/** A control with a line for each item would divide an item with line breaks. */
function toLines(stored: unknown): readonly string[] | undefined {
  const items = (Array.isArray(stored) ? stored : [stored]).map(toText);
  const lines = items.filter((item) => item !== undefined && item.trim() !== '' && !lineBreak.test(item));
  return lines.length === items.length ? (lines as string[]) : undefined;
}

function toBoolean(stored: unknown): boolean | undefined {
  if (typeof stored === 'boolean') return stored;
  if (typeof stored !== 'string') return undefined;
  const word = stored.trim().toLowerCase();
  return word === 'true' ? true : word === 'false' ? false : undefined;
}

/** Plain decimals. Leading zeros belong to a code, and more digits than a number holds would be lost. */
const decimal = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?$/;

function toNumber(stored: unknown): number | undefined {
  if (typeof stored === 'number') return stored;
  return typeof stored === 'string' && decimal.test(stored.trim()) ? Number(stored) : undefined;
}

/** The day as written, which is what the author of the instant saw. */
const instant = /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/i;

function toDate(stored: unknown): string | undefined {
  const day = typeof stored === 'string' ? instant.exec(stored.trim())?.[1] : undefined;
  // A date control has no year 0.
  return day !== undefined && isCalendarDate(day) && !day.startsWith('0000') ? day : undefined;
}

/**
 * Returns a stored value as text for reading: lists with commas, other structures as JSON.
 * @example shownAsText(['Mia', 'Maria']) // 'Mia, Maria'
 */
export function shownAsText(stored: unknown): string {
  if (typeof stored === 'string') return stored;
  const items = Array.isArray(stored) ? stored.map(toText) : [undefined];
  return items.every((item) => item !== undefined) ? items.join(', ') : JSON.stringify(stored);
}

/**
 * Returns a name, an address, or another stored text for a list of people, or `null`. A structure is no text.
 * @example listedText(['Mia', 'Maria']) // 'Mia, Maria'
 */
export function listedText(stored: unknown): string | null {
  if (typeof stored === 'string') return stored || null;
  const isText = [stored].flat().every((item) => toText(item) !== undefined);
  return isText ? shownAsText(stored) || null : null;
}

/**
 * Returns the URL of a picture for a list of people, or `null`. Pages load it, so nothing is made into one.
 * @example listedPicture({ data: {} }) // null
 */
export function listedPicture(stored: unknown): string | null {
  return typeof stored === 'string' ? stored || null : null;
}

/**
 * Returns whether an attribute holds exactly this value.
 * @example isStored({ nickname: 'Mia' }, 'nickname', 'Mia') // true
 */
export function isStored(values: AttributeValues, attribute: Attribute, value: FieldValue): boolean {
  return JSON.stringify(valueAt(values, attribute).stored ?? null) === JSON.stringify(value);
}
