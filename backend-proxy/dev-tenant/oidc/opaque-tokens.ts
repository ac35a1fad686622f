import { EncryptJWT, jwtDecrypt, type JWTPayload } from 'jose';

/**
 * Access tokens for no API: good at /userinfo, and readable to nobody but the tenant.
 * https://auth0.com/docs/secure/tokens/access-tokens#opaque-access-tokens
 */
export class OpaqueTokens {
  readonly #secret = crypto.getRandomValues(new Uint8Array(32));

  seal(claims: Record<string, unknown>): Promise<string> {
    return new EncryptJWT(claims).setProtectedHeader({ alg: 'dir', enc: 'A256GCM' }).encrypt(this.#secret);
  }

  /** Rejects with jose's errors what this tenant has not sealed, or has too long ago. */
  async open(token: string, currentDate: Date): Promise<JWTPayload> {
    const { payload } = await jwtDecrypt(token, this.#secret, {
      currentDate,
      requiredClaims: ['exp', 'sub'],
    });
    return payload;
  }

  /** A sealed token has five parts, a signed one three. */
  static isOne(token: string): boolean {
    return token.split('.').length === 5;
  }
}
