import type { Moment } from '../../src/policy/index.js';

/** Who is asking, as far as the access token proves it. */
export interface Actor {
  readonly userId: string;
  /** From the verified token and from nowhere else: it is the wall between customers. */
  readonly organizationId: string;
  readonly permissions: readonly string[];
  /** When the person last proved who they are, in seconds since the epoch; `null` when the token does not say. */
  readonly signedInAt: number | null;
  /** The token has an `act` claim: somebody acts with this person's session (RFC 8693 §4.1). */
  readonly delegated: boolean;
}

export function momentOf(actor: Actor): Moment {
  const signInAge = actor.signedInAt === null ? null : Math.floor(Date.now() / 1000) - actor.signedInAt;
  return { signInAge, delegated: actor.delegated };
}
