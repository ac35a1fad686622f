/** A draft while its user is away to sign in again. */
import { fieldNamed, typedIn, type Changes, type ProfileForm } from './state.js';
import { put } from './draft.js';

export interface StoredDraft {
  readonly userId: string;
  readonly organizationId: string;
  readonly typed: Changes;
}

export function toStoredDraft({ profile, draft }: ProfileForm): StoredDraft {
  const typed = Object.fromEntries([...draft.keys()].map((name) => [name, typedIn(draft, name)]));
  return { userId: profile.person.userId, organizationId: profile.organization.id, typed };
}

/** Returns the form with the stored draft, or unchanged if the draft belongs to another member. */
export function restoreDraft(form: ProfileForm, stored: unknown): ProfileForm {
  const { userId, organizationId, typed } = (stored ?? {}) as Partial<StoredDraft>;
  const { person, organization } = form.profile;
  if (!typed || userId !== person.userId || organizationId !== organization.id) return form;
  return Object.entries(typed).reduce((next, [name, value]) => {
    const field = fieldNamed(next.profile, name);
    if (!field) return next;
    if (!field.editable) return { ...next, displaced: [...next.displaced, { field, typed: value }] };
    return { ...next, draft: put(next.draft, field, { typed: value, visited: true }) };
  }, form);
}
