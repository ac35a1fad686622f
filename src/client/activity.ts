import type { ActivityPage } from '../contract/activity.js';
import { download, type DownloadOptions } from './download.js';
import type { CallOptions } from './proxy-client.js';
import { holdsList, readJsonAs } from './read-as.js';
import type { Send } from './send.js';

/**
 * Reads a page of the organization's activity log. Rejects with a `ProxyProblem` or an `AbortError`.
 * @param filters - `member`, `action`, `from`, and `to`, as `GET /v1/activity` takes them.
 */
export async function readActivity(
  send: Send,
  filters: URLSearchParams,
  cursor: string | null,
  options?: CallOptions,
): Promise<ActivityPage> {
  const query = new URLSearchParams(filters);
  if (cursor !== null) query.set('cursor', cursor);
  const text = query.size > 0 ? `?${query.toString()}` : '';
  return readJsonAs(await send(`/v1/activity${text}`, options), holdsList('entries'));
}

export const activityFormats = ['csv', 'jsonl'] as const;
export type ActivityFormat = (typeof activityFormats)[number];

interface ActivityExportOptions extends DownloadOptions {
  readonly format: ActivityFormat;
  /** The language of the headings, as a BCP 47 tag. */
  readonly lang: string;
}

/** Downloads the entries that match the filters, newest first. */
export async function exportActivity(
  send: Send,
  filters: URLSearchParams,
  { format, lang, signal, onProgress }: ActivityExportOptions,
): Promise<Blob> {
  const query = new URLSearchParams(filters);
  query.set('format', format);
  query.set('lang', lang);
  const isCsv = format === 'csv';
  return download(
    send,
    `/v1/activity/export?${query.toString()}`,
    isCsv ? 'text/csv' : 'application/jsonl',
    // CSV has a heading line.
    { signal, onProgress: (lines) => onProgress(isCsv ? Math.max(0, lines - 1) : lines) },
  );
}
