import type { CSSResult, LitElement } from 'lit';

/** Adds the styles of a lazy-loaded module to the element's shadow root, once. */
export function adoptStyles({ shadowRoot }: LitElement, ...styles: readonly CSSResult[]): void {
  const sheets = shadowRoot?.adoptedStyleSheets;
  for (const { styleSheet } of styles) {
    if (styleSheet && !sheets?.includes(styleSheet)) sheets?.push(styleSheet);
  }
}
