/** How requests reach Auth0: by `fetch`, or by anything that does as much of it as the proxy needs. */
import { readText } from './read-text.js';

export interface TransportRequest {
  readonly method: string;
  readonly url: string;
  /** With names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Aborted when no time is left: the request, or the rest of the response, is given up. */
  readonly signal: AbortSignal;
}

export interface ResponseHead {
  readonly status: number;
  readonly headers: Pick<Headers, 'get'>;
}

export interface TransportResponse extends ResponseHead {
  /**
   * Reads the body. Called at most once.
   * @param maxBytes - After decompression.
   * @throws {BodyTooLarge} if the body is larger
   * @throws any other error if the connection breaks
   */
  text(maxBytes: number): Promise<string>;
  /** Gives up a body that isn't read. */
  discard(): void;
}

/**
 * Sends a request once. Follows no redirect, which would send the token to another server. Rejects if there is no
 * response.
 */
export type Transport = (request: TransportRequest) => Promise<TransportResponse>;

export function createFetchTransport(send: typeof fetch): Transport {
  return async ({ url, signal, ...init }) => {
    const response = await send(url, { ...init, redirect: 'manual', signal });
    // Some platforms resolve with a network error instead of rejecting.
    if (response.type === 'error') throw new TypeError('no response');
    return {
      status: response.status,
      headers: response.headers,
      text: (maxBytes) => readText(response, maxBytes, signal),
      discard: () => void response.body?.cancel().catch(() => undefined),
    };
  };
}
