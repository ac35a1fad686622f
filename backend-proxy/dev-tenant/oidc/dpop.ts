import { EmbeddedJWK, calculateJwkThumbprint, compactVerify } from 'jose';
import { z } from 'zod';
import { hashOf, withoutQuery } from '../dpop-key.js';
import { OAuthError } from '../errors.js';
import type { TenantState } from '../state.js';
import { proofAge } from './proofs.js';

const proofClaims = z.object({
  jti: z.string().min(1),
  htm: z.string(),
  htu: z.string(),
  iat: z.number(),
  ath: z.string().optional(),
  nonce: z.string().optional(),
});

/** A verified proof: its key and claims. */
export interface Proof extends z.infer<typeof proofClaims> {
  /** Thumbprint of the key. */
  readonly jkt: string;
}

/** The request a proof must match. */
interface ProvenRequest {
  readonly method: string;
  /** Path relative to the tenant's URL. */
  readonly path: string;
  readonly accessToken?: string | undefined;
}

/**
 * Runs the checks of https://datatracker.ietf.org/doc/html/rfc9449#section-4.3 except for nonce and `jti`.
 * @throws `invalid_dpop_proof`
 */
export async function checkProof(
  tenant: TenantState,
  proof: string,
  { method, path, accessToken }: ProvenRequest,
): Promise<Proof> {
  const { claims, jkt } = await readProof(proof);
  if (claims.htm !== method) throw invalidProof('htm is not the method of the request');
  if (!isAbout(claims.htu, `${tenant.url}${path}`))
    throw invalidProof('htu is not the address of the request');
  const age = tenant.clock.seconds() - claims.iat;
  if (age > proofAge.past || age < -proofAge.future) throw invalidProof('iat is not recent');
  if (accessToken !== undefined && claims.ath !== (await hashOf(accessToken))) {
    throw invalidProof('ath is not the hash of the access token');
  }
  return { ...claims, jkt };
}

/**
 * Verifies a public app's proof at the token endpoint, which requires a nonce from such apps:
 * https://auth0.com/docs/secure/sender-constraining/demonstrating-proof-of-possession-dpop#public-clients
 * @throws `use_dpop_nonce` or `invalid_dpop_proof`
 */
export async function provenKey(tenant: TenantState, proof: string): Promise<string> {
  const { jkt, jti, nonce } = await checkProof(tenant, proof, { method: 'POST', path: '/oauth/token' });
  checkNonce(tenant, nonce);
  if (!tenant.proofs.spend(`${jkt} ${jti}`)) throw invalidProof('jti has been used before');
  return jkt;
}

export function checkNonce({ proofs }: TenantState, nonce: string | undefined): void {
  if (proofs.isCurrent(nonce)) return;
  throw new OAuthError(400, 'use_dpop_nonce', 'Authorization server requires nonce in DPoP proof');
}

/**
 * Returns the key that tokens for an audience are bound to, or `undefined` if the API doesn't use DPoP. Auth0
 * documents neither what it does with an unsolicited proof (here: nothing) nor the error messages.
 */
export function boundKey(
  { applications }: TenantState,
  audience: string | undefined,
  jkt: string | undefined,
): string | undefined {
  const api = applications.apis.get(audience ?? '');
  if (!api) return jkt;
  if (!api.proof_of_possession) return undefined;
  if (api.proof_of_possession.required && jkt === undefined) {
    throw invalidProof('The API accepts sender-constrained tokens only');
  }
  return jkt;
}

export function invalidProof(why: string): OAuthError {
  return new OAuthError(400, 'invalid_dpop_proof', why);
}

async function readProof(proof: string) {
  try {
    const { payload, protectedHeader } = await compactVerify(proof, EmbeddedJWK, { algorithms: ['ES256'] });
    const { jwk } = z.object({ typ: z.literal('dpop+jwt'), jwk: z.looseObject({}) }).parse(protectedHeader);
    const claims = proofClaims.parse(JSON.parse(new TextDecoder().decode(payload)));
    return { claims, jkt: await calculateJwkThumbprint(jwk) };
  } catch {
    throw invalidProof('The DPoP proof is no dpop+jwt signed by ES256 with its own public key');
  }
}

function isAbout(claimed: string, address: string): boolean {
  return URL.canParse(claimed) && withoutQuery(claimed) === withoutQuery(address);
}
