/** Which tokens are seen on which, and how much contrast they need. */
import { contrast, tokenColor } from './colors.js';

const planes = ['surface', 'sunken', 'raised'];
const backgrounds = [...planes, 'selected', 'open', 'hover'];
const softs = ['danger-soft', 'ok-soft', 'warn-soft'];

/** What is written on what: https://www.w3.org/TR/WCAG22/#contrast-minimum */
const texts: readonly (readonly [text: string, backgrounds: readonly string[]])[] = [
  ['ink', [...backgrounds, ...softs]],
  ['muted', [...backgrounds, ...softs]],
  ['link', backgrounds],
  ['danger', [...planes, 'danger-soft']],
  ['ok', [...planes, 'ok-soft']],
  ['warn', [...planes, 'warn-soft']],
  ['on-accent', ['accent']],
  ['on-danger', ['danger']],
  // A toast.
  ['surface', ['ink']],
];

/** Borders of inputs, checkboxes, and the focus ring: https://www.w3.org/TR/WCAG22/#non-text-contrast */
const shapes: readonly (readonly [shape: string, backgrounds: readonly string[]])[] = [
  ['line-strong', planes],
  ['accent', backgrounds],
];

/** Returns the pairs with less contrast than they need, as text. */
export const weakPairs = (element: Element): string[] => [
  ...tooWeak(element, texts, 4.5),
  ...tooWeak(element, shapes, 3),
];

function tooWeak(element: Element, pairs: typeof texts, least: number): string[] {
  const color = (name: string) => tokenColor(element, `--${name}`);
  return pairs.flatMap(([front, behind]) =>
    behind.flatMap((back) => {
      const ratio = contrast(color(front), color(back));
      return ratio < least ? [`${front} on ${back}: ${ratio.toFixed(2)}`] : [];
    }),
  );
}
