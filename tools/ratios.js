// @ts-check
/**
 * Prints the ratios of two short benches beside the recorded ones, and marks those that are worse by more than noise. Needs a
 * build of the proxy. It fails for nothing: how long something takes depends on the machine.
 *
 *     node tools/ratios.js            compares, in some seconds
 *     node tools/ratios.js --record   runs each five times, and writes the ratios to test/bench/recorded.json
 */
import { argv } from 'node:process';
import { isWorse } from './performance/noise.js';
import { alignColumns, ratioText, spreadText, summarize } from './performance/ratios.js';
import { origin, readRecorded, record } from './performance/recorded.js';
import { runBench } from './performance/run-bench.js';

/**
 * Benches that take a few seconds, with their arguments. Less is better in all their ratios.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const benches = { policy: ['5'], start: ['3'] };
const recordedRuns = 5;

if (argv.includes('--record')) recordRatios();
else Object.keys(benches).forEach(compareWithRecorded);

function recordRatios() {
  const entries = Object.entries(benches).map(([name, args]) => {
    const runs = Array.from({ length: recordedRuns }, () => runBench(name, args));
    return /** @type {const} */ ([name, Object.fromEntries(summarize(runs))]);
  });
  record({ ratios: { ...origin(), benches: Object.fromEntries(entries) } });
}

/** @param {string} name */
function compareWithRecorded(name) {
  const { ratios } = readRecorded();
  const recorded = ratios?.benches[name] ?? {};
  try {
    const rows = [...runBench(name, benches[name] ?? [])].map(([what, ratio]) => {
      const before = recorded[what];
      const mark = before && isWorse(ratio, before) ? 'worse' : '';
      return [what, ratioText(ratio), spreadText(before), mark];
    });
    const since = ratios ? `at ${ratios.commit}, ${ratios.date}, ${ratios.machine}` : 'never';
    console.log(`\n${name}: recorded ${since}`);
    console.log(alignColumns([['ratio', 'now', 'recorded', ''], ...rows]).join('\n'));
  } catch (error) {
    console.log(`\n${name}: not measured. ${error instanceof Error ? error.message : String(error)}`);
  }
}
