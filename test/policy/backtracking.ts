/** A matcher that works as regular expression engines do, and counts what it does: time that a test can assert. */

/** One part of a pattern: a class with some characters it takes, and how often. */
export interface Part {
  readonly letters: readonly [source: string, sample: string];
  readonly quantifier: readonly [suffix: string, min: number, max: number];
}

/** Greedy, giving back one character at a time. Stops at the limit. */
export function countSteps(
  pattern: readonly Part[],
  text: string,
  limit: number,
): { steps: number; matches: boolean } {
  const characters = [...text];
  const takes = pattern.map(({ letters: [source] }) => new RegExp(`^(?:${source})$`, 'u'));
  const known = takes.map(() => new Map<string, boolean>());
  const fits = (part: number, at: number): boolean => {
    const character = characters[at];
    if (character === undefined) return false;
    const before = known[part]?.get(character);
    if (before !== undefined) return before;
    const answer = takes[part]?.test(character) ?? false;
    known[part]?.set(character, answer);
    return answer;
  };
  const starts: number[] = [];
  const counts: number[] = [];
  let steps = 0;
  let part = 0;
  let at = 0;
  for (;;) {
    const [, min, max] = pattern[part]?.quantifier ?? ['', 0, 0];
    let count = 0;
    while (part < pattern.length && count < max) {
      if ((steps += 1) > limit) return { steps, matches: false };
      if (!fits(part, at + count)) break;
      count += 1;
    }
    if (part < pattern.length && count >= min) {
      starts[part] = at;
      counts[part] = count;
      at += count;
      part += 1;
      continue;
    }
    if (part === pattern.length && at === characters.length) return { steps, matches: true };
    // Back to the last part that can give something back.
    do part -= 1;
    while (part >= 0 && (counts[part] ?? 0) <= (pattern[part]?.quantifier[1] ?? 0));
    if (part < 0) return { steps, matches: false };
    if ((steps += 1) > limit) return { steps, matches: false };
    counts[part] = (counts[part] ?? 0) - 1;
    at = (starts[part] ?? 0) + (counts[part] ?? 0);
    part += 1;
  }
}
