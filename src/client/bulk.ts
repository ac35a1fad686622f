import type { BulkRequest, BulkRun, BulkRunChange } from '../contract/bulk.js';
import { ProxyProblem } from './problem.js';
import type { CallOptions } from './proxy-client.js';
import { holdsList, readJsonAs } from './read-as.js';
import { jsonRequest, type Send } from './send.js';
import { readEvents } from './server-sent-events.js';

/** Calls for bulk actions. Every method rejects with a `ProxyProblem`. */
export interface BulkClient {
  /** Returns what is allowed for whom. Changes nothing. */
  preview(request: BulkRequest, options?: CallOptions): Promise<BulkRun>;
  /** Starts a run. `key` names one attempt: repeated with the same key, no second run starts. */
  start(request: BulkRequest, key: string): Promise<BulkRun>;
  /** Returns the run with results that follow the first `after`. */
  read(id: string, after: number, options?: CallOptions): Promise<BulkRun>;
  /**
   * Yields the run with results that follow the first `after`, whenever there are some, and `null` now and then if not. Ends
   * with the run, but also before.
   */
  events(id: string, after: number, options: Required<CallOptions>): AsyncIterable<BulkRun | null>;
  change(id: string, change: BulkRunChange): Promise<BulkRun>;
  /** Stops a run. Members who were processed already stay as they are. */
  cancel(id: string): Promise<void>;
}

const root = '/v1/bulk-runs';
const isRun = holdsList('items');

export function createBulkClient(send: Send): BulkClient {
  const pathOf = (id: string) => `${root}/${encodeURIComponent(id)}`;
  const post = async (request: BulkRequest, key: string, options?: CallOptions): Promise<BulkRun> => {
    const init = jsonRequest('POST', request, { 'idempotency-key': key });
    return readJsonAs(await send(root, { ...init, ...options }), isRun);
  };
  return {
    preview: (request, options) => post({ ...request, preview: true }, crypto.randomUUID(), options),
    start: post,
    read: async (id, after, options) =>
      readJsonAs(await send(`${pathOf(id)}?after=${after}`, options), isRun),
    events: async function* (id, after, { signal }) {
      const headers = { accept: 'text/event-stream', 'last-event-id': String(after) };
      const { body } = await send(`${pathOf(id)}/events`, { headers, signal, slow: true });
      for await (const data of readEvents(body ?? new Blob().stream()))
        yield data === null ? null : parseRun(data);
    },
    change: async (id, change) => readJsonAs(await send(pathOf(id), jsonRequest('PATCH', change)), isRun),
    cancel: async (id) => {
      await send(pathOf(id), { method: 'DELETE' });
    },
  };
}

/** @throws `answer_invalid` */
function parseRun(data: string): BulkRun {
  try {
    const value: unknown = JSON.parse(data);
    if (typeof value === 'object' && value !== null && isRun(value)) return value as BulkRun;
  } catch {
    // Said below.
  }
  throw new ProxyProblem('answer_invalid', { cause: 'an event of another shape' });
}
