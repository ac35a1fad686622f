import { html } from 'lit';

interface ButtonOptions {
  /** The name of its `::part`, beside `button`. */
  readonly part?: string;
  readonly primary?: boolean;
  /** Does nothing for now. Something near it has to say why. */
  readonly idle?: boolean;
}

/**
 * `aria-disabled` and not `disabled`: a button that became disabled while it holds the focus would drop it on the
 * page, and could not be found by the keyboard to learn why.
 */
export function button(label: string, press: () => unknown, { part, primary, idle }: ButtonOptions = {}) {
  return html`<button
    type="button"
    class=${primary ? 'primary' : 'plain'}
    part="button ${part ?? ''}"
    aria-disabled=${Boolean(idle)}
    @click=${() => idle || press()}
  >
    ${label}
  </button>`;
}
