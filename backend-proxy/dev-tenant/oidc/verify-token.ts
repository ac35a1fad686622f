import { jwtVerify, type JWTPayload, type JWTVerifyOptions } from 'jose';
import type { TenantState } from '../state.js';

/** Verifies a token against the tenant's keys, issuers, and clock. Rejects with jose's errors. */
export async function verifyToken(
  tenant: TenantState,
  token: string,
  options: JWTVerifyOptions = {},
): Promise<JWTPayload> {
  const { payload } = await jwtVerify(token, await tenant.keys.keySet(), {
    // The key set has asymmetric keys only, and each of them names its algorithm.
    algorithms: [...(await tenant.keys.algorithms())],
    issuer: [tenant.issuer, ...tenant.customDomains.map((domain) => `${domain}/`)],
    requiredClaims: ['exp', 'sub'],
    currentDate: new Date(tenant.clock.now()),
    ...options,
  });
  return payload;
}

/** Returns the token in an `Authorization` header with one of the supported schemes. */
export function accessTokenOf(
  header: string | undefined,
): { scheme: 'bearer' | 'dpop'; token: string } | undefined {
  const [, scheme = '', token = ''] = /^(Bearer|DPoP) ([^\s]+)$/i.exec(header ?? '') ?? [];
  if (token === '') return undefined;
  return { scheme: scheme.toLowerCase() === 'dpop' ? 'dpop' : 'bearer', token };
}

export function bearerToken(header: string | undefined): string | undefined {
  const found = accessTokenOf(header);
  return found?.scheme === 'bearer' ? found.token : undefined;
}
