import { html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { describedBy, invalid, labelled, liveValue, type FieldProps } from './field.js';
import { optionsFor, type Option } from './options.js';

export function select(field: FieldProps) {
  const { view, value, lang } = field;
  return labelled(
    field,
    html`<select
      id=${field.id}
      part="input"
      name=${view.name}
      autocomplete=${ifDefined(view.autocomplete)}
      ?required=${view.required}
      aria-invalid=${invalid(field)}
      aria-describedby=${describedBy(field)}
      @change=${(event: Event) => field.onType((event.currentTarget as HTMLSelectElement).value || null)}
    >
      ${guard([view, value, lang, field.messages, field.isPainted], () => options(field))}
    </select>`,
  );
}

/** Guarded by the caller: otherwise every keystroke in the form would render four hundred time zones. */
function options({ view, value, lang, messages, isPainted }: FieldProps) {
  const isBrief = !isPainted && !view.constraints.choices;
  const offered = optionsFor(view, value, lang, isBrief ? [] : undefined);
  const groups = new Set(offered.map((option) => option.group));
  const optional = value === null || !view.required;
  return html`${
    optional
      ? html`<option value="" .selected=${liveValue(value === null)}>${messages.notSet}</option>`
      : nothing
  }
  ${[...groups].map((group) => {
    const members = offered.filter((option) => option.group === group);
    const rendered = members.map((option) => optionTag(option, value));
    return group ? html`<optgroup label=${group}>${rendered}</optgroup>` : rendered;
  })}`;
}

function optionTag(option: Option, value: unknown) {
  return html`<option
    dir="auto"
    value=${option.value}
    lang=${ifDefined(option.lang)}
    .selected=${liveValue(option.value === value)}
  >
    ${option.label}
  </option>`;
}
