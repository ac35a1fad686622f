/** Puts back what was there when it was made; as often as it is called. */
export type Restore = () => void;

/** Something that can be put back as it was. */
export interface Restorable {
  snapshot(): Restore;
}

export function snapshotMap<K, V>(map: Map<K, V>): Restore {
  const kept = structuredClone([...map]);
  return () => {
    map.clear();
    // Copied again: what is put back will be changed, and may have to be put back once more.
    for (const [key, value] of structuredClone(kept)) map.set(key, value);
  };
}

/** All of them together. */
export function snapshotAll(all: readonly Restorable[]): Restore {
  const restores = all.map((each) => each.snapshot());
  return () => {
    for (const restore of restores) restore();
  };
}
