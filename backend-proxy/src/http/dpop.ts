/**
 * A token that is bound to a key is taken only with a proof that the caller has that key: RFC 9449. The numbers in the
 * comments are those of its list of checks, §4.3.
 */
import {
  base64url,
  calculateJwkThumbprint,
  EmbeddedJWK,
  errors,
  jwtVerify,
  type JWK,
  type JWTPayload,
} from 'jose';
import { z } from 'zod';
import type { Settings } from '../options.js';
import { ProblemError } from './problem-error.js';
import type { ProofRegister } from '../storage/storage.js';
import { createNonces } from './dpop-nonces.js';

/** The only one that Auth0 binds tokens by. https://auth0.com/docs/secure/sender-constraining/demonstrating-proof-of-possession-dpop */
export const proofAlgorithms = ['ES256'];

/** As Auth0's own libraries have it: clocks of browsers differ. */
const maxAgeSeconds = 300;
const leewaySeconds = 30;

const proofSchema = z.object({
  jti: z.string().min(1).max(200),
  htm: z.string(),
  htu: z.string(),
  iat: z.number(),
  ath: z.string(),
  nonce: z.string().optional(),
});
type Proof = z.infer<typeof proofSchema>;

const confirmationSchema = z.strictObject({ jkt: z.string().min(1) });

/** How a token came. */
export interface Presented {
  readonly scheme: 'bearer' | 'dpop';
  readonly token: string;
}

/** @throws `token_invalid`, `token_proof_invalid`, `token_nonce_required` */
export type CheckBinding = (request: Request, presented: Presented, claims: JWTPayload) => Promise<void>;

export function createBindingCheck(
  settings: Pick<Settings, 'dpop' | 'dpopNonceSecret' | 'publicUrl' | 'basePath'>,
  register: ProofRegister,
): CheckBinding {
  const { dpop } = settings;
  const nonces = settings.dpopNonceSecret === null ? null : createNonces(settings.dpopNonceSecret);

  return async function checkBinding(request, { scheme, token }, claims) {
    const keyName = boundTo(claims);
    if (scheme === 'bearer') {
      // Whoever steals a bound token must not get around the proof by calling it something else (§7.2).
      if (keyName !== null || dpop === 'required') throw new ProblemError('token_invalid');
      return;
    }
    if (keyName === null || dpop === 'off') throw new ProblemError('token_invalid');
    const { proof, jwk } = await readProof(request.headers.get('dpop'));
    checkRequest(request, proof, settings);
    if (nonces && !(await nonces.isGood(proof.nonce))) throw new ProblemError('token_nonce_required');
    checkTime(proof);
    // 12: for this token, and by the key that the token is bound to.
    if (proof.ath !== (await digest(token))) throw invalidProof();
    if ((await calculateJwkThumbprint(jwk)) !== keyName) throw invalidProof();
    // The last one: what fails for another reason does not use up a name.
    if (!(await register.take(`${keyName} ${proof.jti}`, maxAgeSeconds + leewaySeconds))) {
      throw invalidProof();
    }
  };
}

/** The thumbprint of the key a token is bound to; a binding of another kind is none that could be checked here. */
function boundTo({ cnf }: JWTPayload): string | null {
  if (cnf === undefined) return null;
  const confirmation = confirmationSchema.safeParse(cnf);
  if (!confirmation.success) throw new ProblemError('token_invalid');
  return confirmation.data.jkt;
}

/** 1 to 7: one header, a JWT with all its claims, its type and algorithm, signed by the public key that it brings along. */
async function readProof(header: string | null): Promise<{ proof: Proof; jwk: JWK }> {
  // Several headers arrive as one with commas between, which no JWT has.
  if (header === null || !/^[\w-]+\.[\w-]+\.[\w-]+$/.test(header)) throw invalidProof();
  try {
    const { payload, protectedHeader } = await jwtVerify(header, EmbeddedJWK, {
      typ: 'dpop+jwt',
      algorithms: proofAlgorithms,
    });
    const proof = proofSchema.safeParse(payload);
    if (!proof.success || !protectedHeader.jwk) throw invalidProof();
    return { proof: proof.data, jwk: protectedHeader.jwk };
  } catch (reason) {
    // What a key of a stranger's making does to the platform's importer is the proof's fault too.
    throw reason instanceof errors.JOSEError || reason instanceof DOMException ? invalidProof() : reason;
  }
}

/** 8 and 9: for this method and this address. */
function checkRequest(
  request: Request,
  { htm, htu }: Proof,
  settings: Pick<Settings, 'publicUrl' | 'basePath'>,
): void {
  if (htm !== request.method) throw invalidProof();
  const url = new URL(request.url);
  const { publicUrl, basePath } = settings;
  // Behind a gateway a request says where the gateway sent it, and not where the caller did.
  const address = publicUrl === null ? url.href : publicUrl + url.pathname.slice(basePath.length);
  if (!URL.canParse(htu) || plain(htu) !== plain(address)) throw invalidProof();
}

/** Without query and fragment, which do not count, and with escapes in one spelling (RFC 3986 §6.2.2). */
function plain(address: string): string {
  const { origin, pathname } = new URL(address);
  return origin + pathname.replace(/%[0-9a-f]{2}/gi, (escape) => escape.toUpperCase());
}

/** 11. */
function checkTime({ iat }: Proof): void {
  const age = Date.now() / 1000 - iat;
  if (!(age <= maxAgeSeconds && age >= -leewaySeconds)) throw invalidProof();
}

async function digest(token: string): Promise<string> {
  return base64url.encode(
    new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token))),
  );
}

const invalidProof = () => new ProblemError('token_proof_invalid');
