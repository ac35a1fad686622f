import { createHash, randomUUID } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { DevTenant } from '../../backend-proxy/dev-tenant/index.js';

/** Returns someone's token that is bound to a key, and a proof of that key for one request to the proxy. */
export async function boundToken(
  tenant: DevTenant,
  userId: string,
  organizationId: string,
  method: string,
  path: string,
): Promise<readonly [token: string, proof: string]> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(publicKey);
  const iat = Math.floor(Date.now() / 1000);
  const token = await tenant.tokens.sign(
    { alg: 'RS256', typ: 'JWT' },
    {
      iss: tenant.issuer,
      sub: userId,
      aud: tenant.audience,
      iat,
      exp: iat + 3600,
      org_id: organizationId,
      permissions: [],
      cnf: { jkt: await calculateJwkThumbprint(jwk) },
    },
  );
  const ath = createHash('sha256').update(token).digest('base64url');
  const htu = `https://proxy.example${path}`;
  const proof = await new SignJWT({ jti: randomUUID(), htm: method, htu, iat, ath })
    .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk })
    .sign(privateKey);
  return [token, proof];
}
