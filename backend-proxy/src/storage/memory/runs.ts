import type { BulkItem } from '../../../../src/contract/index.js';
import { Expiring } from './expiring.js';
import type { BulkRuns, StoredRun } from '../storage.js';

/** Counted from the last change. */
const lifetimeMs = 24 * 60 * 60 * 1000;
/** A run can hold 1,000 members. */
const capacity = 200;

interface Run extends Omit<StoredRun, 'items'> {
  readonly items: Map<string, BulkItem>;
}

export function createMemoryRuns(now: () => number): BulkRuns {
  const runs = new Expiring<Run>(now, capacity);

  const change = (organizationId: string, id: string, news: (run: Run) => Run) => {
    const key = keyOf(organizationId, id);
    const known = runs.get(key);
    if (known) runs.set(key, news(known.value), lifetimeMs);
  };

  return {
    add: async (run) => {
      const items = new Map(run.items.map((item) => [item.userId, item]));
      runs.set(keyOf(run.actor.organizationId, run.id), { ...run, items }, lifetimeMs);
    },
    read: async (organizationId, id) => {
      const run = runs.get(keyOf(organizationId, id))?.value;
      return run ? { ...run, items: [...run.items.values()] } : null;
    },
    note: async (organizationId, id, items) =>
      change(organizationId, id, (run) => {
        for (const item of items) run.items.set(item.userId, item);
        return run;
      }),
    end: async (organizationId, id, state) =>
      change(organizationId, id, (run) =>
        run.state === 'running' ? { ...run, state, endedAt: new Date(now()).toISOString() } : run,
      ),
  };
}

function keyOf(organizationId: string, id: string): string {
  return JSON.stringify([organizationId, id]);
}
