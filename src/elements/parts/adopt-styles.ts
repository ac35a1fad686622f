import type { CSSResult, LitElement } from 'lit';

/** Brings the styles of a part that was loaded later into the element's shadow tree, once. */
export function adoptStyles({ shadowRoot }: LitElement, ...styles: readonly CSSResult[]): void {
  const sheets = shadowRoot?.adoptedStyleSheets;
  for (const { styleSheet } of styles) {
    if (styleSheet && !sheets?.includes(styleSheet)) sheets?.push(styleSheet);
  }
}
