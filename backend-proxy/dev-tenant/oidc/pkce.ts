import { base64url } from 'jose';

/** Computes the S256 code challenge of a verifier: https://datatracker.ietf.org/doc/html/rfc7636#section-4.2 */
export async function challengeOf(verifier: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return base64url.encode(new Uint8Array(digest));
}
