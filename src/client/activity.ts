import type { ActivityPage } from '../contract/activity.js';
import type { CallOptions } from './proxy-client.js';
import { holdsList, readJsonAs } from './read-as.js';
import type { Send } from './send.js';

/** Reads a page of the organization's activity log. Rejects with a `ProxyProblem` or an `AbortError`. */
export async function readActivity(
  send: Send,
  cursor: string | null,
  options?: CallOptions,
): Promise<ActivityPage> {
  const query = cursor === null ? '' : `?cursor=${encodeURIComponent(cursor)}`;
  return readJsonAs(await send(`/v1/activity${query}`, options), holdsList('entries'));
}
