/** Applies an organization's brand color, adjusted so that it is readable in both themes. */
import type { LitElement } from 'lit';

type Color = readonly [red: number, green: number, blue: number];

const white: Color = [255, 255, 255];
const black: Color = [0x0f, 0x14, 0x24];

/** https://www.w3.org/TR/WCAG22/#contrast-minimum */
const minContrast = 4.5;
/** The share of the accent in the background of a selected row, where text in the accent color appears too. */
const tint = 0.09;

const surfaceNames = ['surface', 'sunken', 'raised'];

export class OrganizationBranding {
  readonly #host: LitElement;
  readonly #sheet = new CSSStyleSheet();
  readonly #probe = surfaceProbe(() => this.#fit());
  #color: Color | null = null;
  /** What the sheet says. */
  #css = '';

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** Sets the accent color of the host, a hex color; `null` restores its own. */
  apply(color: string | null): void {
    const root = this.#host.shadowRoot;
    const parsed = parseHex(color ?? '');
    if (!root || this.#color?.join() === parsed?.join()) return;
    const others = root.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
    this.#color = parsed;
    root.adoptedStyleSheets = parsed ? [...others, this.#sheet] : others;
    if (parsed) root.append(this.#probe);
    else this.#probe.remove();
    this.#fit();
  }

  dispose(): void {
    this.apply(null);
  }

  #fit(): void {
    const root = this.#host.shadowRoot;
    if (!root || !this.#color) return;
    const text = accentCss(this.#color, root);
    if (text !== this.#css) this.#sheet.replaceSync(text);
    this.#css = text;
  }
}

/**
 * Returns an invisible element that calls back when a surface changes. Hosts change their tokens with a class on any ancestor,
 * which only a transition reports, or an animation if the element wasn't displayed before.
 */
function surfaceProbe(onChange: () => void): HTMLElement {
  const probe = document.createElement('i');
  const shadows = surfaceNames.map((name) => `0 0 var(--${name})`);
  probe.style.cssText = `position:fixed;transition:1ms;animation:shown 1ms;box-shadow:${shadows.join()}`;
  probe.ontransitionrun = probe.onanimationstart = onChange;
  return probe;
}

/** Returns the style sheet with the accent color. */
function accentCss(color: Color, root: ShadowRoot): string {
  const onLight = readable(color, surfacesOf(root, 'light'));
  const onDark = readable(color, surfacesOf(root, 'dark'));
  const declarations = [
    `--accent:var(--orgdesk-accent,light-dark(${css(onLight)},${css(onDark)}))`,
    `--on-accent:var(--orgdesk-on-accent,light-dark(${css(textOn(onLight))},${css(textOn(onDark))}))`,
  ];
  return `:host{${declarations.join(';')}}@keyframes shown{}`;
}

/** What the accent is seen on, which the host can have set. */
function surfacesOf(root: ShadowRoot, scheme: 'light' | 'dark'): readonly Color[] {
  const probe = document.createElement('i');
  probe.style.colorScheme = scheme;
  root.append(probe);
  const colors = surfaceNames.map((name): Color => {
    // Answered as `color(srgb 1 1 1)`, whatever the host has written.
    probe.style.color = `color(from var(--${name}) srgb r g b)`;
    const [red = 1, green = 1, blue = 1] = getComputedStyle(probe).color.match(/[\d.]+(?:e-\d+)?/g) ?? [];
    return [Number(red) * 255, Number(green) * 255, Number(blue) * 255];
  });
  probe.remove();
  return colors;
}

function parseHex(text: string): Color | null {
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(text);
  const long = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(text);
  const digits = short?.slice(1).map((digit) => digit + digit) ?? long?.slice(1);
  const [red, green, blue] = digits?.map((pair) => parseInt(pair, 16)) ?? [];
  return red === undefined || green === undefined || blue === undefined ? null : [red, green, blue];
}

/** Mixes the color with as little black or white as makes it readable on the surfaces. */
function readable(color: Color, surfaces: readonly Color[]): Color {
  const end = textOn(surfaces[0] ?? white);
  for (let share = 0; share < 1; share += 0.05) {
    const mixed = mix(color, end, share);
    if (surfaces.every((surface) => contrast(mixed, mix(surface, mixed, tint)) >= minContrast)) return mixed;
  }
  return end;
}

const textOn = (color: Color): Color => (contrast(color, white) >= contrast(color, black) ? white : black);

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
