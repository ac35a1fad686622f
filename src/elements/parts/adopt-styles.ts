import type { CSSResult, LitElement } from 'lit';

/** How much smaller the text of the page's root is than what the reader has chosen in the browser. */
let scale = 1;
const scaledSheets = new Map<CSSResult, CSSStyleSheet>();

/** Adds the styles of a lazy-loaded module to the element's shadow root, once. */
export function adoptStyles({ shadowRoot }: LitElement, ...styles: readonly CSSResult[]): void {
  const sheets = shadowRoot?.adoptedStyleSheets;
  for (const sheet of styles.flatMap(sheetOf)) {
    if (!sheets?.includes(sheet)) sheets?.push(sheet);
  }
}

/**
 * Replaces the styles of a new shadow root on pages with `html { font-size: 62.5% }` and the like, which would shrink lengths in
 * rem. A root with larger text is left alone: it can be the reader's wish.
 * @param isNested - Whether the root is inside an element of ours, whose text size was measured. To measure, the browser has to
 *   lay out the page.
 */
export function keepTextSize(root: ShadowRoot, styles: readonly CSSResult[], isNested: boolean): void {
  if (!isNested) measureScale(root);
  if (scale > 1) root.adoptedStyleSheets = styles.flatMap(sheetOf);
}

function measureScale(root: ShadowRoot): void {
  const probe = document.createElement('i');
  probe.style.fontSize = 'medium';
  root.append(probe);
  const now = Math.max(1, fontSizeOf(probe) / fontSizeOf(document.documentElement));
  probe.remove();
  if (now !== scale) scaledSheets.clear();
  scale = now;
}

const fontSizeOf = (element: Element) => parseFloat(getComputedStyle(element).fontSize);

function sheetOf(style: CSSResult): CSSStyleSheet | [] {
  if (scale === 1) return style.styleSheet ?? [];
  const known = scaledSheets.get(style);
  if (known) return known;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style.cssText.replace(/([\d.]+)rem\b/g, (_, length) => `${length * scale}rem`));
  scaledSheets.set(style, sheet);
  return sheet;
}
