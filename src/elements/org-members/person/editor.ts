import { html } from 'lit';
import type { MemberPage } from '../../../state/member/member-page.js';
import type { ProfileSavedEvent } from '../../profile-editor/events.js';
import { button } from '../../parts/button.js';
import type { MemberContext } from './context.js';

const noOverrides = {};
/** The editor's state is internal: the host listens to the panel's own `state-change`. */
const stopEvent = (event: Event) => event.stopPropagation();

/** Not its frame, which would look like the panel's own. */
const editorParts =
  'note,on-behalf,section,heading,field-text,lock,badge,verify,email-verification,field,label,input,checkbox,help,error,' +
  'conflict,bar,consequences,save,discard,notice,failure,button,retry,sign-in,choose-organization,reveal,toast,dismiss,' +
  'skeleton,bone,icon,icon-lock,icon-key,icon-close';

/** Renders the profile editor, on this member's behalf. */
export function profileEditor(context: MemberContext, page: MemberPage) {
  const {
    editor,
    signInToSave,
    member,
    messages,
    retry,
    lang,
    density,
    hideBranding,
    readOnly,
    canSignIn,
    editorMessages,
  } = context;
  if (editor.hasFailed) {
    return html`<div class="notice" part="notice">
      <p role="alert">${messages.missing}</p>
      ${button(retry, () => editor.load(), { part: 'retry' })}
    </div>`;
  }
  if (!editor.current) return html`<div class="bone" part="skeleton bone" aria-hidden="true"></div>`;
  return html`<profile-editor
    exportparts=${editorParts}
    proxy-url=""
    user-id=${page.userId}
    hide-header
    hide-account
    ?read-only=${readOnly || !page.isEditing}
    .lang=${lang}
    .density=${density}
    ?hide-branding=${hideBranding}
    .fetch=${page.fetch}
    .login=${canSignIn ? signInToSave : undefined}
    .messages=${editorMessages ?? noOverrides}
    @profile-saved=${({ profile }: ProfileSavedEvent) => member.saved(profile)}
    @state-change=${stopEvent}
  ></profile-editor>`;
}
