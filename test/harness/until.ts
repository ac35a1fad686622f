/** Only what never comes takes that long, however slow the machine is. */
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
