/** Thrown when a body is larger than the cap. */
export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge';
}

/**
 * Reads a body as text, up to a number of bytes counted after decompression. Stops reading beyond it, and when the
 * signal aborts.
 * @throws {BodyTooLarge} if the body is larger
 * @throws the signal's reason, or the platform's error if the connection breaks
 */
export async function readText(response: Response, maxBytes: number, signal: AbortSignal): Promise<string> {
  if (!response.body) return '';
  const reader: ReadableStreamDefaultReader<Uint8Array> = response.body.getReader();
  const decoder = new TextDecoder();
  const stop = () => void reader.cancel(signal.reason).catch(() => undefined);
  signal.addEventListener('abort', stop, { once: true });
  try {
    let text = '';
    for (let bytes = 0; ;) {
      signal.throwIfAborted();
      const { done, value } = await reader.read();
      signal.throwIfAborted();
      if (done) return text + decoder.decode();
      bytes += value.byteLength;
      if (bytes > maxBytes) throw new BodyTooLarge(`a body of more than ${maxBytes} bytes`);
      text += decoder.decode(value, { stream: true });
    }
  } catch (reason) {
    stop();
    throw reason;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
