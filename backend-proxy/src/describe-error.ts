/** Returns what went wrong, for the operator's log: `TypeError: fetch failed`. Never for a response. */
export function describeError(reason: unknown): string {
  return reason instanceof Error ? `${reason.name}: ${reason.message}` : String(reason);
}
