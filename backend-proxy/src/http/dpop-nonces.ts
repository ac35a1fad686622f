/** DPoP nonces (RFC 9449 §9). */
import { base64url } from 'jose';

/** A nonce is valid in its own time window and in the next one. */
const windowMs = 60_000;

export interface Nonces {
  /** Returns the nonce for the caller's next proof. */
  current(): Promise<string>;
  isGood(nonce: string | undefined): Promise<boolean>;
}

/**
 * Creates nonces that prevent proofs made in advance. Stateless: a nonce is a signature over the time window, so every
 * instance with the same secret accepts it.
 */
export function createNonces(secret: string, now: () => number = Date.now): Nonces {
  const encoder = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['sign']);

  const nonceOf = async (window: number) => {
    const signature = await crypto.subtle.sign('HMAC', await key, encoder.encode(`dpop-nonce ${window}`));
    return base64url.encode(new Uint8Array(signature));
  };
  const window = () => Math.floor(now() / windowMs);

  return {
    current: () => nonceOf(window()),
    isGood: async (nonce) =>
      nonce !== undefined && [await nonceOf(window()), await nonceOf(window() - 1)].includes(nonce),
  };
}
