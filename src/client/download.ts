import { ProxyProblem } from './problem.js';
import type { Send } from './send.js';

export interface DownloadOptions {
  readonly signal: AbortSignal;
  /** Called with the number of lines that have arrived so far. */
  readonly onProgress: (lines: number) => void;
}

const lineFeed = 10;

/**
 * Downloads a file that the proxy streams.
 * @param type - The media type, without parameters.
 * @throws {ProxyProblem} Also if the file breaks off.
 */
export async function download(
  send: Send,
  path: string,
  type: string,
  { signal, onProgress }: DownloadOptions,
): Promise<Blob> {
  const response = await send(path, { headers: { accept: type }, signal, slow: true });
  const given = response.headers.get('content-type') ?? '';
  if (!response.body || !given.startsWith(type)) {
    throw new ProxyProblem('answer_invalid', { cause: `an export of ${given || 'no type'}` });
  }
  const parts: BlobPart[] = [];
  let lines = 0;
  try {
    for (const reader = response.body.getReader(); ;) {
      const { done, value } = await reader.read();
      if (done) break;
      parts.push(value);
      lines += value.reduce((count, byte) => count + (byte === lineFeed ? 1 : 0), 0);
      onProgress(lines);
    }
  } catch (reason) {
    signal.throwIfAborted();
    throw ProxyProblem.from(reason);
  }
  return new Blob(parts, { type: given });
}
