import { base64url } from 'jose';

/** An unguessable identifier: codes, refresh tokens, session and transaction ids. */
export function randomId(bytes = 32): string {
  return base64url.encode(crypto.getRandomValues(new Uint8Array(bytes)));
}
