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

/** Asymmetric algorithms that the tenant can sign with. An API in Auth0 is offered RS256, RS512, and PS256. */
const signingAlgorithms = {
  RS256: { name: 'RSASSA-PKCS1-v1_5' },
  RS384: { name: 'RSASSA-PKCS1-v1_5' },
  RS512: { name: 'RSASSA-PKCS1-v1_5' },
  PS256: { name: 'RSA-PSS', saltLength: 32 },
  PS384: { name: 'RSA-PSS', saltLength: 48 },
  PS512: { name: 'RSA-PSS', saltLength: 64 },
  ES256: { name: 'ECDSA', hash: 'SHA-256' },
  ES384: { name: 'ECDSA', hash: 'SHA-384' },
  ES512: { name: 'ECDSA', hash: 'SHA-512' },
} as const satisfies Record<string, AlgorithmIdentifier | RsaPssParams | EcdsaParams>;

export type SigningAlgorithm = keyof typeof signingAlgorithms;

const isSigningAlgorithm = (alg: string | undefined): alg is SigningAlgorithm =>
  alg !== undefined && Object.hasOwn(signingAlgorithms, alg);

interface Key {
  readonly kid: string;
  readonly alg: SigningAlgorithm;
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
 * The tenant's keys, generated on demand: an RSA key takes a tenth of a second. Each signs with one algorithm.
 * https://auth0.com/docs/get-started/tenant-settings/signing-keys/rotate-signing-keys
 */
export class SigningKeys {
  #ring: Promise<Ring> | undefined;
  readonly #stored: { readonly jwk: JWK; readonly alg: SigningAlgorithm }[];

  /** @param stored - Private keys to use, in order, before RS256 keys are generated. `alg` chooses the algorithm. */
  constructor(stored: readonly JWK[] = []) {
    this.#stored = stored.map((jwk) => ({ jwk, alg: algorithmOf(jwk) }));
  }

  /** Algorithms of the published keys. */
  async algorithms(): Promise<readonly SigningAlgorithm[]> {
    const { current, next, previous } = await this.#withNext();
    return [...new Set([current, next, ...previous].map(({ alg }) => alg))];
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
    const { kid, alg, privateKey } = (await this.#load()).current;
    const head = base64url.encode(JSON.stringify({ alg, typ: 'JWT', kid, ...header }));
    const body = base64url.encode(typeof payload === 'string' ? payload : JSON.stringify(payload));
    const bytes = new TextEncoder().encode(`${head}.${body}`);
    const signature = await crypto.subtle.sign(signingAlgorithms[alg], privateKey, bytes);
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
    return stored ? importKey(stored.jwk, stored.alg) : generateKey();
  }
}

async function generateKey(): Promise<Key> {
  const alg = 'RS256';
  const { privateKey, publicKey } = await generateKeyPair(alg);
  const kid = base64url.encode(crypto.getRandomValues(new Uint8Array(16)));
  return { kid, alg, privateKey, jwk: published(kid, alg, await exportJWK(publicKey)) };
}

async function importKey(stored: JWK, alg: SigningAlgorithm): Promise<Key> {
  const kid = stored.kid ?? (await calculateJwkThumbprint(stored));
  const privateKey = (await importJWK(stored, alg)) as CryptoKey;
  return { kid, alg, privateKey, jwk: published(kid, alg, stored) };
}

const curves: Readonly<Record<string, SigningAlgorithm>> = {
  'P-256': 'ES256',
  'P-384': 'ES384',
  'P-521': 'ES512',
};

/** @throws TypeError for anything but a private RSA or EC key with an algorithm of its kind */
function algorithmOf({ kty, crv, d, alg }: JWK): SigningAlgorithm {
  const usual = kty === 'RSA' ? 'RS256' : kty === 'EC' ? curves[crv ?? ''] : undefined;
  const chosen = alg ?? usual;
  const isOfKind = kty === 'RSA' ? /^[RP]S/.test(chosen ?? '') : chosen === usual;
  if (d === undefined || !isSigningAlgorithm(chosen) || !isOfKind) {
    throw new TypeError('[dev tenant] signingKeys must be private RSA or EC keys, as JWKs');
  }
  return chosen;
}

/** Public part for the key set. */
function published(kid: string, alg: SigningAlgorithm, { kty, n, e, crv, x, y }: JWK): JWK {
  const key = kty === 'RSA' ? { kty, n, e } : { kty, crv, x, y };
  return { ...key, kid, use: 'sig', alg } as JWK;
}
