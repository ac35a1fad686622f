/** Reaches Auth0 through Node's own HTTP client. */
import { Agent as HttpAgent, request as requestHttp, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { BodyTooLarge } from '../management/read-text.js';
import type { Transport, TransportResponse } from '../management/transport.js';

/**
 * Creates a transport that keeps its connections open between requests. A request takes half the processor time of Node's
 * `fetch`, which builds web streams and keeps each response in memory until a full garbage collection.
 * @example createProxy({ ...options, transport: createNodeTransport() });
 */
export function createNodeTransport(): Transport {
  const http = { request: requestHttp, agent: new HttpAgent({ keepAlive: true }) };
  const https = { request: requestHttps, agent: new HttpsAgent({ keepAlive: true }) };
  return ({ url, method, headers, body, signal }) =>
    new Promise((resolve, reject) => {
      const { request, agent } = url.startsWith('https:') ? https : http;
      const options = { method, headers: { ...headers, 'accept-encoding': accepted }, agent, signal };
      const outgoing = request(url, options, (response) => resolve(describe(response)));
      outgoing.on('error', reject);
      // With the whole body at hand, Node sends its length.
      outgoing.end(body);
    });
}

const decoders: ReadonlyMap<string, () => NodeJS.ReadWriteStream> = new Map([
  ['br', createBrotliDecompress],
  ['gzip', createGunzip],
]);
const accepted = [...decoders.keys()].join(', ');

function describe(response: IncomingMessage): TransportResponse {
  return {
    status: response.statusCode ?? 0,
    headers: {
      get: (name) => {
        const value = response.headers[name];
        return (Array.isArray(value) ? value.join(', ') : value) ?? null;
      },
    },
    text: (maxBytes) => readText(decode(response), maxBytes),
    discard: () => void response.destroy(),
  };
}

/** A body in another encoding is read as it is, and isn't what was expected. */
function decode(response: IncomingMessage): Readable {
  const createDecoder = decoders.get(response.headers['content-encoding']?.trim().toLowerCase() ?? '');
  if (!createDecoder) return response;
  // An error of the connection becomes one of the decoder, which is read.
  return pipeline(response, createDecoder(), () => undefined) as unknown as Readable;
}

/** @throws {BodyTooLarge} if there are more bytes. Leaving the loop ends the connection. */
async function readText(body: Readable, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw new BodyTooLarge(`a body of more than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}
