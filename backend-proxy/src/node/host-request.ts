/** Requests as servers hand them on: Node's own, with what Express and its like add to them. */
import type { IncomingMessage } from 'node:http';
import type { Http2ServerRequest } from 'node:http2';

/** What servers know of the address that the browser requested. */
export interface HostAddress {
  /** Express, Connect: the path as it arrived. In `url`, the path of the mount is cut off. */
  readonly originalUrl?: string | undefined;
  /** Express: the scheme that the browser used, as far as `trust proxy` lets a gateway say so. */
  readonly protocol?: string | undefined;
}

export interface HostBody {
  /** What a body parser has read. */
  readonly body?: unknown;
  /** The same as bytes or text, from parsers that keep it. */
  readonly rawBody?: unknown;
}

export type HostRequest = (IncomingMessage | Http2ServerRequest) & HostAddress & HostBody;
