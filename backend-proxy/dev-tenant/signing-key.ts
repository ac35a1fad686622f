import { base64url, createLocalJWKSet, exportJWK, generateKeyPair, type JSONWebKeySet } from 'jose';

interface KeyMaterial {
  kid: string;
  privateKey: CryptoKey;
  jwks: JSONWebKeySet;
  keySet: ReturnType<typeof createLocalJWKSet>;
}

/** The tenant's RS256 key, made when first needed: an RSA key costs a tenth of a second. */
export class SigningKey {
  #material: Promise<KeyMaterial> | undefined;

  async jwks(): Promise<JSONWebKeySet> {
    return (await this.#load()).jwks;
  }

  /** For `jwtVerify`: finds the tenant's public key. */
  async keySet(): Promise<KeyMaterial['keySet']> {
    return (await this.#load()).keySet;
  }

  /**
   * Signs whatever it is given, which is why this is not jose's `SignJWT`: the negative tests need tokens with
   * a lying header or a payload that is not even JSON, and yet with a true signature.
   */
  async sign(header: Record<string, unknown>, payload: Record<string, unknown> | string): Promise<string> {
    const { kid, privateKey } = await this.#load();
    const head = base64url.encode(JSON.stringify({ alg: 'RS256', typ: 'JWT', kid, ...header }));
    const body = base64url.encode(typeof payload === 'string' ? payload : JSON.stringify(payload));
    const bytes = new TextEncoder().encode(`${head}.${body}`);
    const signature = await crypto.subtle.sign('RSASSA-PKCS1-v1_5', privateKey, bytes);
    return `${head}.${body}.${base64url.encode(new Uint8Array(signature))}`;
  }

  #load(): Promise<KeyMaterial> {
    this.#material ??= generate();
    return this.#material;
  }
}

async function generate(): Promise<KeyMaterial> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const kid = base64url.encode(crypto.getRandomValues(new Uint8Array(16)));
  const jwk = { ...(await exportJWK(publicKey)), kid, use: 'sig', alg: 'RS256' };
  const jwks = { keys: [jwk] };
  return { kid, privateKey, jwks, keySet: createLocalJWKSet(jwks) };
}
