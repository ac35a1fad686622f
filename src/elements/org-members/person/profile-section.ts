import { nothing } from 'lit';
import type { MemberPage } from '../../../state/member/member-page.js';
import { button } from '../../parts/button.js';
import type { MemberContext } from './context.js';
import { profileEditor } from './editor.js';
import { section } from './section.js';

/** Renders the member's profile: to read, and with Edit to change. */
export function profileSection(context: MemberContext, page: MemberPage) {
  const { member, messages, readOnly, editor } = context;
  const canEdit = !readOnly && editor.current && page.profile.value?.fields.some(({ editable }) => editable);
  const action = page.isEditing
    ? button(messages.cancel, () => member.stopEditing(), { part: 'stop-editing' })
    : button(messages.edit, () => member.edit(), { part: 'edit' });
  return section(
    { id: 'profile', title: messages.profile, action: canEdit ? action : nothing },
    profileEditor(context, page),
  );
}
