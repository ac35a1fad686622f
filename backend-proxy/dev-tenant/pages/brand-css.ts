import type { Organization } from '../directory.js';

/** Applies an organization's color to the primary button, with a readable text color. */
export function brandCss(organization: Organization | undefined): string {
  const primary = organization?.branding?.colors?.['primary'] ?? '';
  if (!/^#[0-9a-f]{6}$/i.test(primary)) return '';
  const ink = luminance(primary) > 0.18 ? '#000000' : '#ffffff';
  return `.primary { border-color: ${primary}; background: ${primary}; color: ${ink}; }\n`;
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance; black and white have equal contrast at 0.179. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
