import { SignJWT, base64url, calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import { randomId } from './random.js';

/** The request a proof is for. */
export interface ProofRequest {
  readonly method: string;
  readonly url: string;
  /** The access token sent with the request. Required everywhere except at the token endpoint. */
  readonly accessToken?: string | undefined;
  /** The last nonce the server sent in `DPoP-Nonce`. */
  readonly nonce?: string | undefined;
  /** Overrides claims, for negative tests; `undefined` removes a claim. */
  readonly claims?: Record<string, unknown> | undefined;
  /** Overrides header parameters, like `claims`. */
  readonly header?: Record<string, unknown> | undefined;
}

/**
 * A DPoP key pair, to which the tokens of one app in one browser are bound:
 * https://datatracker.ietf.org/doc/html/rfc9449
 */
export interface DpopKey {
  /** Thumbprint of the key: the `cnf.jkt` of tokens bound to it. */
  readonly thumbprint: string;
  /** Creates the value of a `DPoP` header. */
  prove(request: ProofRequest): Promise<string>;
}

/**
 * Creates a DPoP key (ES256) for `signIn` and for requests with bound tokens.
 *
 * @example
 * const key = await createDpopKey();
 * const { accessToken } = await signIn(tenant, { username: 'ada@acme.example', organization: 'acme', dpop: key });
 * const url = 'https://app.example/orgdesk/v1/profile';
 * const proof = await key.prove({ method: 'GET', url, accessToken });
 * await fetch(url, { headers: { authorization: `DPoP ${accessToken}`, dpop: proof } });
 */
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

/** Hashes an access token for the `ath` claim. */
export async function hashOf(accessToken: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(accessToken));
  return base64url.encode(new Uint8Array(digest));
}

/** Normalizes a URL for the `htu` claim. */
export function withoutQuery(address: string): string {
  const url = new URL(address);
  url.search = url.hash = '';
  return url.href;
}
