/**
 * DPoP (RFC 9449): a token that is bound to a key needs a proof that the caller has the key. Numbers in comments refer to
 * the list of checks in §4.3.
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
import type { Storage } from '../storage/storage.js';
import { createNonces } from './dpop-nonces.js';

/** The only algorithm with which Auth0 binds tokens. https://auth0.com/docs/secure/sender-constraining/demonstrating-proof-of-possession-dpop */
export const proofAlgorithms = ['ES256'];

/** The same tolerances as in Auth0's libraries: clocks of browsers differ. */
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

/** A token and the scheme it was sent with. */
export interface Presented {
  readonly scheme: 'bearer' | 'dpop';
  readonly token: string;
}

/** @throws {ProblemError} `token_invalid`, `token_proof_invalid`, or `token_nonce_required`. */
export type CheckBinding = (
  request: Request,
  presented: Presented,
  claims: JWTPayload,
  /** Called with the nonce that the next proof has to repeat, if that isn't the current one of `dpopNonceSecret`. */
  sendNonce: (nonce: string) => void,
) => Promise<void>;

export function createBindingCheck(
  settings: Pick<Settings, 'dpop' | 'dpopNonceSecret' | 'publicUrl' | 'basePath'>,
  { proofs, knownSince }: Pick<Storage, 'proofs' | 'knownSince'>,
): CheckBinding {
  const { dpop } = settings;
  const nonces = settings.dpopNonceSecret === null ? null : createNonces(settings.dpopNonceSecret);
  const ownNonces = createNonces(crypto.randomUUID());

  /**
   * A storage that was lost with the process doesn't know which proofs were used before. A proof from that time counts
   * only with a nonce of this process, which shows that it was made since, by a client whose clock is slow.
   */
  async function requireNonce({ iat, nonce }: Proof, sendNonce: (nonce: string) => void): Promise<void> {
    // A clock that is fast dates a proof ahead.
    if (knownSince !== null && iat <= knownSince / 1000 + leewaySeconds) {
      if (await ownNonces.isGood(nonce)) return;
      sendNonce(await ownNonces.current());
      throw new ProblemError('token_nonce_required');
    }
    if (nonces && !(await nonces.isGood(nonce))) throw new ProblemError('token_nonce_required');
  }

  return async function checkBinding(request, { scheme, token }, claims, sendNonce) {
    const keyName = boundTo(claims);
    if (scheme === 'bearer') {
      // A stolen bound token must not become usable by sending it as a bearer token (§7.2).
      if (keyName !== null || dpop === 'required') throw new ProblemError('token_invalid');
      return;
    }
    if (keyName === null || dpop === 'off') throw new ProblemError('token_invalid');
    const { proof, jwk } = await readProof(request.headers.get('dpop'));
    checkRequest(request, proof, settings);
    checkTime(proof);
    await requireNonce(proof, sendNonce);
    // 12: The proof is for this token, made with the key the token is bound to.
    if (proof.ath !== (await digest(token))) throw invalidProof();
    if ((await calculateJwkThumbprint(jwk)) !== keyName) throw invalidProof();
    // 11, last: a proof that fails for another reason doesn't use up its ID.
    if (!(await proofs.take(`${keyName} ${proof.jti}`, maxAgeSeconds + leewaySeconds))) {
      throw invalidProof();
    }
  };
}

/** Returns the thumbprint of the key the token is bound to. Other kinds of binding are rejected. */
function boundTo({ cnf }: JWTPayload): string | null {
  if (cnf === undefined) return null;
  const confirmation = confirmationSchema.safeParse(cnf);
  if (!confirmation.success) throw new ProblemError('token_invalid');
  return confirmation.data.jkt;
}

/** Checks 1 to 7: one header, a JWT with all claims, the type, the algorithm, signed with the embedded public key. */
async function readProof(header: string | null): Promise<{ proof: Proof; jwk: JWK }> {
  // Several headers arrive as one, joined by commas, which a JWT can't contain.
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
    // A malformed key makes the platform's importer throw. That is an invalid proof too.
    throw reason instanceof errors.JOSEError || reason instanceof DOMException ? invalidProof() : reason;
  }
}

/** Checks 8 and 9: the method and the URL. */
function checkRequest(
  request: Request,
  { htm, htu }: Proof,
  settings: Pick<Settings, 'publicUrl' | 'basePath'>,
): void {
  if (htm !== request.method) throw invalidProof();
  const url = new URL(request.url);
  const { publicUrl, basePath } = settings;
  // Behind a gateway, the request has the gateway's target URL, not the one the caller used.
  const address = publicUrl === null ? url.href : publicUrl + url.pathname.slice(basePath.length);
  if (!URL.canParse(htu) || plain(htu) !== plain(address)) throw invalidProof();
}

/** Drops query and fragment, and normalizes percent-encoding (RFC 3986 §6.2.2). */
function plain(address: string): string {
  const { origin, pathname } = new URL(address);
  return origin + pathname.replace(/%[0-9a-f]{2}/gi, (escape) => escape.toUpperCase());
}

/** Checks the age of the proof. */
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
