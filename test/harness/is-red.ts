/** Whether the text or the background of something has the color of what takes something away. */
export function isRed(element: Element): boolean {
  const probe = document.createElement('i');
  probe.style.color = 'var(--danger)';
  element.append(probe);
  const red = getComputedStyle(probe).color;
  probe.remove();
  const { color, backgroundColor } = getComputedStyle(element);
  return color === red || backgroundColor === red;
}
