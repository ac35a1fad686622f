import { html, nothing } from 'lit';
import { textFor } from '../../policy/localized-text.js';
import type { FieldView, GroupView } from '../../policy/views/view.js';
import { lockIcon } from '../parts/icons.js';
import { joinNames } from '../parts/join-items.js';
import { renderers } from './fields/renderers.js';
import type { EditorContext } from './context.js';
import { photoInHeader } from './header.js';
import { editableField, labelOf, lockedField } from './field-row.js';

/** A group of fields with its heading, and one line for each reason that locks some of them. */
export function groupSection(editor: EditorContext, group: GroupView, index: number) {
  const { form, lang } = editor;
  const photo = photoInHeader(editor);
  const fields = form.profile.fields.filter((field) => field.group === group.name && field !== photo);
  if (fields.length === 0) return nothing;
  const locks = locksOf(editor, fields);
  const lockId = (field: FieldView) => {
    const found = locks.findIndex((lock) => lock.fields.includes(field));
    return found < 0 ? undefined : `lock-${index}-${found}`;
  };
  return html`<section part="section" aria-labelledby="group-${index}" .group=${group.name}>
    <header>
      <h2 id="group-${index}" part="heading" tabindex="-1">${textFor(group.label, lang) ?? group.name}</h2>
    </header>
    ${locks.map((lock, at) => lockLine(editor, lock, `lock-${index}-${at}`, lock.fields.length < fields.length))}
    ${runsOf(fields, (field) => isEditable(editor, field)).map(({ editable, members }) =>
      editable
        ? html`<div class="grid">${members.map((field) => editableField(editor, field))}</div>`
        : html`<dl>${members.map((field) => lockedField(editor, field, lockId(field)))}</dl>`,
    )}
  </section>`;
}

/** A reason, as a sentence, and the fields that it locks. */
interface Lock {
  readonly text: string;
  readonly fields: FieldView[];
}

function locksOf({ form, messages }: EditorContext, fields: readonly FieldView[]): Lock[] {
  const locks: Lock[] = [];
  for (const field of fields) {
    const { editable, reason, changeableBy } = field;
    if (editable || !reason) continue;
    const changer = changeableBy ? messages.changers[changeableBy] : '';
    const text = messages.reasons[reason](form.profile.connection.label, changer);
    const same = locks.find((lock) => lock.text === text);
    if (same) same.fields.push(field);
    else locks.push({ text, fields: [field] });
  }
  return locks;
}

/** Names the fields if others of the section are not locked, or for another reason. */
function lockLine(editor: EditorContext, { text, fields }: Lock, id: string, isOfSome: boolean) {
  const names = isOfSome
    ? joinNames(
        fields.map((field) => labelOf(editor, field)),
        editor.lang,
        { style: 'narrow' },
      )
    : '';
  return html`<p class="lock" part="lock" id=${id}>
    ${lockIcon}
    <span>${names ? html`<b>${editor.messages.named(names)}</b> ` : nothing}<span>${text}</span></span>
  </p>`;
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
