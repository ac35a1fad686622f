import { noChange } from 'lit';
import { directive, Directive, type ElementPart } from 'lit/directive.js';

/**
 * Hands over the element it stands on, once: as it comes into the page. Lit's `ref` tells of its going too, which nobody
 * here asks for, with four times the code.
 */
class Arrival extends Directive {
  #isTold = false;

  render(_tell: (element: Element) => void): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [tell]: [(element: Element) => void]): unknown {
    if (!this.#isTold) tell(element);
    this.#isTold = true;
    return noChange;
  }
}

export const arrival = directive(Arrival);
