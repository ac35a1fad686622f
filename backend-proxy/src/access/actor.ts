import type { SessionContext } from '../../../src/policy/index.js';

/** Who is asking, as far as the access token proves it. */
export interface Actor {
  readonly userId: string;
  /** From the verified token and from nowhere else: it is the wall between customers. */
  readonly organizationId: string;
  readonly permissions: readonly string[];
  /** The application the token was issued to (`azp`); `null` when the token does not say. */
  readonly clientId: string | null;
  /** The tenant's session the token was issued in, where an Action says so. */
  readonly sessionId: string | null;
  /** When the access token was issued, in seconds since the epoch. */
  readonly issuedAt: number;
  /** When the access token dies, in seconds since the epoch. */
  readonly expiresAt: number;
  /** When the person last proved who they are, in seconds since the epoch; `null` when the token does not say. */
  readonly signedInAt: number | null;
  /** The token has an `act` claim: somebody acts with this person's session (RFC 8693 §4.1). */
  readonly delegated: boolean;
  /** When this was asked for, in seconds since the epoch, where it is still being done: the sign-in grows no older by that. */
  readonly requestTime?: number;
}

export function momentOf(actor: Actor): SessionContext {
  const requestTime = actor.requestTime ?? Math.floor(Date.now() / 1000);
  const signInAge = actor.signedInAt === null ? null : requestTime - actor.signedInAt;
  return { signInAge, delegated: actor.delegated };
}
