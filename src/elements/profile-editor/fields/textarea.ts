import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { describedBy, invalid, labelled, textValue, type FieldProps } from './field.js';

export function textarea(field: FieldProps) {
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
      @input=${(event: InputEvent) => field.onType((event.currentTarget as HTMLTextAreaElement).value)}
    ></textarea>`,
  );
}
