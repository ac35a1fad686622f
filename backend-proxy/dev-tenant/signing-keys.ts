import {
  base64url,
  calculateJwkThumbprint,
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JSONWebKeySet,
  type JWK,
} from 'jose';

interface Key {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly jwk: JWK;
}

/** The keys at one point in time. */
interface Ring {
  readonly current: Key;
  /** Published before it signs, so that apps can cache it early. */
  readonly next: Key | undefined;
  /** No longer sign, but stay valid until they are revoked. */
  readonly previous: readonly Key[];
}

export interface KeyState {
  readonly kid: string;
  readonly state: 'current' | 'next' | 'previous';
}

/**
 * The tenant's RS256 keys, generated on demand: an RSA key takes a tenth of a second.
 * https://auth0.com/docs/get-started/tenant-settings/signing-keys/rotate-signing-keys
 */
export class SigningKeys {
  #ring: Promise<Ring> | undefined;
  readonly #stored: JWK[];

  /** @param stored - Private RSA keys to use, in order, before new ones are generated. */
  constructor(stored: readonly JWK[] = []) {
    if (stored.some(({ kty, d }) => kty !== 'RSA' || d === undefined))
      throw new TypeError('[dev tenant] signingKeys must be private RSA keys, as JWKs');
    this.#stored = [...stored];
  }

  /** The next key, the current one, and previous ones that are still valid. */
  async jwks(): Promise<JSONWebKeySet> {
    const { current, next, previous } = await this.#withNext();
    return { keys: [current, next, ...previous].map(({ jwk }) => jwk) };
  }

  /** Finds valid keys for `jwtVerify`. */
  async keySet(): Promise<ReturnType<typeof createLocalJWKSet>> {
    const { current, previous } = await this.#load();
    return createLocalJWKSet({ keys: [current, ...previous].map(({ jwk }) => jwk) });
  }

  async list(): Promise<KeyState[]> {
    const { current, next, previous } = await this.#withNext();
    return [
      { kid: current.kid, state: 'current' },
      { kid: next.kid, state: 'next' },
      ...previous.map(({ kid }) => ({ kid, state: 'previous' as const })),
    ];
  }

  /** Signs with the next key from now on. Existing tokens stay valid. */
  async rotate(): Promise<void> {
    const { current, next, previous } = await this.#withNext();
    this.#ring = Promise.resolve({ current: next, next: undefined, previous: [current, ...previous] });
  }

  /** Invalidates tokens signed by a previous key. Returns `false` if there is no such key. */
  async revoke(kid: string): Promise<boolean> {
    const ring = await this.#load();
    const previous = ring.previous.filter((key) => key.kid !== kid);
    this.#ring = Promise.resolve({ ...ring, previous });
    return previous.length < ring.previous.length;
  }

  /**
   * Signs any input. Doesn't use jose's `SignJWT`, because negative tests need tokens with a false header or a
   * payload that isn't JSON and still a valid signature.
   */
  async sign(header: Record<string, unknown>, payload: Record<string, unknown> | string): Promise<string> {
    const { kid, privateKey } = (await this.#load()).current;
    const head = base64url.encode(JSON.stringify({ alg: 'RS256', typ: 'JWT', kid, ...header }));
    const body = base64url.encode(typeof payload === 'string' ? payload : JSON.stringify(payload));
    const bytes = new TextEncoder().encode(`${head}.${body}`);
    const signature = await crypto.subtle.sign('RSASSA-PKCS1-v1_5', privateKey, bytes);
    return `${head}.${body}.${base64url.encode(new Uint8Array(signature))}`;
  }

  #load(): Promise<Ring> {
    this.#ring ??= this.#nextKey().then((current) => ({ current, next: undefined, previous: [] }));
    return this.#ring;
  }

  async #withNext(): Promise<Ring & { next: Key }> {
    const ring = this.#load();
    const completed = ring.then(async (known) => ({ ...known, next: known.next ?? (await this.#nextKey()) }));
    // Assign before awaiting, so that concurrent requests don't publish two next keys.
    this.#ring = completed;
    return completed;
  }

  #nextKey(): Promise<Key> {
    const stored = this.#stored.shift();
    return stored ? importKey(stored) : generateKey();
  }
}

async function generateKey(): Promise<Key> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const kid = base64url.encode(crypto.getRandomValues(new Uint8Array(16)));
  return { kid, privateKey, jwk: published(kid, await exportJWK(publicKey)) };
}

async function importKey(stored: JWK): Promise<Key> {
  const kid = stored.kid ?? (await calculateJwkThumbprint(stored));
  const privateKey = (await importJWK(stored, 'RS256')) as CryptoKey;
  return { kid, privateKey, jwk: published(kid, stored) };
}

/** Public part for the key set. */
const published = (kid: string, { kty, n, e }: JWK): JWK =>
  ({ kty, n, e, kid, use: 'sig', alg: 'RS256' }) as JWK;
