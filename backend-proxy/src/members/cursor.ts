/** Cursors of the member list: opaque, signed, and valid for one organization and one set of filters. */
import { Cache } from '../management/cache.js';
import { ProblemError } from '../http/problem-error.js';

export interface Cursors {
  write(position: string, scope: string): Promise<string>;
  /** @throws {ProblemError} `query_invalid` if the cursor was made for another scope, or not by this proxy. */
  read(cursor: string, scope: string): Promise<string>;
}

const macBytes = 16;
const encoder = new TextEncoder();

/** Derives the key from the client secret, so that all instances of the proxy accept each other's cursors. */
export function createCursors(secret: string): Cursors {
  let key: Promise<CryptoKey> | null = null;
  // Everyone who looks at a page gets the same cursor, and a seal takes as long as twenty rows.
  const seals = new Cache<string>({ lifetimeMs: 60_000, capacity: 1_000 });

  function loadKey(): Promise<CryptoKey> {
    const bytes = encoder.encode(`orgdesk member cursors ${secret}`);
    return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  }

  async function sign(text: string): Promise<string> {
    const signature = await crypto.subtle.sign('HMAC', await (key ??= loadKey()), encoder.encode(text));
    return toText(new Uint8Array(signature).subarray(0, macBytes));
  }

  function seal(position: string, scope: string): Promise<string> {
    const text = JSON.stringify([scope, position]);
    return seals.get(text, () => sign(text));
  }

  return {
    write: async (position, scope) => `${toText(encoder.encode(position))}.${await seal(position, scope)}`,
    read: async (cursor, scope) => {
      const [encoded = '', mac] = cursor.split('.');
      const position = fromText(encoded);
      if (position === null || mac !== (await seal(position, scope))) throw new ProblemError('query_invalid');
      return position;
    },
  };
}

function toText(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

function fromText(text: string): string | null {
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (each) =>
      each.charCodeAt(0),
    );
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
