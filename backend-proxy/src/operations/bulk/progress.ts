/** The progress of a bulk run, as it travels. */
import type { BulkCounts, BulkItem, BulkRun } from '../../../../src/contract/index.js';
import type { BulkRuns, StoredRun } from '../../storage/storage.js';

/** How many results an answer holds: about 1 MB, if each has a receipt. */
const maxResults = 1_000;

export const noItems: BulkCounts = { allowed: 0, waiting: 0, done: 0, refused: 0, failed: 0 };

/** Returns the run with the results that follow the first `after`. */
export async function readProgress(bulkRuns: BulkRuns, run: StoredRun, after: number): Promise<BulkRun> {
  const page = { after, limit: maxResults };
  return toView(run, after, await bulkRuns.results(run.actor.organizationId, run.id, page));
}

export function toView(
  { id, request, state, startedAt, endedAt, counts }: StoredRun,
  after: number,
  items: readonly BulkItem[] = [],
): BulkRun {
  return {
    id,
    operation: request.operation,
    state,
    startedAt,
    endedAt,
    counts: { ...noItems, ...counts },
    items,
    position: after + items.length,
  };
}
