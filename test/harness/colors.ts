/** Reads the colors that an element's tokens result in. */

type Color = readonly [red: number, green: number, blue: number];

/** Returns the color of a token inside an element, as numbers from 0 to 255. */
export function tokenColor(element: Element, token: string): Color {
  const inside = element.shadowRoot?.querySelector('.card, .page') ?? element;
  const probe = document.createElement('i');
  probe.style.color = `var(${token})`;
  inside.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return pixelOf(color);
}

/** The browser may answer in any color space: a canvas converts it. */
function pixelOf(color: string): Color {
  const canvas = document.createElement('canvas').getContext('2d');
  if (!canvas) throw new Error('there is no canvas');
  canvas.fillStyle = color;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(one: Color, other: Color): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(color: Color): number {
  const [red = 0, green = 0, blue = 0] = color.map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
