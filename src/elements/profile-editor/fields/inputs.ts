import { html, noChange, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { FieldValue } from '../../../policy/vocabulary.js';
import { avatarPicture } from '../../parts/avatar.js';
import {
  describedBy,
  invalid,
  labelled,
  textHandlers,
  textValue,
  unreadable,
  type FieldProps,
  type FieldRenderer,
} from './field.js';

type InputType = 'text' | 'email' | 'tel' | 'url' | 'number' | 'date';

/** Names can be written in either direction; addresses and numbers can't. */
const directions: Partial<Record<InputType, string>> = { text: 'auto', email: 'ltr', tel: 'ltr', url: 'ltr' };

/** A native input. Without `maxlength`, which would silently cut pasted text: the check reports the length instead. */
export function input(type: InputType, attributes: { readonly verbatim?: boolean } = {}): FieldRenderer {
  return (field) => labelled(field, inputControl(field, type, attributes));
}

function inputControl(field: FieldProps, type: InputType, { verbatim = false } = {}) {
  const { constraints, required, autocomplete } = field.view;
  const { take, takeUnheard } = textHandlers(field, read);
  return html`<input
    id=${field.id}
    part="input"
    name=${field.view.name}
    type=${type}
    dir=${ifDefined(directions[type])}
    step=${type === 'number' ? 'any' : nothing}
    min=${ifDefined(constraints.min)}
    max=${ifDefined(constraints.max)}
    autocomplete=${ifDefined(autocomplete)}
    autocapitalize=${verbatim ? 'none' : nothing}
    spellcheck=${verbatim ? 'false' : nothing}
    ?required=${required}
    aria-invalid=${invalid(field)}
    aria-describedby=${describedBy(field)}
    .value=${textValue(field)}
    @input=${take}
    @change=${take}
    @blur=${takeUnheard}
  />`;
}

function read(control: HTMLInputElement): FieldValue {
  if (control.validity.badInput) return unreadable;
  if (control.type !== 'number') return control.value;
  return control.value === '' ? null : control.valueAsNumber;
}

export function textarea(field: FieldProps, toValue: (text: string) => FieldValue = (text) => text) {
  const { take, takeUnheard } = textHandlers<HTMLTextAreaElement>(field, ({ value }) => toValue(value));
  return labelled(
    field,
    html`<textarea
      id=${field.id}
      part="input"
      name=${field.view.name}
      rows="3"
      dir="auto"
      autocomplete=${ifDefined(field.view.autocomplete)}
      ?required=${field.view.required}
      aria-invalid=${invalid(field)}
      aria-describedby=${describedBy(field)}
      .value=${textValue(field)}
      @input=${take}
      @change=${take}
      @blur=${takeUnheard}
    ></textarea>`,
  );
}

/** A free list: each line is an item. */
export function lines(field: FieldProps) {
  const help = `${field.help ?? ''} ${field.messages.onePerLine}`;
  return textarea({ ...field, help }, (text) => text.split('\n'));
}

/** The URL of a picture, with a preview. */
export function picture(field: FieldProps) {
  return labelled(
    field,
    html`<div class="with-preview">
      <span class="avatar preview" aria-hidden="true">${avatarPicture(previewUrl(field))}</span>
      ${inputControl(field, 'url', { verbatim: true })}
    </div>`,
  );
}

/** No preview while typing: half a URL could request a picture from another server. */
function previewUrl({ value, typing, error }: FieldProps): unknown {
  if (typing) return noChange;
  return typeof value === 'string' && /^https:/i.test(value) && !error ? value : null;
}
