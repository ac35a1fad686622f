/** Returns whether the text or the background has the color of destructive operations. */
export function isRed(element: Element): boolean {
  const probe = document.createElement('i');
  probe.style.color = 'var(--danger)';
  element.append(probe);
  const red = getComputedStyle(probe).color;
  probe.remove();
  const { color, backgroundColor } = getComputedStyle(element);
  return color === red || backgroundColor === red;
}
