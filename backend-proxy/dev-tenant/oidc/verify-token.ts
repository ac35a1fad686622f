import { jwtVerify, type JWTPayload, type JWTVerifyOptions } from 'jose';
import type { TenantState } from '../state.js';

/** Checks a token against the tenant's key, issuer and clock; rejects with jose's errors. */
export async function verifyToken(
  tenant: TenantState,
  token: string,
  options: JWTVerifyOptions = {},
): Promise<JWTPayload> {
  const { payload } = await jwtVerify(token, await tenant.key.keySet(), {
    algorithms: ['RS256'],
    issuer: tenant.issuer,
    requiredClaims: ['exp', 'sub'],
    currentDate: new Date(tenant.clock.now()),
    ...options,
  });
  return payload;
}

export function bearerToken(header: string | undefined): string | undefined {
  return /^Bearer ([^\s]+)$/i.exec(header ?? '')?.[1];
}
