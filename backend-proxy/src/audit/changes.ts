/** The values that an audit entry keeps of a changed profile. */
import type { AuditChange, AuditValue } from '../../../src/contract/index.js';
import {
  maskValue,
  readStored,
  type Change,
  type FieldValue,
  type Policy,
} from '../../../src/policy/index.js';
import type { FieldKind } from '../../../src/policy/vocabulary.js';
import type { User } from '../management/index.js';

/** Longer texts are cut: the log answers what was changed, and isn't a backup. */
const maxLength = 200;

/** Contact data is masked: an entry outlives the address, and no one needs it in full to see that it changed. */
const recordedAs: Readonly<Record<FieldKind, 'full' | 'masked'>> = {
  text: 'full',
  multiline: 'full',
  email: 'masked',
  phone: 'masked',
  username: 'full',
  url: 'full',
  // An address that can hold a key to the picture.
  picture: 'masked',
  choice: 'full',
  'multi-choice': 'full',
  list: 'full',
  boolean: 'full',
  // Mostly a date of birth.
  date: 'masked',
  language: 'full',
  'time-zone': 'full',
  number: 'full',
};

/**
 * Returns the changes with their values before and after. Fields that a rule of the policy masks are recorded masked.
 * @example describeChanges(policy, user, changes) // [{ field: 'jobTitle', from: null, to: 'Lead' }]
 */
export function describeChanges(
  policy: Policy,
  { values }: Pick<User, 'values'>,
  changes: readonly Change[],
): readonly AuditChange[] {
  return changes.map(({ field, attribute, value }) => {
    const kind = policy.fields[field]?.kind ?? 'text';
    const record = recorder(policy, field, kind);
    return { field, from: record(readStored(kind, values, attribute).value), to: record(value) };
  });
}

function recorder(policy: Policy, field: string, kind: FieldKind): (value: FieldValue) => AuditValue {
  const isMasked =
    recordedAs[kind] === 'masked' ||
    policy.rules.some(({ masked, fields }) => masked && (fields?.includes(field) || fields?.includes('*')));
  return (value) => (isMasked ? maskValue(kind, value) : shorten(value));
}

function shorten(value: FieldValue): AuditValue {
  if (typeof value === 'string') return cut(value);
  return Array.isArray(value) ? value.map((each) => cut(String(each))) : value;
}

function cut(text: string): string {
  return text.length > maxLength ? `${[...text].slice(0, maxLength).join('')}…` : text;
}
