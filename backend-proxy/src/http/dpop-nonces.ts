import { base64url } from 'jose';

/** A nonce is good in the window it was made in and in the next one. */
const windowMs = 60_000;

export interface Nonces {
  /** For the caller's next proof. */
  current(): Promise<string>;
  isGood(nonce: string | undefined): Promise<boolean>;
}

/**
 * What a proof has to repeat, so that none can be made for later (RFC 9449 §9). Nothing is remembered: a nonce is a
 * signature over the time, which every instance with the same secret can make.
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
