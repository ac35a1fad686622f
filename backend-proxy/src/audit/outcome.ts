/** Decides how a request that failed appears in the audit log. */
import type { AuditOutcome, ProblemCode } from '../../../src/contract/index.js';
import { isOutcomeUnknown } from '../management/index.js';
import type { ProblemError } from '../http/problem-error.js';

/**
 * `null`: not an entry. No one can tell from such a request what should have been done, or the page repeats it in another
 * form: it was malformed, its values were mistyped, or it was based on an older version. The request log has them all.
 */
const outcomeOfCode: Readonly<Record<ProblemCode, AuditOutcome | null>> = {
  token_missing: null,
  token_invalid: null,
  token_expired: null,
  token_proof_invalid: null,
  token_nonce_required: null,
  token_without_organization: null,
  token_not_a_person: null,
  step_up_required: 'refused',
  user_blocked: 'refused',
  operation_locked: 'refused',
  profile_not_found: 'refused',
  session_not_found: 'refused',
  invitation_not_found: 'refused',
  bulk_run_not_found: null,
  route_not_found: null,
  method_not_allowed: null,
  media_type_unsupported: null,
  content_encoding_unsupported: null,
  request_malformed: null,
  request_incomplete: null,
  request_cross_site: null,
  headers_too_large: null,
  shutting_down: null,
  body_too_large: null,
  body_unavailable: null,
  body_not_json: null,
  body_invalid: null,
  query_invalid: null,
  reason_required: 'refused',
  idempotency_key_required: null,
  idempotency_key_reused: null,
  request_in_progress: null,
  outcome_unknown: 'unknown',
  feature_unavailable: 'failed',
  erasure_failed: 'failed',
  if_match_required: null,
  profile_changed: null,
  roles_changed: null,
  field_unknown: null,
  field_locked: 'refused',
  value_invalid: null,
  profile_too_large: null,
  value_in_use: 'failed',
  value_refused: 'failed',
  invitation_refused: 'failed',
  rate_limited: 'refused',
  upstream_unavailable: 'failed',
  upstream_invalid: 'failed',
  upstream_refused: 'failed',
  upstream_timeout: 'failed',
  internal: 'failed',
};

/**
 * Returns how a failed action ended, or `null` if it isn't worth an entry.
 * @param hasWritten - Whether a write was sent to Auth0. If it was, and there was no answer, the outcome is unknown.
 * @example outcomeOf(new ProblemError('operation_locked'), false) // 'refused'
 */
export function outcomeOf(problem: ProblemError, hasWritten: boolean): AuditOutcome | null {
  return hasWritten && (isOutcomeUnknown(problem) || problem.code === 'internal')
    ? 'unknown'
    : outcomeOfCode[problem.code];
}
