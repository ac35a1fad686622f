import type { BulkRequest, BulkRun } from '../contract/bulk.js';
import { holdsList, readJsonAs } from './read-as.js';
import { jsonRequest, type Send } from './send.js';

/** What is done to many at once. Every method rejects with a `ProxyProblem`. */
export interface BulkClient {
  /** What is allowed for whom; nothing is done. */
  preview(request: BulkRequest): Promise<BulkRun>;
  /** `key` names one attempt: repeated with the same one, no second run begins. */
  start(request: BulkRequest, key: string): Promise<BulkRun>;
  read(id: string): Promise<BulkRun>;
  /** Who has had their turn has had it. */
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
    read: async (id) => readJsonAs(await send(`${root}/${encodeURIComponent(id)}`), isRun),
    cancel: async (id) => {
      await send(`${root}/${encodeURIComponent(id)}`, { method: 'DELETE' });
    },
  };
}
