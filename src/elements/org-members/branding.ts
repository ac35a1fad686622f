/** An organization's own colour, made readable on both themes; one that cannot be is left out. */

import type { LitElement } from 'lit';

type Color = readonly [red: number, green: number, blue: number];

/** The surfaces of the two themes, as the tokens have them. */
const light: Color = [255, 255, 255];
const dark: Color = [0x17, 0x1a, 0x21];
const black: Color = [0x10, 0x13, 0x1c];

/** WCAG 2.2, 1.4.3. */
const least = 4.5;
/** How much of the accent is in a selected row, on which it is written too. */
const tint = 0.09;

/** Gives an element its organization's colour: once, and another one where it is another organization. */
export class OrganizationBranding {
  readonly #host: LitElement;
  #colour: string | null = null;
  #sheet: CSSStyleSheet | null = null;

  constructor(host: LitElement) {
    this.#host = host;
  }

  apply(color: string | null): void {
    const root = this.#host.shadowRoot;
    if (this.#colour === color || !root) return;
    const others = root.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
    this.#colour = color;
    this.#sheet = brandSheet(color);
    root.adoptedStyleSheets = this.#sheet ? [...others, this.#sheet] : others;
  }
}

/** A sheet with the colour, or `null` where it is no colour. */
function brandSheet(primaryColor: string | null): CSSStyleSheet | null {
  const color = parse(primaryColor ?? '');
  if (!color) return null;
  const onLight = readable(color, light, black);
  const onDark = readable(color, dark, light);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    `:host{--accent:var(--orgdesk-accent,light-dark(${css(onLight)},${css(onDark)}));--on-accent:var(--orgdesk-on-accent,light-dark(${css(textOn(onLight))},${css(textOn(onDark))}))}`,
  );
  return sheet;
}

function parse(text: string): Color | null {
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(text);
  const long = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(text);
  const digits = short?.slice(1).map((digit) => digit + digit) ?? long?.slice(1);
  const [red, green, blue] = digits?.map((pair) => parseInt(pair, 16)) ?? [];
  return red === undefined || green === undefined || blue === undefined ? null : [red, green, blue];
}

/** As much of the colour as leaves it readable: the rest is taken from the far end. */
function readable(color: Color, surface: Color, end: Color): Color {
  for (let share = 0; share < 1; share += 0.05) {
    const tried = mix(color, end, share);
    if (contrast(tried, mix(surface, tried, tint)) >= least) return tried;
  }
  return end;
}

const textOn = (color: Color): Color => (contrast(color, light) >= contrast(color, black) ? light : black);

function mix(one: Color, other: Color, share: number): Color {
  const at = (index: 0 | 1 | 2) => Math.round(one[index] * (1 - share) + other[index] * share);
  return [at(0), at(1), at(2)];
}

function contrast(one: Color, other: Color): number {
  const [less, more] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return ((more ?? 0) + 0.05) / ((less ?? 0) + 0.05);
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(color: Color): number {
  const [red = 0, green = 0, blue = 0] = color.map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const css = (color: Color) => `rgb(${color.join(' ')})`;
