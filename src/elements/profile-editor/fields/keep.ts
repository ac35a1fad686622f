import { noChange } from 'lit';
import { directive, Directive, type PropertyPart } from 'lit/directive.js';

/**
 * Keeps a property of a control at a value: compared with what the control says, which a person changes, and not
 * with what was rendered last. While it is `held` it is left alone: no keystroke is rewritten.
 */
class LiveValue extends Directive {
  render(_value: unknown, _held?: boolean): unknown {
    return noChange;
  }

  override update({ element, name }: PropertyPart, [value, held]: [unknown, boolean?]): unknown {
    const control = element as unknown as Record<string, unknown>;
    if (!held && control[name] !== value) control[name] = value;
    return noChange;
  }
}

export const liveValue = directive(LiveValue);
