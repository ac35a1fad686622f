/**
 * Checks values by kind and constraints. The browser runs the checks while people type, and the proxy
 * repeats them. Free of zod, because the browser loads it.
 */
import { isAddress } from './address.js';
import { beforeInvisible } from './invisible.js';
import { hasLookAlikes, mixesScripts } from './look-alikes.js';
import { readPhone } from './read-phone.js';
import type { Constraints } from './views/view.js';
import type { FieldKind } from './vocabulary.js';

/** Why a value is invalid. The interface has a message for each code. */
export interface Violation {
  readonly code:
    | 'required'
    | 'not-removable'
    | 'type'
    | 'too-short'
    | 'too-long'
    | 'too-small'
    | 'too-large'
    | 'format'
    | 'pattern'
    | 'prohibited'
    | 'invisible'
    | 'look-alike'
    | 'no-country-code'
    | 'unknown-country-code'
    | 'extension'
    | 'two-numbers'
    | 'number-length'
    | 'choice'
    | 'too-many';
  /** The limit or the character that the value violates. For an invisible character: the text in front of it. */
  readonly limit?: number | string;
  /** The item of a list that violates it. */
  readonly item?: string;
}

/** The parts of a field view that decide which values are valid. */
export interface ValueRules {
  readonly kind: FieldKind;
  readonly required: boolean;
  readonly constraints: Constraints;
}

/** Longer than any attribute in Auth0. Bounds the work of the checks below. */
export const longestText = 10_000;
/** Of a free list without a limit of its own. */
export const mostItems = 100;

const lineBreaks = /[\n\r\t]/g;
/** Control characters and lone surrogates: others see the name, so none is allowed. */
const unprintable = /[\p{Cc}\p{Cs}]/u;
/** Kinds in which no script needs a joiner. */
const identifiers: readonly FieldKind[] = ['email', 'username', 'url', 'picture'];

/** The characters that Auth0 allows in a username. https://auth0.com/docs/authenticate/database-connections/require-username */
const username = /^[a-z0-9_+\-.!#$'^`~@]+$/;
const phoneLike = /^\+?[0-9]{6,15}$/;
const webAddress = /^https?:\/\/[^\s/?#@]+(?:[/?#]\S*)?$/i;
const secureWebAddress = /^https:\/\/[^\s/?#@]+(?:[/?#]\S*)?$/i;
const isoDate = /^\d{4}-\d{2}-\d{2}$/;

/** The format of a text, by kind. `null` for kinds with any text or none. */
const formats: Readonly<Record<FieldKind, ((value: string) => boolean) | null>> = {
  text: null,
  multiline: null,
  email: isAddress,
  phone: (value) => readPhone(value).number === value,
  username: (value) => username.test(value),
  url: (value) => webAddress.test(value),
  picture: (value) => secureWebAddress.test(value),
  choice: null,
  'multi-choice': null,
  list: null,
  boolean: null,
  date: isCalendarDate,
  language: isLanguageTag,
  'time-zone': isTimeZone,
  number: null,
};

/**
 * Returns why a value is invalid, or `null`. Expects values from {@link normalizeValue}.
 * @example checkValue({ kind: 'phone', required: false, constraints: {} }, '12') // { code: 'no-country-code' }
 */
export function checkValue(rules: ValueRules, value: unknown): Violation | null {
  if (value === null || value === undefined) return checkAbsence(rules);
  switch (rules.kind) {
    case 'boolean':
      return typeof value === 'boolean' ? null : { code: 'type' };
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
        ? checkRange(rules.constraints, value)
        : { code: 'type' };
    case 'multi-choice':
      return checkChoices(rules, value);
    case 'list':
      return checkItems(rules, value);
    default:
      return typeof value === 'string' ? checkText(rules, value) : { code: 'type' };
  }
}

function checkAbsence({ required, constraints }: ValueRules): Violation | null {
  if (required) return { code: 'required' };
  return constraints.removable === false ? { code: 'not-removable' } : null;
}

function checkText({ kind, required, constraints }: ValueRules, value: string): Violation | null {
  if (value === '') return checkAbsence({ kind, required, constraints });
  if (value.length > longestText) return { code: 'too-long', limit: constraints.maxLength ?? longestText };
  const printable = kind === 'multiline' ? value.replace(lineBreaks, '') : value;
  if (unprintable.test(printable)) return { code: 'format' };
  const visible = beforeInvisible(value, identifiers.includes(kind));
  if (visible !== null) return { code: 'invisible', limit: visible };
  const length = [...value].length;
  if (constraints.minLength !== undefined && length < constraints.minLength) {
    return { code: 'too-short', limit: constraints.minLength };
  }
  if (constraints.maxLength !== undefined && length > constraints.maxLength) {
    return { code: 'too-long', limit: constraints.maxLength };
  }
  if (constraints.choices && !constraints.choices.some((choice) => choice.value === value)) {
    return { code: 'choice' };
  }
  if (kind === 'email' && hasLookAlikes(value)) return { code: 'look-alike' };
  if (formats[kind]?.(value) === false) return { code: formatProblem(kind, value) };
  if (kind === 'username' && isMistakable(value, constraints)) return { code: 'format' };
  return kind === 'date' ? checkRange(constraints, value) : checkCharacters(constraints, value);
}

/** A phone number is refused with what to change. Texts of other kinds have one message. */
function formatProblem(kind: FieldKind, value: string): Violation['code'] {
  return (kind === 'phone' && readPhone(value).problem) || 'format';
}

/** Whether a username looks like an address or a phone number, on a connection that doesn't allow that. */
function isMistakable(value: string, { mayLookLike = [] }: Constraints): boolean {
  return (
    (isAddress(value) && !mayLookLike.includes('email')) ||
    (phoneLike.test(value) && !mayLookLike.includes('phone'))
  );
}

function checkCharacters(
  { pattern, prohibited, singleScript }: Constraints,
  value: string,
): Violation | null {
  const found = prohibited && [...prohibited].find((character) => value.includes(character));
  if (found) return { code: 'prohibited', limit: found };
  if (singleScript && mixesScripts(value)) return { code: 'look-alike' };
  return pattern !== undefined && !new RegExp(`^(?:${pattern})$`, 'u').test(value)
    ? { code: 'pattern' }
    : null;
}

function checkChoices(rules: ValueRules, value: unknown): Violation | null {
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string')) return { code: 'type' };
  if (value.length === 0) return checkAbsence(rules);
  const offered = new Set(rules.constraints.choices?.map((choice) => choice.value));
  return new Set(value).size === value.length && value.every((item) => offered.has(item))
    ? null
    : { code: 'choice' };
}

function checkItems(rules: ValueRules, value: unknown): Violation | null {
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string')) return { code: 'type' };
  if (value.length === 0) return checkAbsence(rules);
  const limit = rules.constraints.maxItems ?? mostItems;
  if (value.length > limit) return { code: 'too-many', limit };
  for (const item of value) {
    const violation = item === '' ? { code: 'type' as const } : checkText({ ...rules, kind: 'text' }, item);
    if (violation) return { ...violation, item };
  }
  return null;
}

/** Compares numbers by size and dates as text, because ISO dates sort as text. */
function checkRange<T extends number | string>({ min, max }: Constraints, value: T): Violation | null {
  if (typeof min === typeof value && value < (min as T)) return { code: 'too-small', limit: min as T };
  if (typeof max === typeof value && value > (max as T)) return { code: 'too-large', limit: max as T };
  return null;
}

/** @example isCalendarDate('2026-02-30') // false */
export function isCalendarDate(value: string): boolean {
  if (!isoDate.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

function isLanguageTag(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}

function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    // Node and browsers also accept offsets ("+01:00"), which aren't time zones.
    return !/^[+-]/.test(value);
  } catch {
    return false;
  }
}
