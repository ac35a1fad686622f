import { SignJWT, base64url, calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import { randomId } from './random.js';

/** What a proof speaks for. */
export interface ProofRequest {
  readonly method: string;
  readonly url: string;
  /** The token sent along, at every address but the token endpoint. */
  readonly accessToken?: string | undefined;
  /** What the server last asked for in `DPoP-Nonce`. */
  readonly nonce?: string | undefined;
  /** Claims that override the true ones; `undefined` leaves one out. For tests of what refuses them. */
  readonly claims?: Record<string, unknown> | undefined;
  /** As `claims`, of the header. */
  readonly header?: Record<string, unknown> | undefined;
}

/** The key of one app in one browser, which its tokens are bound to: https://datatracker.ietf.org/doc/html/rfc9449 */
export interface DpopKey {
  /** The `cnf.jkt` of tokens bound to it. */
  readonly thumbprint: string;
  /** The contents of a `DPoP` header. */
  prove(request: ProofRequest): Promise<string>;
}

export async function createDpopKey(): Promise<DpopKey> {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const jwk = await exportJWK(publicKey);
  return {
    thumbprint: await calculateJwkThumbprint(jwk),
    async prove({ method, url, accessToken, nonce, claims, header }) {
      const payload = {
        jti: randomId(16),
        htm: method,
        htu: withoutQuery(url),
        iat: Math.floor(Date.now() / 1000),
        ...(accessToken !== undefined && { ath: await hashOf(accessToken) }),
        ...(nonce !== undefined && { nonce }),
        ...claims,
      };
      return new SignJWT(payload)
        .setProtectedHeader({ typ: 'dpop+jwt', alg: 'ES256', jwk, ...header })
        .sign(privateKey);
    },
  };
}

/** The `ath` of an access token. */
export async function hashOf(accessToken: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(accessToken));
  return base64url.encode(new Uint8Array(digest));
}

/** The `htu` of an address. */
export function withoutQuery(address: string): string {
  const url = new URL(address);
  url.search = url.hash = '';
  return url.href;
}
