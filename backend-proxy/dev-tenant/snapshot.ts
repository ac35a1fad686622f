/** Restores the state at the time of its creation. Can be called more than once. */
export type Restore = () => void;

/** A part of the state that supports snapshots. */
export interface Restorable {
  snapshot(): Restore;
}

export function snapshotMap<K, V>(map: Map<K, V>): Restore {
  const kept = structuredClone([...map]);
  return () => {
    map.clear();
    // Copied again: the restored state will change and may have to be restored once more.
    for (const [key, value] of structuredClone(kept)) map.set(key, value);
  };
}

/** Combines several snapshots. */
export function snapshotAll(all: readonly Restorable[]): Restore {
  const restores = all.map((each) => each.snapshot());
  return () => {
    for (const restore of restores) restore();
  };
}
