/** Resolves when what has just been rendered is on screen; at once in a page that isn't shown, where nothing is painted. */
export async function afterPaint(): Promise<void> {
  if (document.hidden) return;
  await new Promise(requestAnimationFrame);
  // Callbacks of a frame run before it is painted, the next task after it.
  await new Promise((resolve) => setTimeout(resolve));
}
