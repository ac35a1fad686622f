/** Invitations. */
import type { ConnectionClass } from '../policy/vocabulary.js';
import type { RoleName } from './member.js';

/** `GET /v1/invitations?cursor`: pending invitations, and recently ended ones with their outcome. */
export interface InvitationPage {
  readonly invitations: readonly InvitationView[];
  readonly next: string | null;
}

/**
 * States of an invitation. Auth0 only lists `pending` and `expired` ones, and removes an invitation as soon as any account
 * uses it. The proxy's own ledger knows the others. `accepted` needs a member with its address, in any capitals. `gone` isn't
 * open any longer, and nothing shows why: it was used by another account or by someone who has left, or revoked outside
 * Orgdesk.
 */
export const invitationStates = ['pending', 'expired', 'accepted', 'revoked', 'replaced', 'gone'] as const;
export type InvitationState = (typeof invitationStates)[number];

/** An invitation in the list. */
export interface InvitationView {
  readonly id: string;
  readonly email: string;
  readonly state: InvitationState;
  readonly inviter: string | null;
  readonly roles: readonly RoleName[];
  readonly connection: { readonly id: string; readonly label: string } | null;
  readonly createdAt: string;
  readonly expiresAt: string | null;
}

/** `GET /v1/invitations/options`: the choices of the invite dialog. */
export interface InvitationOptions {
  readonly connections: readonly {
    readonly id: string;
    readonly label: string;
    readonly class: ConnectionClass;
    /** `false` for passwordless connections, which Auth0 doesn't support in invitations. */
    readonly invitable: boolean;
  }[];
  /** In seconds. Auth0 allows up to 30 days. */
  readonly expiry: { readonly default: number; readonly max: number };
  /** BCP 47 tags for the email's language. Empty if there is no choice. */
  readonly languages: readonly string[];
  /** The maximum number of addresses per request. */
  readonly maxPerRequest: number;
}

/** `POST /v1/invitations`. With `dryRun`, it only checks. */
export interface InvitationRequest {
  readonly invitations: readonly {
    readonly email: string;
    /** Overrides the roles of the request, for example from a line of a CSV file. */
    readonly roles?: readonly string[];
  }[];
  /** Role ids. */
  readonly roles: readonly string[];
  readonly connectionId?: string;
  readonly expiresInSeconds?: number;
  readonly language?: string;
  readonly dryRun?: boolean;
}

/** One result per address, in the order of the request, which needs an `Idempotency-Key` unless it is a dry run. */
export interface InvitationResults {
  readonly results: readonly InvitationResult[];
}

/** The result for one address. */
export interface InvitationResult {
  readonly email: string;
  /** `ready` if a dry run found no problem. */
  readonly outcome: 'invited' | 'ready' | 'refused';
  /** Only with `refused`. */
  readonly code?: InvitationRefusal;
  /** Only with `signs-in-elsewhere`: the connection's label. */
  readonly connection?: string;
  /** Only with `rate-limited` and `outcome-unknown`: whole seconds. */
  readonly retryAfter?: number;
  readonly invitation?: InvitationView;
}

/** Why an address wasn't invited. */
export const invitationRefusals = [
  'address-invalid',
  'address-invisible', // a character in it has no glyph
  'address-look-alike', // letters of another script stand in for Latin ones
  'address-twice', // in this request
  'already-member',
  'already-invited',
  'signs-in-elsewhere', // the address's domain or account belongs to another connection of the organization
  'connection-not-invitable',
  'role-not-assignable',
  'rate-limited',
  'not-sent', // Auth0 refused it, or was never asked
  'outcome-unknown', // it may have been sent: a request after `retryAfter` finds out
] as const;
export type InvitationRefusal = (typeof invitationRefusals)[number];

/** `POST /v1/invitations/{id}/resend`: replaces an invitation by a new one with the same roles, connection and lifetime. */
export interface InvitationResent extends InvitationView {
  /** `false` if the new one was sent, but the old one couldn't be revoked. Its link works until it expires. */
  readonly replaced: boolean;
}

/** `POST /v1/invitations/{id}/link`, if the policy allows it. Audited, because anyone with the link can try to use it. */
export interface InvitationLink {
  readonly url: string;
  readonly expiresAt: string | null;
}
