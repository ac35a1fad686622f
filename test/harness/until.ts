/** Long enough for a slow machine: only a condition that never holds takes this long. */
const hangMs = 60_000;

/**
 * Settles until the condition holds.
 * @throws If it never does. Not by `Date`, which tests replace.
 */
export async function settleUntil(holds: () => boolean, settle: () => Promise<void>): Promise<void> {
  for (const start = performance.now(); !holds();) {
    if (performance.now() - start > hangMs) throw new Error(`It never came: ${holds.toString()}`);
    await settle();
  }
}
