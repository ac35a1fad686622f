import { EncryptJWT, jwtDecrypt, type JWTPayload } from 'jose';

/**
 * Access tokens without an API audience: valid at /userinfo, and opaque to everyone except the tenant.
 * https://auth0.com/docs/secure/tokens/access-tokens#opaque-access-tokens
 */
export class OpaqueTokens {
  readonly #secret = crypto.getRandomValues(new Uint8Array(32));

  seal(claims: Record<string, unknown>): Promise<string> {
    return new EncryptJWT(claims).setProtectedHeader({ alg: 'dir', enc: 'A256GCM' }).encrypt(this.#secret);
  }

  /** Decrypts a token. Rejects with jose's errors if it is foreign or expired. */
  async open(token: string, currentDate: Date): Promise<JWTPayload> {
    const { payload } = await jwtDecrypt(token, this.#secret, {
      currentDate,
      requiredClaims: ['exp', 'sub'],
    });
    return payload;
  }

  /** Encrypted tokens have five parts, signed ones three. */
  static isOne(token: string): boolean {
    return token.split('.').length === 5;
  }
}
