/** Holds all timers of one delay, however slow the machine is, until `pass()`. */
export function holdTimers(delayMs: number) {
  const { setTimeout } = window;
  const held: (() => void)[] = [];
  window.setTimeout = ((run: () => void, ms?: number, ...rest: unknown[]) =>
    ms === delayMs ? held.push(run) : setTimeout(run, ms, ...rest)) as typeof window.setTimeout;
  return {
    get count() {
      return held.length;
    },
    pass: () => {
      for (const run of held.splice(0)) run();
    },
    restore: () => void (window.setTimeout = setTimeout),
  };
}
