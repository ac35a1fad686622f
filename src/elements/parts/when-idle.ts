/** Long enough for what follows a first render, in browsers that can't say when nothing is left to do. */
const fallbackMs = 500;

/** Resolves when the browser has nothing to do; never for readers who asked their browser to save data. */
export function whenIdle(): Promise<void> {
  const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean } };
  return new Promise((resolve) => {
    if (connection?.saveData) return;
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve());
    else setTimeout(resolve, fallbackMs);
  });
}
