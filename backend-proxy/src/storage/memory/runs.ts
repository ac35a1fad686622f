import type { BulkItem } from '../../../../src/contract/index.js';
import { Expiring } from './expiring.js';
import type { BulkRuns, Lease, StoredRun } from '../storage.js';

/** Counted from the last change. */
const lifetimeMs = 24 * 60 * 60 * 1000;
/** A run can hold 1,000 members. */
const capacity = 200;

interface Run extends Omit<StoredRun, 'items'> {
  readonly items: Map<string, BulkItem>;
  readonly leaseHolder: string;
  readonly leasedUntil: number;
}

export function createMemoryRuns(now: () => number): BulkRuns {
  const runs = new Expiring<Run>(now, capacity);

  function change(organizationId: string, id: string, update: (run: Run) => Run): void {
    const key = keyOf(organizationId, id);
    const known = runs.get(key);
    if (known) runs.set(key, update(known.value), lifetimeMs);
  }

  const leased = ({ holder, seconds }: Lease) => ({
    leaseHolder: holder,
    leasedUntil: now() + seconds * 1000,
  });
  const isHeldBy = (run: Run | undefined, { holder }: Lease) =>
    run?.state === 'running' && run.leaseHolder === holder;

  return {
    add: async (run, lease) => {
      const items = new Map(run.items.map((item) => [item.userId, item]));
      runs.set(keyOf(run.actor.organizationId, run.id), { ...run, items, ...leased(lease) }, lifetimeMs);
    },
    read: async (organizationId, id) => toStored(runs.get(keyOf(organizationId, id))?.value),
    claim: async (lease) => {
      for (const { value: run } of runs.values()) {
        if (run.state !== 'running' || run.leasedUntil > now()) continue;
        change(run.actor.organizationId, run.id, (known) => ({ ...known, ...leased(lease) }));
        return toStored(run);
      }
      return null;
    },
    renew: async (organizationId, id, lease) =>
      change(organizationId, id, (run) => (isHeldBy(run, lease) ? { ...run, ...leased(lease) } : run)),
    begin: async (organizationId, id, { userId, permissionsAtStart }, lease) => {
      if (!isHeldBy(runs.get(keyOf(organizationId, id))?.value, lease)) return false;
      change(organizationId, id, (run) => ({
        ...run,
        ...leased(lease),
        current: userId,
        permissionsAtStart,
      }));
      return true;
    },
    note: async (organizationId, id, items) =>
      change(organizationId, id, (run) => {
        for (const item of items) run.items.set(item.userId, item);
        return { ...run, current: null };
      }),
    end: async (organizationId, id, state) =>
      change(organizationId, id, (run) =>
        run.state === 'running' ? { ...run, state, endedAt: new Date(now()).toISOString() } : run,
      ),
  };
}

function toStored(run: Run | undefined): StoredRun | null {
  if (!run) return null;
  const { items, id, actor, request, state, startedAt, endedAt, permissionsAtStart, current } = run;
  return {
    id,
    actor,
    request,
    state,
    startedAt,
    endedAt,
    permissionsAtStart,
    current,
    items: [...items.values()],
  };
}

function keyOf(organizationId: string, id: string): string {
  return JSON.stringify([organizationId, id]);
}
