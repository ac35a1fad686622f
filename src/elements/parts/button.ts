import { html, type TemplateResult } from 'lit';

interface ButtonOptions {
  /** Additional `::part` name. */
  readonly part?: string;
  readonly primary?: boolean;
  /** Takes something away. */
  readonly danger?: boolean;
  /** Before the label. */
  readonly icon?: TemplateResult;
  /** Disabled for now. Text next to the button has to say why. */
  readonly idle?: boolean;
}

/**
 * A button. Uses `aria-disabled`, because `disabled` would drop the focus and hide the button from keyboard users, who
 * could not find out why.
 */
export function button(
  label: string,
  press: (event: Event) => unknown,
  { part, primary, danger, icon, idle }: ButtonOptions = {},
) {
  return html`<button
    type="button"
    class=${primary ? 'primary' : danger ? 'danger' : 'plain'}
    part="button ${part ?? ''}"
    aria-disabled=${Boolean(idle)}
    @click=${(event: Event) => idle || press(event)}
  >
    ${icon ? html`${icon} <span>${label}</span>` : label}
  </button>`;
}
