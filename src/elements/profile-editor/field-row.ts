import { html, nothing } from 'lit';
import {
  faultOf,
  keepMine,
  leaveField,
  settleValue,
  useStored,
  valueOf,
} from '../../controllers/profile-form.js';
import { textFor } from '../../messages/messages.js';
import type { FieldProblem } from '../../contract/problem.js';
import type { Violation } from '../../policy/check-value.js';
import type { FieldView } from '../../policy/view.js';
import type { FieldValue } from '../../policy/vocabulary.js';
import { displayValue } from '../fields/display.js';
import { renderers } from '../fields/renderers.js';
import { button } from '../parts/button.js';
import { lockIcon } from '../parts/icons.js';
import type { EditorContext } from './context.js';

export function labelOf({ lang }: EditorContext, { label, name }: FieldView): string {
  return textFor(label, lang) ?? name;
}

export function editableField(editor: EditorContext, view: FieldView) {
  const { controller, form, lang, messages } = editor;
  const fault = faultOf(form, view);
  return renderers[view.kind]({
    view,
    id: `field-${form.profile.fields.indexOf(view)}`,
    label: labelOf(editor, view),
    help: view.help && textFor(view.help, lang),
    error: fault ? faultText(editor, view, fault) : undefined,
    value: valueOf(form, view),
    typing: form.typing === view.name,
    lang,
    messages,
    footer: form.draft.get(view.name)?.conflict ? conflict(editor, view) : nothing,
    onType: (value) => controller.type(view.name, value),
    onSettle: () => controller.change((now) => settleValue(now, view.name)),
    onLeave: () => controller.change((now) => leaveField(now, view.name)),
  });
}

/** Text, and why it is locked: a greyed input would say neither. */
export function lockedField(editor: EditorContext, view: FieldView) {
  const { form, messages } = editor;
  const reason = !view.editable && view.reason;
  const lock = reason
    ? html`<small class="lock" part="lock">
        ${lockIcon} <span>${messages.reasons[reason](form.profile.connection.label)}</span>
      </small>`
    : nothing;
  return html`<div class="row" part="row" .field=${view.name}>
    <dt>${labelOf(editor, view)}</dt>
    <dd>${valueText(editor, view, view.value)} ${verification(editor, view)} ${lock}</dd>
  </div>`;
}

export function valueText({ lang, messages }: EditorContext, view: FieldView, value: FieldValue) {
  const text = displayValue(view, value, lang, messages);
  return text === null ? html`<small>${messages.notSet}</small>` : html`<bdi>${text}</bdi>`;
}

function verification({ messages }: EditorContext, { verified, value }: FieldView) {
  if (verified === undefined || value === null) return nothing;
  return verified
    ? html`<span class="badge ok" part="badge">${messages.verified}</span>`
    : html`<span class="badge" part="badge">${messages.unverified}</span>`;
}

function faultText(
  { form, messages }: EditorContext,
  view: FieldView,
  fault: Violation | FieldProblem,
): string {
  if (!('field' in fault)) return messages.violations[fault.code](fault.limit, view.kind);
  const { violation, reason } = fault;
  if (violation) return messages.violations[violation.code](violation.limit, view.kind);
  const why = reason ? ` ${messages.reasons[reason](form.profile.connection.label)}` : '';
  return messages.refusals[fault.code] + why;
}

/** Both values, side by side with a choice. */
function conflict(editor: EditorContext, view: FieldView) {
  const { controller, form, messages } = editor;
  const texts = messages.conflict;
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
