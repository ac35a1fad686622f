/** Errors on the wire. */
import type { Violation } from '../policy/check-value.js';
import type { FieldReason, LockReason } from '../policy/vocabulary.js';
import type { ProfileView } from './profile.js';

/** All problem codes with their HTTP status. The codes are stable, the texts aren't. */
export const problemStatus = {
  token_missing: 401,
  token_invalid: 401,
  token_expired: 401,
  token_proof_invalid: 401,
  token_nonce_required: 401,
  step_up_required: 401,
  token_without_organization: 403,
  token_not_a_person: 403,
  user_blocked: 403,
  operation_locked: 403,
  profile_not_found: 404,
  session_not_found: 404,
  invitation_not_found: 404,
  bulk_run_not_found: 404,
  route_not_found: 404,
  method_not_allowed: 405,
  media_type_unsupported: 415,
  content_encoding_unsupported: 415,
  body_too_large: 413,
  body_unavailable: 500,
  request_malformed: 400,
  request_incomplete: 408,
  request_cross_site: 403,
  headers_too_large: 431,
  body_not_json: 400,
  body_invalid: 400,
  query_invalid: 400,
  reason_required: 422,
  idempotency_key_required: 400,
  idempotency_key_reused: 422,
  request_in_progress: 409,
  outcome_unknown: 409,
  feature_unavailable: 501,
  erasure_failed: 502,
  if_match_required: 428,
  profile_changed: 412,
  roles_changed: 412,
  field_unknown: 422,
  field_locked: 403,
  value_invalid: 422,
  value_in_use: 409,
  value_refused: 422,
  profile_too_large: 422,
  invitation_refused: 422,
  rate_limited: 429,
  upstream_unavailable: 502,
  upstream_invalid: 502,
  upstream_refused: 502,
  upstream_timeout: 504,
  shutting_down: 503,
  internal: 500,
} as const;

export type ProblemCode = keyof typeof problemStatus;

/** Why one field of a patch was rejected. */
export interface FieldProblem {
  readonly field: string;
  readonly code:
    | 'field_unknown'
    | 'field_locked'
    | 'value_invalid'
    | 'value_in_use'
    | 'value_refused'
    | 'profile_too_large'
    | 'step_up_required';
  /** Only with `field_locked`. */
  readonly reason?: FieldReason;
  /** Only with `value_invalid`. */
  readonly violation?: Violation;
}

/**
 * An error response: RFC 9457 problem details with a stable `code`. It never contains Auth0's own texts, because they
 * can name connections and tenants.
 */
export interface Problem {
  /** `urn:orgdesk:problem:<code>`. It isn't a URL, because there is no page. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  /** For support: the proxy's log contains it too. */
  readonly requestId?: string;
  /** Only with `step_up_required`: the maximum age of the sign-in in seconds. */
  readonly maxAge?: number;
  /** Only with `operation_locked`. */
  readonly reason?: LockReason;
  /** Only with 429, 503, and `outcome_unknown`: whole seconds to wait. */
  readonly retryAfter?: number;
  readonly fields?: readonly FieldProblem[];
  /** The fields that were stored before a patch in several calls failed. */
  readonly saved?: readonly string[];
  /** The stored profile and its version. Only with `profile_changed`, or if a patch was stored in part. */
  readonly current?: { readonly profile: ProfileView; readonly etag: string };
}
