/** Applies an organization's brand color, adjusted so that it is readable in both themes. */
import type { LitElement } from 'lit';

type Color = readonly [red: number, green: number, blue: number];

/** The surfaces of the two themes, as in the tokens; of the dark ones the lightest, which leaves the least contrast. */
const light: Color = [255, 255, 255];
const dark: Color = [0x1c, 0x20, 0x28];
const black: Color = [0x0f, 0x14, 0x24];

/** https://www.w3.org/TR/WCAG22/#contrast-minimum */
const minContrast = 4.5;
/** The share of the accent in the background of a selected row, where text in the accent color appears too. */
const tint = 0.09;

export class OrganizationBranding {
  readonly #host: LitElement;
  #color: string | null = null;
  #sheet: CSSStyleSheet | null = null;

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** Sets the accent color of the host; `null` restores its own. */
  apply(color: string | null): void {
    const root = this.#host.shadowRoot;
    if (this.#color === color || !root) return;
    const others = root.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
    this.#color = color;
    this.#sheet = brandSheet(color);
    root.adoptedStyleSheets = this.#sheet ? [...others, this.#sheet] : others;
  }

  dispose(): void {
    this.apply(null);
  }
}

/** Returns a style sheet with the accent color, or `null` if the value isn't a hex color. */
function brandSheet(primaryColor: string | null): CSSStyleSheet | null {
  const color = parseHex(primaryColor ?? '');
  if (!color) return null;
  const onLight = readable(color, light, black);
  const onDark = readable(color, dark, light);
  const sheet = new CSSStyleSheet();
  const declarations = [
    `--accent:var(--orgdesk-accent,light-dark(${css(onLight)},${css(onDark)}))`,
    `--on-accent:var(--orgdesk-on-accent,light-dark(${css(textOn(onLight))},${css(textOn(onDark))}))`,
  ];
  sheet.replaceSync(`:host{${declarations.join(';')}}`);
  return sheet;
}

function parseHex(text: string): Color | null {
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(text);
  const long = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(text);
  const digits = short?.slice(1).map((digit) => digit + digit) ?? long?.slice(1);
  const [red, green, blue] = digits?.map((pair) => parseInt(pair, 16)) ?? [];
  return red === undefined || green === undefined || blue === undefined ? null : [red, green, blue];
}

/** Mixes the color with as little of `end` as makes it readable on the surface. */
function readable(color: Color, surface: Color, end: Color): Color {
  for (let share = 0; share < 1; share += 0.05) {
    const mixed = mix(color, end, share);
    if (contrast(mixed, mix(surface, mixed, tint)) >= minContrast) return mixed;
  }
  return end;
}

const textOn = (color: Color): Color => (contrast(color, light) >= contrast(color, black) ? light : black);

function mix(one: Color, other: Color, share: number): Color {
  const at = (index: 0 | 1 | 2) => Math.round(one[index] * (1 - share) + other[index] * share);
  return [at(0), at(1), at(2)];
}

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: Color, other: Color): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
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
