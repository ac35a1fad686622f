import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { valueOf } from '../../state/profile/form/state.js';
import { textFor } from '../../policy/localized-text.js';
import type { FieldView } from '../../policy/views/view.js';
import type { FieldValue } from '../../policy/vocabulary.js';
import { displayValue } from './fields/display-value.js';
import { renderers } from './fields/renderers.js';
import type { EditorContext } from './context.js';

export function labelOf({ lang }: EditorContext, { label, name }: FieldView): string {
  return textFor(label, lang) ?? name;
}

export function editableField(editor: EditorContext, view: FieldView) {
  const { controller, form, lang, messages, isPainted, editing } = editor;
  const edit = form.draft.get(view.name);
  return renderers[view.kind]({
    view,
    id: `field-${form.profile.fields.indexOf(view)}`,
    label: labelOf(editor, view),
    help: (view.help && textFor(view.help, lang)) ?? editing?.helpText(editor, view),
    error: edit && editing?.errorText(editor, view),
    value: (edit ? undefined : view.formatted) ?? valueOf(form, view),
    // Until pending edits are in the form, the controls hold what was typed.
    typing: form.typing === view.name || controller.hasPendingEdits,
    lang,
    messages,
    isPainted,
    footer: html`${editing?.footer(editor, view)} ${edit ? nothing : verifyAddress(editor, view)}`,
    badge: edit ? editing?.unsavedBadge(editor) : verification(editor, view),
    onType: (value) => controller.type(view.name, value),
    onSettle: () => controller.settle(view.name),
    onLeave: () => controller.leave(view.name),
  });
}

/** A field as text, described by the line that says why it is locked. A disabled input would be harder to read. */
export function lockedField(editor: EditorContext, view: FieldView, lockId: string | undefined) {
  const { account } = editor;
  return html`<div class="row" part="field-text" .field=${view.name}>
    <dt>${labelOf(editor, view)}</dt>
    <dd aria-describedby=${ifDefined(lockId)}>
      ${(view.masked && account?.masked(editor, view)) ?? valueText(editor, view, view.value)}
      ${verification(editor, view)} ${verifyAddress(editor, view)}
    </dd>
  </div>`;
}

export function valueText({ lang, messages }: EditorContext, view: FieldView, value: FieldValue) {
  const text = displayValue(view, value, lang, messages);
  return text === null ? html`<small>${messages.notSet}</small>` : html`<bdi translate="no">${text}</bdi>`;
}

function verifyAddress(editor: EditorContext, view: FieldView) {
  return isUnverified(view) && !editor.hideAccount ? editor.account?.verify(editor, view) : nothing;
}

function verification({ messages }: EditorContext, view: FieldView) {
  if (view.value === null) return nothing;
  if (view.verified) return html`<span class="badge ok" part="badge">${messages.verified}</span>`;
  return isUnverified(view) ? html`<span class="badge" part="badge">${messages.unverified}</span>` : nothing;
}

/** Whether someone could verify it. */
function isUnverified({ verified, verifiable }: FieldView): boolean {
  return verified === false && verifiable === true;
}
