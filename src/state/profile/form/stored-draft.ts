/**
 * A draft while its user is away to sign in again. `sessionStorage` can be written by any script of the page, so what
 * comes back is parsed like input from outside.
 */
import type { FieldKind, FieldValue } from '../../../policy/vocabulary.js';
import { put } from './draft.js';
import { typedIn, type Changes, type ProfileForm } from './state.js';

export interface StoredDraft {
  readonly userId: string;
  readonly organizationId: string;
  readonly typed: Changes;
  /** Reason for editing on behalf of another member. */
  readonly reason: string;
}

/** Leaves out half-typed numbers and dates (`NaN`): JSON would store them as `null`, which clears the field. */
export function toStoredDraft({ profile, draft }: ProfileForm, reason: string): StoredDraft {
  const typed = [...draft.keys()]
    .map((name) => [name, typedIn(draft, name)] as const)
    .filter(([, value]) => !Number.isNaN(value));
  return {
    userId: profile.person.userId,
    organizationId: profile.organization.id,
    typed: Object.fromEntries(typed),
    reason,
  };
}

export interface RestoredDraft {
  readonly form: ProfileForm;
  readonly reason: string;
  /** Whether the draft belongs to another member or organization: someone signed in with another account. */
  readonly isForeign: boolean;
}

/**
 * Returns the form with the stored draft, or unchanged if the draft is unreadable or belongs to another member.
 * Values of fields that can no longer be edited become `displaced`. Values that don't fit their field are dropped.
 */
export function restoreDraft(form: ProfileForm, stored: unknown): RestoredDraft {
  const { person, organization, fields } = form.profile;
  const unchanged = { form, reason: '', isForeign: false };
  if (!isRecord(stored)) return unchanged;
  const { userId, organizationId, typed, reason } = stored;
  if (!isRecord(typed)) return unchanged;
  if (userId !== person.userId || organizationId !== organization.id) {
    return { ...unchanged, isForeign: typeof userId === 'string' && typeof organizationId === 'string' };
  }
  const restored = fields.reduce((next, field) => {
    const value = Object.hasOwn(typed, field.name) ? typed[field.name] : undefined;
    if (!isValueOf(field.kind, value)) return next;
    return field.editable
      ? { ...next, draft: put(next.draft, field, { typed: value, visited: true }) }
      : { ...next, displaced: [...next.displaced, { field, typed: value }] };
  }, form);
  return { form: restored, reason: typeof reason === 'string' ? reason : '', isForeign: false };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether the control of this kind could have produced the value. */
function isValueOf(kind: FieldKind, value: unknown): value is FieldValue {
  if (value === null) return true;
  if (kind === 'boolean' || kind === 'number') return typeof value === kind;
  if (kind !== 'multi-choice' && kind !== 'list') return typeof value === 'string';
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
