/** The bar with Save: how many changes there are, what saving does, and why the last attempt failed. */
import { html, nothing } from 'lit';
import { hasConflict, needsSignIn, violationOf } from '../../state/profile/form/edit.js';
import { changedFields, fieldNamed, valueOf } from '../../state/profile/form/state.js';
import { isSolvedBySignIn } from '../../state/problem-remedies.js';
import type { Notice } from '../../state/profile/profile-state.js';
import { problemText } from '../../messages/messages.js';
import type { FieldView } from '../../policy/views/view.js';
import { button } from '../parts/button.js';
import { joinNames } from '../parts/join-items.js';
import type { EditingContext } from './context.js';
import { labelOf } from './field-row.js';
import { details } from './problem-notice.js';

export function saveBar(editor: EditingContext) {
  const { controller, form, messages, editingMessages } = editor;
  const changed = changedFields(form);
  if (changed.length === 0) return nothing;
  const { state, needsReview, canSignIn } = controller;
  const saving = state.status === 'saving';
  const undecided = hasConflict(form);
  const notice = state.status === 'ready' && state.notice?.isOfSave ? state.notice : null;
  const signsIn = canSignIn && (needsSignIn(form) || (notice && isSolvedBySignIn(notice.problem)));
  const action = signsIn ? editingMessages.signInAndSave : messages.save;
  return html`<div class="bar" part="bar" tabindex="-1" role="group" aria-labelledby="bar-count">
    ${notice ? saveNotice(editor, notice) : nothing}
    ${needsReview && !saving ? html`<p role="alert">${editingMessages.notSavedYet}</p>` : nothing}
    <div>
      <b id="bar-count">
        ${undecided ? editingMessages.conflict.choose : messages.unsaved(changed.length)}
      </b>
      ${consequences(editor, changed)}
    </div>
    ${auditReason(editor)}
    ${button(messages.discard, () => controller.editor?.discard(), { part: 'discard', idle: saving })}
    <button
      type="submit"
      class="primary"
      part="button save"
      aria-describedby="bar-count bar-what"
      aria-disabled=${saving || undecided || controller.wait.left > 0}
    >
      ${saving ? messages.saving : action}
    </button>
  </div>`;
}

/** Why the last save failed. What helps are the bar's own buttons. */
function saveNotice(editor: EditingContext, { problem, saved }: Notice) {
  const { controller, messages, editingMessages } = editor;
  return html`<div class="notice" part="notice">
    <p role="alert">
      ${problemText(messages, problem.code, editingMessages.saveProblems)}
      ${partlySaved(editor, saved) ?? messages.changesKept}
    </p>
    ${details(controller, problem, messages)}
  </div>`;
}

function partlySaved(editor: EditingContext, saved: readonly string[]): string | undefined {
  const { form, lang } = editor;
  const fields = saved.map((name) => fieldNamed(form.profile, name)).filter((field) => field !== undefined);
  const names = fields.map((field) => labelOf(editor, field));
  return names.length > 0
    ? editor.editingMessages.partlySaved(joinNames(names, lang, { style: 'narrow' }))
    : undefined;
}

/** Consequences of saving the changed fields that are valid. */
function consequences(editor: EditingContext, changed: readonly FieldView[]) {
  const { form, controller } = editor;
  const { own, theirs, signInFirst } = editor.editingMessages.consequences;
  const messages = form.profile.own ? own : theirs;
  const lines = changed
    .filter((view) => !violationOf(form, view))
    .flatMap((view) => {
      const value = String(valueOf(form, view) ?? '');
      const all = (view.consequences ?? []).map((each) => messages[each](labelOf(editor, view), value));
      return view.stepUp && controller.canSignIn ? [signInFirst, ...all] : all;
    });
  if (lines.length === 0) return nothing;
  return html`<ul class="consequences" part="consequences" id="bar-what">
    ${[...new Set(lines)].map((each) => html`<li>${each}</li>`)}
  </ul>`;
}

/** Input for the reason of the change, if the policy requires one. */
function auditReason(editor: EditingContext) {
  const { controller, form } = editor;
  if (!form.profile.auditReason) return nothing;
  const take = ({ target }: Event) => (controller.reason = (target as HTMLInputElement).value);
  return html`<label class="reason">
    ${editor.editingMessages.auditReason}
    <input
      part="input"
      dir="auto"
      maxlength="500"
      required
      autocomplete="off"
      .value=${controller.reason}
      @input=${take}
      @change=${take}
    />
  </label>`;
}
