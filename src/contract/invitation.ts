import type { ConnectionClass } from '../policy/vocabulary.js';
import type { RoleName } from './member.js';

/** `GET /v1/invitations?cursor`: the pending ones, and those that vanished lately, with what became of them. */
export interface InvitationPage {
  readonly invitations: readonly InvitationView[];
  readonly next: string | null;
}

/**
 * `pending` and `expired` are still listed by Auth0. The others are gone from there, and known from the proxy's own ledger:
 * Auth0 takes an invitation away as soon as anybody uses it, the right account or another, and does not say which: what
 * is `consumed-by-another` here disappeared before it expired although nobody with its address is a member, so it was
 * used up by another account or taken back past Orgdesk. What became of one that is `gone` is not known at this moment.
 */
export const invitationStates = [
  'pending',
  'expired',
  'accepted',
  'consumed-by-another',
  'revoked',
  'replaced',
  'gone',
] as const;
export type InvitationState = (typeof invitationStates)[number];

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

/** `GET /v1/invitations/options`: what an invitation can be made with. */
export interface InvitationOptions {
  readonly connections: readonly {
    readonly id: string;
    readonly label: string;
    readonly class: ConnectionClass;
    /** Auth0 invites nobody to a passwordless connection. */
    readonly invitable: boolean;
  }[];
  /** Seconds; Auth0 takes up to thirty days. */
  readonly expiry: { readonly default: number; readonly max: number };
  /** BCP 47 tags for the mail's language; empty where the mail has one only. */
  readonly languages: readonly string[];
  /** Addresses in one request. */
  readonly maxPerRequest: number;
}

/** `POST /v1/invitations`; `dryRun` checks everything and sends nothing. */
export interface InvitationRequest {
  readonly invitations: readonly {
    readonly email: string;
    /** Instead of the request's own, as from a line of a CSV file. */
    readonly roles?: readonly string[];
  }[];
  /** Role ids. */
  readonly roles: readonly string[];
  readonly connectionId?: string;
  readonly expiresInSeconds?: number;
  readonly language?: string;
  readonly dryRun?: boolean;
}

/** One result an address, in the order asked. The request needs an `Idempotency-Key`, unless it is a dry run. */
export interface InvitationResults {
  readonly results: readonly InvitationResult[];
}

export interface InvitationResult {
  readonly email: string;
  /** `ready`: a dry run that found nothing against it. */
  readonly outcome: 'invited' | 'ready' | 'refused';
  /** With `refused`. */
  readonly code?: InvitationRefusal;
  /** With `signs-in-elsewhere`: through what. */
  readonly connection?: string;
  /** With `rate-limited`: whole seconds. */
  readonly retryAfter?: number;
  readonly invitation?: InvitationView;
}

export const invitationRefusals = [
  'address-invalid',
  'address-twice', // in this request
  'already-member',
  'already-invited',
  'signs-in-elsewhere', // the address's domain or account belongs to another connection of the organization
  'connection-not-invitable',
  'role-not-assignable',
  'rate-limited',
  'not-sent', // Auth0 refused or failed; safe to try again
] as const;
export type InvitationRefusal = (typeof invitationRefusals)[number];

/** `POST /v1/invitations/{id}/resend`: a new one with the same roles, connection and time to live, in place of the old one. */
export interface InvitationResent extends InvitationView {
  /** `false`: the new one is on its way, but the old one could not be taken back, and its link works too until it expires. */
  readonly replaced: boolean;
}

/** `POST /v1/invitations/{id}/link`, where the policy allows it; audited. Whoever has the link can try to use it. */
export interface InvitationLink {
  readonly url: string;
  readonly expiresAt: string | null;
}
