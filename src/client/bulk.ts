import type { BulkRequest, BulkRun } from '../contract/bulk.js';
import type { CallOptions } from './proxy-client.js';
import { holdsList, readJsonAs } from './read-as.js';
import { jsonRequest, type Send } from './send.js';

/** Calls for bulk actions. Every method rejects with a `ProxyProblem`. */
export interface BulkClient {
  /** Returns what is allowed for whom. Changes nothing. */
  preview(request: BulkRequest): Promise<BulkRun>;
  /** Starts a run. `key` names one attempt: repeated with the same key, no second run starts. */
  start(request: BulkRequest, key: string): Promise<BulkRun>;
  read(id: string, options?: CallOptions): Promise<BulkRun>;
  /** Stops a run. Members who were processed already stay as they are. */
  cancel(id: string): Promise<void>;
}

const root = '/v1/bulk-runs';
const isRun = holdsList('items');

export function createBulkClient(send: Send): BulkClient {
  const post = async (request: BulkRequest, key: string): Promise<BulkRun> =>
    readJsonAs(await send(root, jsonRequest('POST', request, { 'idempotency-key': key })), isRun);
  return {
    preview: (request) => post({ ...request, preview: true }, crypto.randomUUID()),
    start: post,
    read: async (id, options) => readJsonAs(await send(`${root}/${encodeURIComponent(id)}`, options), isRun),
    cancel: async (id) => {
      await send(`${root}/${encodeURIComponent(id)}`, { method: 'DELETE' });
    },
  };
}
