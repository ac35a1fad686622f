/** Reaches Auth0 through undici, the HTTP client that Node's `fetch` is made of. */
import type { IncomingHttpHeaders } from 'node:http';
import process from 'node:process';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip } from 'node:zlib';
import { Agent, EnvHttpProxyAgent, type Dispatcher } from 'undici';
import { BodyTooLarge } from '../management/read-text.js';
import type { Transport, TransportResponse } from '../management/transport.js';

const decoders = new Map([
  ['br', limited(promisify(brotliDecompress))],
  ['gzip', limited(promisify(gunzip))],
]);
const accepted = [...decoders.keys()].join(', ');

/** No timers of undici's: the signal of a request ends it. */
const options = { headersTimeout: 0, bodyTimeout: 0 };
const dispatcher =
  process.env['NODE_USE_ENV_PROXY'] === '1' ? new EnvHttpProxyAgent(options) : new Agent(options);

/**
 * Makes requests with undici, which keeps connections open. It uses the proxies of the environment (`HTTPS_PROXY`,
 * `HTTP_PROXY`, `NO_PROXY`) if `NODE_USE_ENV_PROXY` is 1, as Node's own client does. It takes a fraction of the processor time
 * of Node's `fetch`, which builds web streams and keeps each response in memory until a full garbage collection.
 * @example createProxy({ ...options, transport: nodeTransport });
 */
export const nodeTransport: Transport = ({ url, method, headers, body, signal }) =>
  new Promise((resolve, reject) => {
    const { origin, pathname, search } = new URL(url);
    const request = {
      origin,
      path: pathname + search,
      method,
      headers: { ...headers, 'accept-encoding': accepted },
      ...(body !== undefined && { body }),
    };
    dispatcher.dispatch(request, new ResponseReader(signal, resolve, reject));
  });

/** Reads the response to one request. Not `undici.request`, whose streams take as long as everything else about it. */
class ResponseReader implements Dispatcher.DispatchHandler {
  readonly #signal: AbortSignal;
  readonly #resolve: (response: TransportResponse) => void;
  readonly #reject: (reason: Error) => void;
  readonly #chunks: Uint8Array[] = [];
  readonly #body: Promise<Buffer>;
  #endBody!: () => void;
  #breakBody!: (reason: Error) => void;
  #controller: Dispatcher.DispatchController | null = null;
  #bytes = 0;
  #maxBytes = Infinity;

  constructor(
    signal: AbortSignal,
    resolve: (response: TransportResponse) => void,
    reject: (reason: Error) => void,
  ) {
    this.#signal = signal;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#body = new Promise((resolveBody, rejectBody) => {
      this.#endBody = () => resolveBody(Buffer.concat(this.#chunks));
      this.#breakBody = rejectBody;
    });
    // Not every body is read.
    this.#body.catch(() => undefined);
    signal.addEventListener('abort', this.#giveUp);
  }

  readonly #giveUp = () => this.#abort(this.#signal.reason as Error);

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#signal.aborted) this.#giveUp();
  }

  onResponseStart(_: unknown, status: number, headers: IncomingHttpHeaders): void {
    // Informational: the response itself follows.
    if (status < 200) return;
    this.#resolve({
      status,
      headers: { get: (name) => headerOf(headers, name) },
      text: (maxBytes) => this.#readText(maxBytes, headers['content-encoding']),
      discard: () => this.#abort(new Error('discarded')),
    });
  }

  onResponseData(_: unknown, chunk: Uint8Array): void {
    this.#bytes += chunk.byteLength;
    this.#chunks.push(chunk);
    this.#checkSize();
  }

  onResponseEnd(): void {
    this.#signal.removeEventListener('abort', this.#giveUp);
    this.#endBody();
  }

  onResponseError(_: unknown, error: Error): void {
    this.#signal.removeEventListener('abort', this.#giveUp);
    this.#reject(error);
    this.#breakBody(error);
  }

  /** A request that waits for a connection has no controller yet. It is ended once it has one. */
  #abort(reason: Error): void {
    if (this.#controller) this.#controller.abort(reason);
    else this.onResponseError(null, reason);
  }

  /** A body in another encoding is read as it is, and isn't what was expected. */
  async #readText(maxBytes: number, encoding = ''): Promise<string> {
    this.#maxBytes = maxBytes;
    this.#checkSize();
    const body = await this.#body;
    // Complete before anyone asked for it.
    if (body.length > maxBytes) throw tooLarge(maxBytes);
    const decode = decoders.get(encoding.trim().toLowerCase());
    return utf8.decode(decode && body.length > 0 ? await decode(body, maxBytes) : body);
  }

  #checkSize(): void {
    if (this.#bytes > this.#maxBytes) this.#abort(tooLarge(this.#maxBytes));
  }
}

const utf8 = new TextDecoder();

function tooLarge(maxBytes: number): BodyTooLarge {
  return new BodyTooLarge(`a body of more than ${maxBytes} bytes`);
}

function headerOf(headers: IncomingHttpHeaders, name: string): string | null {
  const value = headers[name.toLowerCase()];
  return (Array.isArray(value) ? value.join(', ') : value) ?? null;
}

function limited(decode: (body: Buffer, options: { readonly maxOutputLength: number }) => Promise<Buffer>) {
  return async (body: Buffer, maxBytes: number): Promise<Buffer> => {
    try {
      return await decode(body, { maxOutputLength: maxBytes });
    } catch (reason) {
      const { code } = reason as NodeJS.ErrnoException;
      throw code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge(maxBytes) : reason;
    }
  };
}
