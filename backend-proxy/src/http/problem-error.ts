/** Problems (RFC 9457): what a request failed with. */
import { problemStatus, type Problem, type ProblemCode } from '../../../src/contract/problem.js';

/** Details that a problem can have beside its code. */
export type ProblemDetails = Pick<
  Problem,
  'reason' | 'fields' | 'saved' | 'current' | 'retryAfter' | 'maxAge'
>;

/**
 * A failed request. Thrown anywhere below a route. The error handler turns it into a problem document.
 * @example throw new ProblemError('rate_limited', { retryAfter: 60 });
 */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: ProblemCode;
  readonly details: ProblemDetails;

  constructor(code: ProblemCode, details: ProblemDetails & { readonly cause?: unknown } = {}) {
    const { cause, ...rest } = details;
    super(code, { cause });
    this.code = code;
    this.details = rest;
  }
}

/** Returns whether a person doesn't exist, or isn't a member of the organization. */
export function isProfileNotFound(reason: unknown): boolean {
  return reason instanceof ProblemError && reason.code === 'profile_not_found';
}

/** For people who read raw responses. Pages choose their texts by the code. */
const titles: Readonly<Record<ProblemCode, string>> = {
  token_missing: 'Missing access token',
  token_invalid: 'Invalid access token',
  token_expired: 'Expired access token',
  token_proof_invalid: 'Missing or invalid DPoP proof',
  token_nonce_required: 'DPoP proof must use the nonce from this response',
  step_up_required: 'Recent sign-in required',
  token_without_organization: 'Access token has no organization',
  token_not_a_person: 'Access token does not belong to a user',
  user_blocked: 'Account is blocked',
  operation_locked: 'Operation not allowed',
  profile_not_found: 'Profile not found',
  session_not_found: 'Session not found',
  invitation_not_found: 'Invitation not found',
  bulk_run_not_found: 'Bulk run not found',
  route_not_found: 'Route not found',
  method_not_allowed: 'Method not allowed',
  media_type_unsupported: 'Content-Type must be application/json',
  content_encoding_unsupported: 'Request body must not be compressed',
  body_too_large: 'Request body too large',
  body_unavailable: 'The server read the request body before the proxy could',
  request_malformed: 'Malformed HTTP request',
  request_incomplete: 'Request did not arrive in time',
  request_cross_site: 'Request did not come from a page of this origin',
  headers_too_large: 'Request headers too large',
  body_not_json: 'Request body is not valid JSON',
  body_invalid: 'Invalid request body',
  query_invalid: 'Invalid query parameter',
  reason_required: 'A reason is required',
  idempotency_key_required: 'Idempotency-Key header required (8 to 255 printable characters)',
  idempotency_key_reused: 'Idempotency-Key already used for a different request',
  request_in_progress: 'A request with this Idempotency-Key is still in progress',
  outcome_unknown: 'Email may have been sent; its outcome is unknown',
  feature_unavailable: 'Not available on this tenant',
  erasure_failed: 'Erasure webhook failed; nothing was deleted',
  if_match_required: 'If-Match header required',
  profile_changed: 'Profile was modified by another request',
  roles_changed: 'Roles were modified by another request',
  field_unknown: 'Unknown field',
  field_locked: 'Field is locked',
  value_invalid: 'Invalid value',
  value_in_use: 'Value already in use',
  value_refused: 'Value rejected by Auth0',
  profile_too_large: 'Profile would exceed 10 KB',
  invitation_refused: 'Invitation rejected by Auth0',
  rate_limited: 'Too many requests',
  upstream_unavailable: 'Auth0 is unreachable',
  upstream_invalid: 'Unexpected response from Auth0',
  upstream_refused: 'Auth0 rejected the proxy’s request; check its credentials and scopes',
  upstream_timeout: 'Auth0 timed out',
  shutting_down: 'This instance is shutting down',
  internal: 'Internal error',
};

/** Converts an error to its problem document. */
export function toProblem(error: ProblemError, requestId: string): Problem {
  return {
    type: `urn:orgdesk:problem:${error.code}`,
    title: titles[error.code],
    status: problemStatus[error.code],
    code: error.code,
    requestId,
    ...error.details,
  };
}
