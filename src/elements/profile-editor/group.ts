import { html } from 'lit';
import { textFor } from '../../messages/messages.js';
import type { FieldView, GroupView } from '../../policy/views/view.js';
import { renderers } from './fields/renderers.js';
import type { EditorContext } from './context.js';
import { editableField, lockedField } from './field-row.js';

/** A group of fields with its heading. */
export function groupSection(editor: EditorContext, group: GroupView, index: number) {
  const { form, lang } = editor;
  const fields = form.profile.fields.filter((field) => field.group === group.name);
  return html`<section part="section" aria-labelledby="group-${index}" .group=${group.name}>
    <header>
      <h2 id="group-${index}" part="heading" tabindex="-1">${textFor(group.label, lang) ?? group.name}</h2>
    </header>
    ${runsOf(fields, (field) => isEditable(editor, field)).map(({ editable, members }) =>
      editable
        ? html`<div class="grid">${members.map((field) => editableField(editor, field))}</div>`
        : html`<dl>${members.map((field) => lockedField(editor, field))}</dl>`,
    )}
  </section>`;
}

/** A kind that only a newer proxy knows can't be edited. */
function isEditable({ readOnly }: EditorContext, field: FieldView): boolean {
  return field.editable && !readOnly && Object.hasOwn(renderers, field.kind);
}

/** Splits fields into runs of editable and locked ones, in the order of the policy. */
function runsOf(fields: readonly FieldView[], isEditable: (field: FieldView) => boolean) {
  const runs: { editable: boolean; members: FieldView[] }[] = [];
  for (const field of fields) {
    const editable = isEditable(field);
    const last = runs.at(-1);
    if (last?.editable === editable) last.members.push(field);
    else runs.push({ editable, members: [field] });
  }
  return runs;
}
