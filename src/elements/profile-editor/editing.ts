/** What only editing needs: faults, conflicts, the bar with Save. Loaded when somebody is about to edit. */
import { html, nothing } from 'lit';
import { changedFields, fieldNamed, valueOf } from '../../state/profile/form/state.js';
import { faultOf, hasConflict, keepMine, useStored, violationOf } from '../../state/profile/form/edit.js';
import { editEn, type EditMessages } from '../../messages/edit-en.js';
import { withOverrides, type MessageOverrides, type Messages } from '../../messages/messages.js';
import type { FieldView } from '../../policy/views/view.js';
import type { FieldValue } from '../../policy/vocabulary.js';
import { displayList } from './fields/display.js';
import { button } from '../parts/button.js';
import type { EditorContext } from './context.js';
import { labelOf, valueText } from './field-row.js';
import { pictureUpload } from './upload.js';

export { styles } from './editing.styles.js';
export * as forms from '../../state/profile/form/edit-tools.js';
export { UnsavedChangesGuard } from '../../state/unsaved-changes-guard.js';
export { firstBlocked } from './first-blocked.js';

let known: { overrides: unknown; texts: EditMessages } | null = null;

/** Put together once for a host's words, and not at every render. */
function textsOf({ overrides }: Pick<EditorContext, 'overrides'>): EditMessages {
  if (known?.overrides !== overrides) known = { overrides, texts: withOverrides(editEn, overrides) };
  return known.texts;
}

/** What is said of another person's profile: its reader is not the one it is about. */
export function onBehalf(messages: Messages, overrides: MessageOverrides): Messages {
  const { theirReasons, theirChangers } = textsOf({ overrides });
  return {
    ...messages,
    reasons: { ...messages.reasons, ...theirReasons },
    changers: { ...messages.changers, ...theirChangers },
  };
}

/** What only a save can meet, in words. */
export function problemsOf(editor: EditorContext) {
  return textsOf(editor).saveProblems;
}

/** That a save came only so far. */
export function partlySaved(editor: EditorContext, saved: readonly string[]): string | undefined {
  const { form, lang } = editor;
  const fields = saved.map((name) => fieldNamed(form.profile, name)).filter((field) => field !== undefined);
  const names = displayList(
    fields.map((field) => labelOf(editor, field)),
    lang,
  );
  return names ? textsOf(editor).partlySaved(names) : undefined;
}

/** What is wrong with a field, as far as the person has been through it. */
export function faultText(editor: EditorContext, view: FieldView): string | undefined {
  const { form, messages } = editor;
  const fault = faultOf(form, view);
  if (!fault) return undefined;
  const { violations, refusals } = textsOf(editor);
  if (!('field' in fault)) return violations[fault.code](fault.limit, view.kind);
  const { violation, reason } = fault;
  if (violation) return violations[violation.code](violation.limit, view.kind);
  const why = reason ? ` ${messages.reasons[reason](form.profile.connection.label, '')}` : '';
  return refusals[fault.code] + why;
}

/** What is said below a field's control, beside what is wrong with it. */
export function footer(editor: EditorContext, view: FieldView) {
  const { form, uploadPicture } = editor;
  const upload = view.kind === 'picture' && uploadPicture;
  return html`${upload ? pictureUpload(editor, view, upload, textsOf(editor)) : nothing}
  ${form.draft.get(view.name)?.conflict ? conflict(editor, view) : nothing}`;
}

/** Both values, side by side with a choice. */
function conflict(editor: EditorContext, view: FieldView) {
  const { controller, form } = editor;
  const texts = textsOf(editor).conflict;
  const heading = texts.title(labelOf(editor, view));
  const side = (term: string, value: FieldValue) =>
    html`<div class="row">
      <dt>${term}</dt>
      <dd>${valueText(editor, view, value)}</dd>
    </div>`;
  return html`<div class="conflict" part="conflict" role="group" aria-label=${heading} tabindex="-1">
    <strong aria-hidden="true">${heading}</strong>
    <dl>${side(texts.stored, view.value)} ${side(texts.mine, valueOf(form, view))}</dl>
    ${button(texts.keepMine, () => controller.change((now) => keepMine(now, view.name)))}
    ${button(texts.useStored, () => controller.change((now) => useStored(now, view.name)))}
  </div>`;
}

/** What was typed into fields that have been locked or taken away meanwhile. */
export function displacedNotice(editor: EditorContext) {
  const { controller, form } = editor;
  const messages = textsOf(editor);
  if (form.displaced.length === 0) return nothing;
  return html`<div class="notice" part="notice">
    <div role="alert">
      ${messages.displaced}
      ${form.displaced.map(
        ({ field, typed }) => html`<p>${labelOf(editor, field)}: ${valueText(editor, field, typed)}</p>`,
      )}
    </div>
    ${button(messages.dismiss, () => controller.change((now) => ({ ...now, displaced: [] })))}
  </div>`;
}

/** Appears with the first change, below everything that is being edited. */
export function bar(editor: EditorContext, group: string, index: number) {
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
      ${undecided ? textsOf(editor).conflict.choose : messages.unsaved(changed.length)}
    </small>
    ${auditReason(editor)}
    ${button(messages.discard, () => controller.discard(group), { part: 'discard', idle: saving })}
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

/** What saving brings with it, for those fields whose new value could be saved. */
function consequences(editor: EditorContext, changed: readonly FieldView[], id: string) {
  const { form } = editor;
  const texts = textsOf(editor).consequences[form.profile.own ? 'own' : 'theirs'];
  const told = changed
    .filter((view) => !violationOf(form, view))
    .flatMap((view) => {
      const value = String(valueOf(form, view) ?? '');
      const all = (view.consequences ?? []).map((each) => texts[each](labelOf(editor, view), value));
      return view.stepUp ? [textsOf(editor).consequences.signInFirst, ...all] : all;
    });
  if (told.length === 0) return nothing;
  return html`<ul class="consequences" part="consequences" id=${id}>
    ${[...new Set(told)].map((each) => html`<li>${each}</li>`)}
  </ul>`;
}

/** Why somebody edits on behalf of another, where the policy wants to know. */
function auditReason(editor: EditorContext) {
  const { controller, form } = editor;
  if (!form.profile.auditReason) return nothing;
  return html`<label class="reason">
    ${textsOf(editor).auditReason}
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
