import { base64url } from 'jose';

/** Returns an unguessable identifier for codes, refresh tokens, sessions, and transactions. */
export function randomId(bytes = 32): string {
  return base64url.encode(crypto.getRandomValues(new Uint8Array(bytes)));
}
