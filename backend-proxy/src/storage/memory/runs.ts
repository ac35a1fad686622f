import { Expiring } from './expiring.js';
import type { BulkRuns, Lease, RunCounts, RunResult, StoredRun } from '../storage.js';

/** Counted from the last change. */
const lifetimeMs = 24 * 60 * 60 * 1000;
/** Of all runs together. The oldest runs are dropped first. */
const maxMembers = 200_000;

interface Run extends Omit<StoredRun, 'counts'> {
  /** Without a result, in the order of the request. */
  readonly waiting: Set<string>;
  readonly results: RunResult[];
  readonly leaseHolder: string;
  readonly leasedUntil: number;
}

export function createMemoryRuns(now: () => number): BulkRuns {
  const runs = new Expiring<Run>(now);

  const find = (organizationId: string, id: string) => runs.get(keyOf(organizationId, id))?.value;
  const held = (organizationId: string, id: string, { holder }: Lease) => {
    const run = find(organizationId, id);
    return run?.leaseHolder === holder ? run : undefined;
  };
  const change = (run: Run, changes: Partial<Run>) =>
    runs.set(keyOf(run.actor.organizationId, run.id), { ...run, ...changes }, lifetimeMs);
  const end = (run: Run, state: 'done' | 'cancelled') =>
    change(run, { state, endedAt: new Date(now()).toISOString() });
  const leased = ({ holder, seconds }: Lease) => ({
    leaseHolder: holder,
    leasedUntil: now() + seconds * 1000,
  });

  function makeRoom(size: number): void {
    let members = size;
    for (const { value: run } of runs.values().toReversed()) {
      members += run.waiting.size + run.results.length;
      if (members > maxMembers) runs.delete(keyOf(run.actor.organizationId, run.id));
    }
  }

  return {
    add: async (run, userIds, lease) => {
      makeRoom(userIds.length);
      const added = { ...run, waiting: new Set(userIds), results: [], ...leased(lease) };
      runs.set(keyOf(run.actor.organizationId, run.id), added, lifetimeMs);
    },
    read: async (organizationId, id) => {
      const run = find(organizationId, id);
      return run ? toStored(run) : null;
    },
    results: async (organizationId, id, { after, limit }) =>
      find(organizationId, id)?.results.slice(after, after + limit) ?? [],
    claim: async (lease) => {
      for (const { value: run } of runs.values()) {
        if (run.leasedUntil > now() || !isToProcess(run)) continue;
        change(run, leased(lease));
        return { run: toStored(run), waiting: [...run.waiting] };
      }
      return null;
    },
    renew: async (organizationId, id, lease) => {
      const run = held(organizationId, id, lease);
      if (run?.endedAt === null) change(run, leased(lease));
    },
    begin: async (organizationId, id, { userId, permissionsAtStart }, lease) => {
      const run = held(organizationId, id, lease);
      if (run?.endedAt !== null || (run.state !== 'running' && run.current !== userId)) return false;
      change(run, { ...leased(lease), current: userId, permissionsAtStart });
      return true;
    },
    note: async (organizationId, id, results, lease) => {
      const run = held(organizationId, id, lease);
      if (!run) return false;
      run.results.push(...results.filter(({ userId }) => run.waiting.delete(userId)));
      change(run, { current: null });
      return true;
    },
    finish: async (organizationId, id, lease) => {
      const run = held(organizationId, id, lease);
      if (run?.endedAt !== null || run.current !== null) return;
      if (run.waiting.size === 0) end(run, 'done');
      else if (run.state === 'stopping') end(run, 'cancelled');
      else change(run, { leasedUntil: now() });
    },
    setPaused: async (organizationId, id, isPaused) => {
      const run = find(organizationId, id);
      const [from, to] = isPaused ? (['running', 'paused'] as const) : (['paused', 'running'] as const);
      if (run?.state === from) change(run, { state: to });
    },
    cancel: async (organizationId, id) => {
      const run = find(organizationId, id);
      if (run?.endedAt !== null) return;
      if (run.current === null) end(run, 'cancelled');
      else change(run, { state: 'stopping' });
    },
  };
}

function isToProcess({ state, current }: Run): boolean {
  return state === 'running' || state === 'stopping' || (state === 'paused' && current !== null);
}

function toStored(run: Run): StoredRun {
  const { id, actor, request, state, startedAt, endedAt, permissionsAtStart, current } = run;
  const counts: Record<keyof RunCounts, number> = {
    waiting: run.waiting.size,
    done: 0,
    refused: 0,
    failed: 0,
  };
  for (const result of run.results) counts[result.state] += 1;
  return { id, actor, request, state, startedAt, endedAt, counts, permissionsAtStart, current };
}

function keyOf(organizationId: string, id: string): string {
  return JSON.stringify([organizationId, id]);
}
