import { html, noChange, nothing, type TemplateResult } from 'lit';
import { directive, Directive, type PropertyPart } from 'lit/directive.js';
import type { ProfileMessages } from '../../../messages/en/profile.js';
import type { FieldView } from '../../../policy/views/view.js';
import type { FieldValue } from '../../../policy/vocabulary.js';

/** Input of every field renderer. */
export interface FieldProps {
  readonly view: FieldView;
  /** Unique in the shadow root. The ids of help and error start with it. */
  readonly id: string;
  readonly label: string;
  readonly help: string | undefined;
  readonly error: string | undefined;
  readonly value: FieldValue;
  /** Whether the user is typing: the control keeps what it holds. */
  readonly typing: boolean;
  readonly lang: string;
  readonly messages: ProfileMessages;
  /** Whether the profile has been painted: until then, a long list of options has only the chosen one. */
  readonly isPainted: boolean;
  /** Whether the value is verified, or not saved yet. */
  readonly badge: unknown;
  /** Content below the control, such as a conflict. */
  readonly footer: unknown;
  onType(value: FieldValue): void;
  /** The user pressed Enter or picked a value. */
  onSettle(): void;
  onLeave(): void;
}

export type FieldRenderer = (field: FieldProps) => TemplateResult;

/** A half-typed number or date: not empty, and never valid. */
export const unreadable = Number.NaN;

/** A field with its error and help below the control. */
export function frame(field: FieldProps, control: TemplateResult): TemplateResult {
  const { id, error, help, footer } = field;
  // Error and help are rendered even if empty, as targets of `aria-describedby`.
  return html`<div class="field" part="field" @change=${field.onSettle} @focusout=${field.onLeave}>
    ${control}
    <small class="error" part="error" id="${id}-error">${error}</small>
    <small class="help" part="help" id="${id}-help">${help}</small>
    ${footer}
  </div>`;
}

/** A field with one control and its label. */
export function labelled(field: FieldProps, control: TemplateResult): TemplateResult {
  return frame(
    field,
    html`<div class="head">
        <label for=${field.id} part="label">${labelText(field)}</label> ${marks(field)}
      </div>
      ${control}`,
  );
}

/** Describes the control, so that it is heard with it. */
export function marks({ id, badge }: FieldProps): TemplateResult {
  return html`<span id="${id}-badge">${badge}</span>`;
}

/** Hidden from assistive technology, which reads the `required` attribute of the control. */
export function labelText({ label, view, messages }: FieldProps): TemplateResult {
  return html`${label}
  ${view.required ? html`<small aria-hidden="true">${messages.required}</small>` : nothing}`;
}

export function describedBy({ id }: FieldProps): string {
  return `${id}-badge ${id}-error ${id}-help`;
}

export function invalid({ error }: FieldProps): 'true' | typeof nothing {
  return error ? 'true' : nothing;
}

/** What was shown last in a control, as the browser holds it: a text input keeps no line breaks. */
const shown = new WeakMap<Element, unknown>();

/**
 * Sets a property of a control, compared with what the control holds now and not with what was rendered last, because the
 * user changes it too. While `isHeld`, the control is left alone, so that typing isn't overwritten.
 */
class LiveValue extends Directive {
  render(_value: unknown, _isHeld?: boolean): unknown {
    return noChange;
  }

  override update({ element, name }: PropertyPart, [value, isHeld]: [unknown, boolean?]): unknown {
    const control = element as unknown as Record<string, unknown>;
    if (!isHeld && control[name] !== value) control[name] = value;
    if (!isHeld) shown.set(element, control[name]);
    return noChange;
  }
}

export const liveValue = directive(LiveValue);

/**
 * Handlers for a text control. Form fillers and password managers can send `change` without `input`, or nothing until the
 * focus leaves.
 */
export function textHandlers<Control extends HTMLInputElement | HTMLTextAreaElement>(
  field: FieldProps,
  read: (control: Control) => FieldValue,
) {
  const take = ({ currentTarget }: Event) => field.onType(read(currentTarget as Control));
  const takeUnheard = (event: Event) => {
    const control = event.currentTarget as Control;
    if (!field.typing && control.value !== shown.get(control)) take(event);
  };
  return { take, takeUnheard };
}

/** The value of a text control: empty for no value, and for one that can't be read yet. */
export function textValue({ typing, value }: FieldProps): unknown {
  return liveValue(value === null || Number.isNaN(value) ? '' : [value].flat().join('\n'), typing);
}
