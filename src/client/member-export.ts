import { ProxyProblem } from './problem.js';
import type { Send } from './send.js';

interface ExportOptions {
  /** The language of the headings, as a BCP 47 tag. */
  readonly lang: string;
  readonly signal: AbortSignal;
  /** Called with the number of members that have arrived so far. */
  readonly onProgress: (count: number) => void;
}

const lineFeed = 10;

/** Downloads the members that match the filters as a CSV file. The proxy streams it while it reads the list. */
export async function exportMembers(
  send: Send,
  filters: URLSearchParams,
  { lang, signal, onProgress }: ExportOptions,
): Promise<Blob> {
  const query = new URLSearchParams(filters);
  query.set('lang', lang);
  const response = await send(`/v1/members/export?${query.toString()}`, {
    headers: { accept: 'text/csv' },
    signal,
    slow: true,
  });
  const type = response.headers.get('content-type') ?? '';
  if (!response.body || !type.startsWith('text/csv')) {
    throw new ProxyProblem('answer_invalid', { cause: `an export of ${type || 'no type'}` });
  }
  const parts: BlobPart[] = [];
  let lines = 0;
  try {
    for (const reader = response.body.getReader(); ;) {
      const { done, value } = await reader.read();
      if (done) break;
      parts.push(value);
      lines += value.reduce((count, byte) => count + (byte === lineFeed ? 1 : 0), 0);
      // Without the heading line.
      onProgress(Math.max(0, lines - 1));
    }
  } catch (reason) {
    signal.throwIfAborted();
    throw ProxyProblem.from(reason);
  }
  return new Blob(parts, { type });
}
