/** Templates for editing: errors, conflicts, and the bar with Save. Loaded when a profile can be edited. */
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { changedFields, fieldNamed, valueOf } from '../../state/profile/form/state.js';
import { errorOf, hasConflict, violationOf } from '../../state/profile/form/edit.js';
import { FormEditor } from '../../state/profile/form/form-editor.js';
import { PictureUpload } from '../../state/profile/picture-upload.js';
import type { ProfileController } from '../../state/profile/profile-controller.js';
import { UnsavedChangesGuard } from '../../state/unsaved-changes-guard.js';
import { editing as english, type EditingMessages } from '../../messages/en/editing.js';
import type { ProfileMessages } from '../../messages/en/profile.js';
import type { MessageOverrides } from '../../messages/messages.js';
import type { Violation } from '../../policy/check-value.js';
import type { FieldView } from '../../policy/views/view.js';
import type { FieldValue } from '../../policy/vocabulary.js';
import { displayDate, displayList } from './fields/display-value.js';
import { adoptStyles } from '../parts/adopt-styles.js';
import { localized } from '../parts/localized.js';
import { button } from '../parts/button.js';
import type { EditingTemplates, EditorContext } from './context.js';
import { styles } from './editing.styles.js';
import { labelOf, valueText } from './field-row.js';
import { uploadButton } from './upload-button.js';

/** The editing module of an element, for one session and member. */
export interface Editing extends EditingTemplates {
  readonly editor: FormEditor;
  dispose(): void;
  onBehalf(messages: ProfileMessages, overrides: MessageOverrides): ProfileMessages;
  displacedNotice(editor: EditorContext): TemplateResult | typeof nothing;
  /** The first control, conflict or reason of a group that keeps it from being saved. */
  firstBlocked(group: string): HTMLElement | null;
}

export function createEditing(host: LitElement, controller: ProfileController): Editing {
  adoptStyles(host, styles);
  const editor = new FormEditor(controller);
  const guard = new UnsavedChangesGuard(host, () => controller.isUnsafeToLeave);
  const upload = new PictureUpload(host);
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
      host.removeController(guard);
      upload.dispose();
    },
    onBehalf: (profileMessages, overrides) => onBehalf(profileMessages, messages.with(overrides)),
    problemsOf: (context) => messages.with(context.overrides).saveProblems,
    partlySaved: (context, saved) => partlySaved(contextOf(context), saved),
    errorText: (context, view) => errorText(contextOf(context), view),
    footer: (context, view) => footer(contextOf(context), view, upload),
    bar: (context, group, index) => bar(contextOf(context), group, index),
    displacedNotice: (context) => displacedNotice(contextOf(context)),
    firstBlocked: (group) => firstBlocked(host, group),
  };
}

/** What the templates of editing are rendered from. */
interface EditingContext extends EditorContext {
  readonly editingMessages: EditingMessages;
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

function partlySaved(editor: EditingContext, saved: readonly string[]): string | undefined {
  const { form, lang } = editor;
  const fields = saved.map((name) => fieldNamed(form.profile, name)).filter((field) => field !== undefined);
  const names = displayList(
    fields.map((field) => labelOf(editor, field)),
    lang,
  );
  return names ? editor.editingMessages.partlySaved(names) : undefined;
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

function violationText(editor: EditingContext, view: FieldView, { code, limit }: Violation): string {
  const isDate = view.kind === 'date' && typeof limit === 'string';
  const displayed = isDate ? displayDate(limit, editor.lang) : limit;
  return editor.editingMessages.violations[code](displayed, view.kind);
}

function footer(editor: EditingContext, view: FieldView, upload: PictureUpload) {
  const { form, uploadPicture } = editor;
  const uploadFrom = view.kind === 'picture' && uploadPicture;
  return html`${uploadFrom ? uploadButton(editor, view, upload, uploadFrom, editor.editingMessages) : nothing}
  ${form.draft.get(view.name)?.conflict ? conflict(editor, view) : nothing}`;
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

/** Unsaved values of fields that can no longer be edited. */
function displacedNotice(editor: EditingContext) {
  const { controller, form } = editor;
  const messages = editor.editingMessages;
  if (form.displaced.length === 0) return nothing;
  return html`<div class="notice" part="notice">
    <div role="alert">
      ${messages.displaced}
      ${form.displaced.map(
        ({ field, typed }) => html`<p>${labelOf(editor, field)}: ${valueText(editor, field, typed)}</p>`,
      )}
    </div>
    ${button(messages.dismiss, () => controller.editor?.dismissDisplaced())}
  </div>`;
}

function bar(editor: EditingContext, group: string, index: number) {
  const { controller, form, messages } = editor;
  const changed = changedFields(form.draft, form.profile, group);
  if (changed.length === 0) return nothing;
  const { state } = controller;
  const saving = state.status === 'saving';
  const undecided = hasConflict(form, group);
  const label = saving && state.group === group ? messages.saving : messages.save;
  return html`<div class="bar" part="bar">
    ${consequences(editor, changed, `bar-${index}-what`)}
    <small id="bar-${index}">
      ${undecided ? editor.editingMessages.conflict.choose : messages.unsaved(changed.length)}
    </small>
    ${auditReason(editor)}
    ${button(messages.discard, () => controller.editor?.discard(group), { part: 'discard', idle: saving })}
    <button
      type="submit"
      class="primary"
      part="button save"
      aria-describedby="bar-${index} bar-${index}-what"
      aria-disabled=${saving || undecided || controller.wait.left > 0}
    >
      ${label}
    </button>
  </div>`;
}

/** Consequences of saving the changed fields that are valid. */
function consequences(editor: EditingContext, changed: readonly FieldView[], id: string) {
  const { form } = editor;
  const messages = editor.editingMessages.consequences[form.profile.own ? 'own' : 'theirs'];
  const lines = changed
    .filter((view) => !violationOf(form, view))
    .flatMap((view) => {
      const value = String(valueOf(form, view) ?? '');
      const all = (view.consequences ?? []).map((each) => messages[each](labelOf(editor, view), value));
      return view.stepUp ? [editor.editingMessages.consequences.signInFirst, ...all] : all;
    });
  if (lines.length === 0) return nothing;
  return html`<ul class="consequences" part="consequences" id=${id}>
    ${[...new Set(lines)].map((each) => html`<li>${each}</li>`)}
  </ul>`;
}

/** Input for the reason of the change, if the policy requires one. */
function auditReason(editor: EditingContext) {
  const { controller, form } = editor;
  if (!form.profile.auditReason) return nothing;
  return html`<label class="reason">
    ${editor.editingMessages.auditReason}
    <input
      part="input"
      maxlength="500"
      required
      autocomplete="off"
      .value=${controller.reason}
      @input=${({ target }: Event) => (controller.reason = (target as HTMLInputElement).value)}
    />
  </label>`;
}

function firstBlocked(host: LitElement, group: string): HTMLElement | null {
  const sections = host.shadowRoot?.querySelectorAll<HTMLElement & { group?: string }>('section') ?? [];
  const section = [...sections].find((candidate) => candidate.group === group);
  return section?.querySelector<HTMLElement>('.conflict, [aria-invalid="true"], .reason :invalid') ?? null;
}
