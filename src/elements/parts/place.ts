/** Pixels between a popover and the edges of the viewport. */
const margin = 8;

/**
 * Places a popover below the control it belongs to, or above it where there is no room, inside the viewport.
 * `align` says which of their edges are in line.
 */
export function place(popover: HTMLElement, anchor: HTMLElement, align: 'start' | 'end'): void {
  const at = anchor.getBoundingClientRect();
  const { width, height } = popover.getBoundingClientRect();
  const isRtl = getComputedStyle(anchor).direction === 'rtl';
  const left = isRtl === (align === 'end') ? at.left : at.right - width;
  const below = at.bottom + 4;
  const top = below + height > innerHeight - margin ? at.top - height - 4 : below;
  // Set through the CSSOM: a strict CSP blocks style attributes.
  popover.style.left = `${Math.max(margin, Math.min(left, innerWidth - width - margin))}px`;
  popover.style.top = `${Math.max(margin, top)}px`;
}
