import { html, nothing } from 'lit';
import type { ProfileView } from '../../contract/profile.js';
import type { ProfileMessages } from '../../messages/en/profile.js';
import { valueOf } from '../../state/profile/form/state.js';
import type { FieldView } from '../../policy/views/view.js';
import type { FieldValue } from '../../policy/vocabulary.js';
import type { EditorContext } from './context.js';
import { avatar, logo } from '../parts/avatar.js';
import { keyIcon } from '../parts/icons.js';
import { joinNames } from '../parts/join-items.js';

/**
 * The field of the photo that the header shows, if it needs no line in its section: it can't be edited, or is uploaded.
 * Without uploads, its URL is typed there.
 */
export function photoInHeader({
  form,
  readOnly,
  hideHeader,
  uploadPicture,
}: EditorContext): FieldView | undefined {
  if (hideHeader) return undefined;
  const photo = form.profile.fields.find(
    ({ autocomplete, kind }) => autocomplete === 'photo' && kind === 'picture',
  );
  return photo && (uploadPicture || readOnly || !photo.editable) ? photo : undefined;
}

/** Name and picture of the member, the organization, and how the user signs in. */
export function header(editor: EditorContext, messages: ProfileMessages) {
  const { form, lang, readOnly, hideBranding, editing } = editor;
  const { own, person, organization, connection } = form.profile;
  const isMember = messages.memberOf(organization.displayName ?? organization.name);
  const photo = photoInHeader(editor);
  const canEdit = photo?.editable && !readOnly;
  return html`<header class="who" part="header">
    ${avatar(person.name, canEdit ? shownPhoto(valueOf(form, photo)) : person.picture)}
    <div>
      <h2 part="title"><bdi translate="no">${person.name ?? messages.untitled}</bdi></h2>
      <small>${own ? [isMember, signInTitle(connection, messages, lang)].join(' · ') : isMember}</small>
    </div>
    ${hideBranding ? nothing : logo(organization)} ${canEdit ? editing?.photo(editor, photo) : nothing}
  </header>`;
}

/** An upload can return anything until it is checked. */
function shownPhoto(value: FieldValue): string | null {
  return typeof value === 'string' && /^https:/i.test(value) ? value : null;
}

/** Note that this is another member's profile. */
export function onBehalfNote({ person, organization, connection }: ProfileView, messages: ProfileMessages) {
  const name = person.name ?? messages.untitled;
  return html`<div class="note" part="note on-behalf" role="note">
    ${keyIcon}
    <div>
      <b>${messages.onBehalf(name, organization.displayName ?? organization.name)}</b><br />
      <small>${messages.onBehalfNote(connection.label)}</small>
    </div>
  </div>`;
}

type Connection = ProfileView['connection'];

function signInTitle(
  { class: connectionClass, label, identifiers, hasPassword }: Connection,
  { signInTitle: titles, identifiers: names }: ProfileMessages,
  lang: string,
): string {
  if (connectionClass === 'passwordless') return titles.code;
  // A provider checks the sign-in, or nothing is known about it.
  if (identifiers.length === 0) return titles.provider(label);
  if (!hasPassword) return titles.code;
  const anyOf = identifiers.map((each) => names[each]);
  return titles.password(joinNames(anyOf, lang, { type: 'disjunction' }));
}
