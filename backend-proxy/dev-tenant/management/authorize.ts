import { createMiddleware } from 'hono/factory';
import { errors } from 'jose';
import type { TenantEnv } from '../env.js';
import { ManagementError } from '../errors.js';
import { splitScope } from '../oidc/split-scope.js';
import { bearerToken, verifyToken } from '../oidc/verify-token.js';
import type { TenantState } from '../state.js';

/** Middleware that requires a Management API token with at least one of these scopes. */
export function requireScope(tenant: TenantState, ...anyOf: string[]) {
  return createMiddleware<TenantEnv>(async (c, next) => {
    const token = bearerToken(c.req.header('authorization'));
    if (token === undefined) throw new ManagementError(401, 'Missing authentication');
    const scopes = await scopesOf(tenant, token);
    if (!anyOf.some((scope) => scopes.has(scope))) throw insufficientScope(anyOf);
    c.set('scopes', scopes);
    await next();
  });
}

export function insufficientScope(anyOf: readonly string[]): ManagementError {
  const message = `Insufficient scope, expected any of: ${anyOf.join(',')}`;
  return new ManagementError(403, message, 'insufficient_scope');
}

async function scopesOf(tenant: TenantState, token: string): Promise<ReadonlySet<string>> {
  try {
    const { scope } = await verifyToken(tenant, token, { audience: tenant.managementAudience });
    return new Set(typeof scope === 'string' ? splitScope(scope) : []);
  } catch (error) {
    throw new ManagementError(401, refusal(error));
  }
}

/** Auth0's messages for invalid tokens. */
function refusal(error: unknown): string {
  if (error instanceof errors.JWTExpired) return 'Expired token received for JSON Web Token validation';
  if (error instanceof errors.JWSSignatureVerificationFailed || error instanceof errors.JWKSNoMatchingKey) {
    return 'Invalid signature received for JSON Web Token validation';
  }
  if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'aud') {
    return `Bad audience: ${String(error.payload.aud)}`;
  }
  return 'Invalid token';
}
