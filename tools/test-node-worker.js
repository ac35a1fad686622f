// @ts-check
/**
 * A process of tools/test-node.js. Imports the test files it is sent, one after the other, each into a suite of its own,
 * and sends back what becomes of their tests. The parent names this file to node:test as the reporter, too.
 */
import process from 'node:process';
import { describe } from 'node:test';
import { pathToFileURL } from 'node:url';
import { inspect } from 'node:util';

/** @typedef {{ type: 'running', name: string }} Running the test that has just been started */
/** @typedef {{ type: 'test', names: string[], outcome: 'passed' | 'failed' | 'skipped', ms: number, error: string }} Test with the error, or the reason of a skip */
/** @typedef {{ type: 'suite-failed', names: string[], error: string }} SuiteFailed its own code or a hook threw */
/** @typedef {{ type: 'file', changed: string[] }} FileDone with the global state it left changed */
/** @typedef {{ type: 'warning', message: string }} Warning about no test in particular */
/** @typedef {{ type: 'ready' }} Ready for another file */
/** @typedef {{ type: 'leaving', open: string[] }} Leaving with what may keep the process alive */
/** @typedef {Running | Test | SuiteFailed | FileDone | Warning | Ready | Leaving} Message */

/** @param {Message} message */
const send = (message) => process.send?.(message);

const before = globalState();
/** Timers, and the channel and the streams to the parent. */
const harmless = new Set(['Timeout', 'Immediate', 'PipeWrap', 'TTYWrap']);
let isEnding = false;
let isLeaving = false;

// Node:test cancels what is still pending when nothing is left that could end it. No other file can follow then.
process.once('beforeExit', () => (isEnding = true));
process.on('message', (/** @type {{ file: string, name: string } | 'leave'} */ order) => {
  if (order === 'leave') return leave();
  // A test that waits for nothing must not be kept waiting by this channel.
  process.channel?.unref();
  describe(order.name, async () => {
    await import(pathToFileURL(order.file).href);
  });
});
// The parent has been stopped.
process.once('disconnect', () => process.exit());
send({ type: 'ready' });

/** Ends this process. A server, a socket or a child that a file left open keeps it alive, which the parent reports. */
function leave() {
  const open = process.getActiveResourcesInfo().filter((resource) => !harmless.has(resource));
  send({ type: 'leaving', open });
  process.channel?.unref();
  isLeaving = open.length === 0;
  // Node:test reports the last of it before a process ends. Timers, for instance of requests that were answered long
  // ago, would keep this one waiting for seconds.
  if (isLeaving) process.emit('beforeExit', 0);
}

/**
 * Reads the events of node:test, whose order is that of the output: a suite starts before its tests and ends after them.
 * @param {AsyncIterable<import('node:test/reporters').TestEvent>} events
 */
export default async function* report(events) {
  /** @type {string[]} */
  let names = [];
  for await (const event of events) {
    if (event.type === 'test:dequeue') send({ type: 'running', name: event.data.name });
    if (event.type === 'test:start') {
      const { nesting, name } = event.data;
      names = [...names.slice(0, nesting), name];
    }
    if (event.type === 'test:pass' || event.type === 'test:fail') ended(event, names);
    if (event.type === 'test:diagnostic' && event.data.nesting === 0 && !isTotal(event.data.message))
      send({ type: 'warning', message: event.data.message });
  }
  if (isLeaving) process.exit();
  yield '';
}

/**
 * @param {Extract<import('node:test/reporters').TestEvent, { type: 'test:pass' | 'test:fail' }>} event
 * @param {string[]} ancestors
 */
function ended({ type, data }, ancestors) {
  const names = [...ancestors.slice(0, data.nesting), data.name];
  const error = 'error' in data.details ? data.details.error : undefined;
  const isFile = data.nesting === 0;
  // A suite that is skipped never says which tests it has: it counts as one of them.
  if (data.details.type === 'suite' && data.skip === undefined) {
    // A suite also fails for its tests, which have been reported.
    const failure = /** @type {{ failureType?: string } | undefined} */ (error)?.failureType;
    if (type === 'test:fail' && failure !== 'subtestsFailed')
      send({ type: 'suite-failed', names, error: describeError(error) });
  } else {
    const outcome = data.skip !== undefined ? 'skipped' : type === 'test:pass' ? 'passed' : 'failed';
    send({
      type: 'test',
      names,
      outcome,
      ms: data.details.duration_ms,
      error: outcome === 'skipped' ? String(data.skip) : describeError(error),
    });
  }
  if (!isFile) return;
  send({ type: 'file', changed: changesSince(before) });
  // Not at once: the process may be about to end.
  setImmediate(() => {
    if (isEnding) return;
    process.channel?.ref();
    send({ type: 'ready' });
  });
}

/** @param {unknown} error */
function describeError(error) {
  const { cause } = /** @type {{ cause?: unknown }} */ (error ?? {});
  return error === undefined ? '' : inspect(cause ?? error, { depth: 8 });
}

/** @param {string} message */
const isTotal = (message) => /^(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) /.test(message);

/** What one file could change for those after it. */
function globalState() {
  const names = ['Date', 'fetch', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'crypto'];
  /** @type {Map<string, unknown>} */
  const state = new Map(names.map((name) => [name, Reflect.get(globalThis, name)]));
  state.set('Date.now', Date.now);
  state.set('Math.random', Math.random);
  state.set('process.cwd()', process.cwd());
  // Vite sets NODE_ENV for itself.
  for (const [name, value] of Object.entries(process.env))
    if (name !== 'NODE_ENV') state.set(`process.env.${name}`, value);
  return state;
}

/**
 * @param {Map<string, unknown>} past
 * @returns {string[]} the names of what is no longer as it was
 */
function changesSince(past) {
  const present = globalState();
  return [...new Set([...past.keys(), ...present.keys()])].filter(
    (name) => past.get(name) !== present.get(name),
  );
}
