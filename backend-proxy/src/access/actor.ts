import type { SessionContext } from '../../../src/policy/index.js';

/** The person who makes a request, as the access token proves it. */
export interface Actor {
  readonly userId: string;
  /** From the verified token only: this is the boundary between customers. */
  readonly organizationId: string;
  readonly permissions: readonly string[];
  /** Application the token was issued to (`azp`), or `null` if the token doesn't say. */
  readonly clientId: string | null;
  /** The tenant's session the token was issued in, or `null` if no Action adds it. */
  readonly sessionId: string | null;
  /** When the access token was issued, in seconds since the epoch. */
  readonly issuedAt: number;
  /** When the access token expires, in seconds since the epoch. */
  readonly expiresAt: number;
  /** Time of the last sign-in, in seconds since the epoch, or `null` if the token doesn't say. */
  readonly signedInAt: number | null;
  /** Whether the token has an `act` claim: someone else uses this person's session (RFC 8693 §4.1). */
  readonly delegated: boolean;
  /**
   * When long-running work was requested, in seconds since the epoch. The age of the sign-in is measured at that time,
   * so that it doesn't expire while the work runs.
   */
  readonly requestTime?: number;
}

/** Returns the facts about the actor's session that the policy depends on. */
export function momentOf(actor: Actor): SessionContext {
  const requestTime = actor.requestTime ?? Math.floor(Date.now() / 1000);
  const signInAge = actor.signedInAt === null ? null : requestTime - actor.signedInAt;
  return { signInAge, delegated: actor.delegated };
}

/**
 * Returns until when access tokens that are already issued can be valid, as RFC 3339: the lifetime of the caller's own
 * token, from now. All tokens for one API have the same lifetime.
 * https://auth0.com/docs/secure/tokens/access-tokens/update-access-token-lifetime
 */
export function issuedTokensUntil({ issuedAt, expiresAt }: Actor, now = Date.now()): string {
  return new Date(now + (expiresAt - issuedAt) * 1000).toISOString();
}
