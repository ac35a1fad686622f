import { download, type DownloadOptions } from './download.js';
import type { Send } from './send.js';

interface ExportOptions extends Omit<DownloadOptions, 'onProgress'> {
  /** The language of the headings, as a BCP 47 tag. */
  readonly lang: string;
  /** Called with the number of members that have arrived so far. */
  readonly onProgress: (count: number) => void;
}

/** Downloads the members that match the filters as a CSV file. The proxy streams it while it reads the list. */
export async function exportMembers(
  send: Send,
  filters: URLSearchParams,
  { lang, signal, onProgress }: ExportOptions,
): Promise<Blob> {
  const query = new URLSearchParams(filters);
  query.set('lang', lang);
  return download(send, `/v1/members/export?${query.toString()}`, 'text/csv', {
    signal,
    // Without the heading line.
    onProgress: (lines) => onProgress(Math.max(0, lines - 1)),
  });
}
