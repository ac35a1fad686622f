/**
 * Measures how long a page is in scripts, by a trace of Chromium. Its metric `ScriptDuration` leaves out microtasks, in which
 * Lit renders.
 */
import type { Browser, Page } from 'playwright-core';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** In microseconds, as `dur`. */
  readonly ts: number;
  readonly dur?: number;
  readonly args?: { readonly name?: string };
}

/** Events during which scripts are compiled or run. One can be part of another. */
const scriptEvents = new Set([
  'EvaluateScript',
  'FunctionCall',
  'RunMicrotasks',
  'v8.compile',
  'v8.compileModule',
  'v8.evaluateModule',
]);

/** Does something with a page, and returns its result with the milliseconds that the page was in scripts meanwhile. */
export async function traceScripts<T>(
  browser: Browser,
  page: Page,
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly scriptMs: number }> {
  await browser.startTracing(page, { categories: ['-*', 'devtools.timeline', 'v8.execute'] });
  const result = await work();
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  return { result, scriptMs: scriptMsOf(trace.traceEvents) };
}

function scriptMsOf(events: readonly TraceEvent[]): number {
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid}.${tid}`;
  const main = new Set(events.filter(({ args }) => args?.name === 'CrRendererMain').map(threadOf));
  const runs = events
    .filter((event) => event.ph === 'X' && scriptEvents.has(event.name) && main.has(threadOf(event)))
    .sort((a, b) => a.ts - b.ts);
  let [sum, end] = [0, 0];
  for (const { ts, dur = 0 } of runs) {
    sum += Math.max(0, ts + dur - Math.max(ts, end));
    end = Math.max(end, ts + dur);
  }
  return sum / 1000;
}
