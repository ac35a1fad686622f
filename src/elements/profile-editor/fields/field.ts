import { html, noChange, nothing, type TemplateResult } from 'lit';
import { directive, Directive, type PropertyPart } from 'lit/directive.js';
import type { Messages } from '../../../messages/messages.js';
import type { FieldView } from '../../../policy/views/view.js';
import type { FieldValue } from '../../../policy/vocabulary.js';

/** What every field renderer is given. */
export interface FieldProps {
  readonly view: FieldView;
  /** Unique in the shadow root; the ids of help and error are built on it. */
  readonly id: string;
  readonly label: string;
  readonly help: string | undefined;
  readonly error: string | undefined;
  readonly value: FieldValue;
  /** The person is in the middle of it: the control is right, whatever the value says. */
  readonly typing: boolean;
  readonly lang: string;
  readonly messages: Messages;
  /** What is known of the stored value: verified, not verified. */
  readonly badge: unknown;
  /** Shown below the control: the two sides of a conflict. */
  readonly footer: unknown;
  onType(value: FieldValue): void;
  /** A value is complete for the moment: Enter, a picked date. */
  onSettle(): void;
  onLeave(): void;
}

export type FieldRenderer = (field: FieldProps) => TemplateResult;

/** A number or date typed half: no value yet, and not empty either. No rule accepts it. */
export const unreadable = Number.NaN;

/** What all fields have in common: below the control, what is wrong and what helps. */
export function frame(field: FieldProps, control: TemplateResult): TemplateResult {
  const { id, error, help, badge, footer } = field;
  // Error and help are always there, so that `aria-describedby` points at something; empty, they are not shown.
  return html`<div class="field" part="field" @change=${field.onSettle} @focusout=${field.onLeave}>
    ${control} ${badge}
    <small class="error" part="error" id="${id}-error">${error}</small>
    <small class="help" part="help" id="${id}-help">${help}</small>
    ${footer}
  </div>`;
}

/** A field in one control, with its label above. */
export function labelled(field: FieldProps, control: TemplateResult): TemplateResult {
  return frame(field, html`<label for=${field.id} part="label">${labelText(field)}</label> ${control}`);
}

/** The control says `required` to assistive technology by its attribute. */
export function labelText({ label, view, messages }: FieldProps): TemplateResult {
  return html`${label}
  ${view.required ? html`<small aria-hidden="true">${messages.required}</small>` : nothing}`;
}

export function describedBy({ id }: FieldProps): string {
  return `${id}-error ${id}-help`;
}

export function invalid({ error }: FieldProps): 'true' | typeof nothing {
  return error ? 'true' : nothing;
}

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
    return noChange;
  }
}

export const liveValue = directive(LiveValue);

/** The value of a text control: empty for no value, and for one that can't be read yet. */
export function textValue({ typing, value }: FieldProps): unknown {
  return liveValue(value === null || Number.isNaN(value) ? '' : String(value), typing);
}
