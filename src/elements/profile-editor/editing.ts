/** Templates for editing: errors, conflicts, and the bar with Save. Loaded when a profile can be edited. */
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { valueOf } from '../../state/profile/form/state.js';
import { errorOf } from '../../state/profile/form/edit.js';
import { followsNames } from '../../state/profile/form/full-name.js';
import { FormEditor } from '../../state/profile/form/form-editor.js';
import { PictureUpload } from '../../state/profile/picture-upload.js';
import type { ProfileController } from '../../state/profile/profile-controller.js';
import { Toasts } from '../../state/toasts.js';
import { UnsavedChangesGuard } from '../../state/unsaved-changes-guard.js';
import { editing as english, type EditingMessages } from '../../messages/en/editing.js';
import type { ProfileMessages } from '../../messages/en/profile.js';
import type { MessageOverrides } from '../../messages/messages.js';
import type { Violation } from '../../policy/check-value.js';
import type { FieldView } from '../../policy/views/view.js';
import type { FieldValue } from '../../policy/vocabulary.js';
import { displayDate } from './fields/display-value.js';
import { adoptStyles } from '../parts/adopt-styles.js';
import { localized } from '../parts/localized.js';
import { button } from '../parts/button.js';
import { toastList } from '../parts/toast-list.js';
import { toastStyles } from '../parts/toast-list.styles.js';
import type { EditingContext, EditingTemplates, EditorContext } from './context.js';
import { styles } from './editing.styles.js';
import { labelOf, valueText } from './field-row.js';
import { saveBar } from './save-bar.js';
import { uploadButton } from './upload-button.js';

/** The editing module of an element, for one session and member. */
export interface Editing extends EditingTemplates {
  readonly editor: FormEditor;
  dispose(): void;
  onBehalf(messages: ProfileMessages, overrides: MessageOverrides): ProfileMessages;
  /** Says which changes from before a sign-in weren't saved, and why. */
  lossNotices(editor: EditorContext): TemplateResult;
  /** Says that the changes are saved. */
  showSaved(overrides: MessageOverrides): void;
  /** Moves the focus to what keeps the changes from being saved, or to the bar if they have to be looked at. */
  focusBlocked(): void;
}

export function createEditing(host: LitElement, controller: ProfileController): Editing {
  adoptStyles(host, styles, toastStyles);
  const editor = new FormEditor(controller);
  const guard = new UnsavedChangesGuard(host, () => controller.isUnsafeToLeave);
  const upload = new PictureUpload(host);
  const toasts = new Toasts(host);
  const messages = localized(host, 'editing', english);
  const contextOf = (context: EditorContext): EditingContext => ({
    ...context,
    editingMessages: messages.with(context.overrides),
  });
  return {
    editor,
    dispose: () => {
      editor.dispose();
      guard.hostDisconnected();
      toasts.clear();
      for (const each of [guard, toasts]) host.removeController(each);
      upload.dispose();
    },
    onBehalf: (profileMessages, overrides) => onBehalf(profileMessages, messages.with(overrides)),
    errorText: (context, view) => errorText(contextOf(context), view),
    helpText: (context, view) =>
      followsNames(context.form, view) ? messages.with(context.overrides).followsNames : undefined,
    photo: (context, view) => photoButtons(contextOf(context), view, upload),
    unsavedBadge: (context) => unsavedBadge(contextOf(context)),
    footer: (context, view) => footer(contextOf(context), view, upload),
    saveBar: (context) => {
      const editing = contextOf(context);
      return html`<div class="dock">
        ${toastList(toasts, editing.editingMessages.dismiss)} ${saveBar(editing)}
      </div>`;
    },
    lossNotices: (context) => {
      const editing = contextOf(context);
      return html`${lostDraftNotice(editing)} ${displacedNotice(editing)}`;
    },
    showSaved: (overrides) => toasts.show({ text: messages.with(overrides).saved }),
    focusBlocked: () => focusBlocked(host, controller),
  };
}

/** Messages for a reader who edits someone else's profile. */
function onBehalf(
  messages: ProfileMessages,
  { theirReasons, theirChangers }: EditingMessages,
): ProfileMessages {
  return {
    ...messages,
    reasons: { ...messages.reasons, ...theirReasons },
    changers: { ...messages.changers, ...theirChangers },
  };
}

function errorText(editor: EditingContext, view: FieldView): string | undefined {
  const { form, messages } = editor;
  const error = errorOf(form, view);
  if (!error) return undefined;
  if (!('field' in error)) return violationText(editor, view, error);
  const { violation, reason } = error;
  if (violation) return violationText(editor, view, violation);
  const why = reason ? ` ${messages.reasons[reason](form.profile.connection.label, '')}` : '';
  return editor.editingMessages.refusals[error.code] + why;
}

function violationText(editor: EditingContext, view: FieldView, { code, limit, item }: Violation): string {
  const isDate = view.kind === 'date' && typeof limit === 'string';
  const displayed = isDate ? displayDate(limit, editor.lang) : limit;
  const { violations, inItem } = editor.editingMessages;
  const text = violations[code](displayed, view.kind);
  return item === undefined ? text : inItem(item, text);
}

function footer(editor: EditingContext, view: FieldView, upload: PictureUpload) {
  const { form, uploadPicture } = editor;
  const uploadFrom = view.kind === 'picture' && uploadPicture;
  return html`${uploadFrom ? uploadButton(editor, view, upload, uploadFrom) : nothing}
  ${form.draft.get(view.name)?.conflict ? conflict(editor, view) : nothing}`;
}

/** The photo in the header has no control that holds its URL: the errors of its field stand below its buttons. */
function photoButtons(editor: EditingContext, view: FieldView, upload: PictureUpload) {
  const { controller, form, uploadPicture } = editor;
  const { remove, removePhoto } = editor.editingMessages.upload;
  const error = errorText(editor, view);
  const canRemove = !view.required && view.constraints.removable !== false && valueOf(form, view);
  const clear = () => {
    controller.type(view.name, null);
    controller.leave(view.name);
  };
  return html`<div class="photo field" part="field" data-invalid=${error ? '' : nothing} tabindex="-1">
    ${uploadPicture ? uploadButton(editor, view, upload, uploadPicture) : nothing}
    ${
      canRemove
        ? html`<button
            type="button"
            class="quiet"
            part="button remove-picture"
            aria-label=${removePhoto}
            @click=${clear}
          >
            ${remove}
          </button>`
        : nothing
    }
    ${form.draft.has(view.name) ? unsavedBadge(editor) : nothing}
    <small class="error" part="error" role="alert">${error}</small>
    ${form.draft.get(view.name)?.conflict ? conflict(editor, view) : nothing}
  </div>`;
}

function unsavedBadge({ editingMessages }: EditingContext) {
  return html`<span class="badge calm" part="badge">${editingMessages.unsavedField}</span>`;
}

/** The stored and the typed value, with a button to keep either. */
function conflict(editor: EditingContext, view: FieldView) {
  const { controller, form } = editor;
  const messages = editor.editingMessages.conflict;
  const heading = messages.title(labelOf(editor, view));
  const side = (term: string, value: FieldValue) =>
    html`<div class="row">
      <dt>${term}</dt>
      <dd>${valueText(editor, view, value)}</dd>
    </div>`;
  return html`<div class="conflict" part="conflict" role="group" aria-label=${heading} tabindex="-1">
    <strong aria-hidden="true">${heading}</strong>
    <dl>${side(messages.stored, view.value)} ${side(messages.mine, valueOf(form, view))}</dl>
    ${button(messages.keepMine, () => controller.editor?.keepMine(view.name))}
    ${button(messages.useStored, () => controller.editor?.useStored(view.name))}
  </div>`;
}

/** Why the changes from before a sign-in are gone. */
function lostDraftNotice({ controller, editingMessages }: EditingContext) {
  const { lostDraft } = controller;
  if (!lostDraft) return nothing;
  return html`<div class="notice" part="notice">
    <p role="alert">${editingMessages.lostDraft[lostDraft]}</p>
    ${button(editingMessages.dismiss, () => controller.dismissLostDraft())}
  </div>`;
}

/** Unsaved values of fields that can no longer be edited. */
function displacedNotice(editor: EditingContext) {
  const { controller, form } = editor;
  const messages = editor.editingMessages;
  if (form.displaced.length === 0) return nothing;
  return html`<div class="notice" part="notice">
    <div role="alert">
      ${messages.displaced}
      ${form.displaced.map(
        ({ field, typed }) =>
          html`<p>${editor.messages.named(labelOf(editor, field))} ${valueText(editor, field, typed)}</p>`,
      )}
    </div>
    ${button(messages.dismiss, () => controller.editor?.dismissDisplaced())}
  </div>`;
}

/** After a sign-in, the bar says that nothing is saved yet. Otherwise, the field that needs the user says why. */
function focusBlocked(host: LitElement, { needsReview }: ProfileController): void {
  const blocked = '.conflict, [data-invalid], [aria-invalid="true"], .reason :invalid';
  host.shadowRoot?.querySelector<HTMLElement>(needsReview ? '.bar' : blocked)?.focus();
}
