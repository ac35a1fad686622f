import { html } from 'lit';
import { describedBy, frame, invalid, labelText, marks, liveValue, type FieldProps } from './field.js';
import { optionsFor } from './options.js';

/** One checkbox for each choice. */
export function checkboxGroup(field: FieldProps) {
  const { view, value, lang } = field;
  const chosen = Array.isArray(value) ? (value as readonly string[]) : [];
  const toggle = (option: string, on: boolean) =>
    field.onType(on ? [...chosen, option] : chosen.filter((other) => other !== option));
  const boxes = optionsFor(view, value, lang).map(({ value: option, label }, index) =>
    checkboxControl(
      field,
      `${field.id}-${index}`,
      option,
      chosen.includes(option),
      (on) => toggle(option, on),
      label,
    ),
  );
  return frame(
    field,
    html`<fieldset aria-describedby=${describedBy(field)}>
      <legend part="label">${labelText(field)}</legend>
      ${marks(field)} ${boxes}
    </fieldset>`,
  );
}

/** A boolean field. An optional value that was never set becomes `null` again when the box is cleared. */
export function checkbox(field: FieldProps) {
  const { value, required } = field.view;
  const off = value === null && !required ? null : false;
  const control = checkboxControl(
    field,
    field.id,
    'on',
    field.value === true,
    (on) => field.onType(on || off),
    labelText(field),
  );
  return frame(field, html`<div class="head">${control} ${marks(field)}</div>`);
}

function checkboxControl(
  field: FieldProps,
  id: string,
  value: string,
  checked: boolean,
  onToggle: (on: boolean) => void,
  label: unknown,
) {
  return html`<label class="check">
    <input
      id=${id}
      type="checkbox"
      part="checkbox"
      name=${field.view.name}
      value=${value}
      aria-invalid=${invalid(field)}
      aria-describedby=${describedBy(field)}
      .checked=${liveValue(checked)}
      @change=${(event: Event) => onToggle((event.currentTarget as HTMLInputElement).checked)}
    />
    <span>${label}</span>
  </label>`;
}
