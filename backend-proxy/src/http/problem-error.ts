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

/** For people who read raw responses. Pages choose their texts by the code. */
const titles: Readonly<Record<ProblemCode, string>> = {
  token_missing: 'No access token was sent',
  token_invalid: 'The access token is not valid here',
  token_expired: 'The access token has expired',
  token_proof_invalid: 'The DPoP proof is missing or not valid for this request',
  token_nonce_required: 'The DPoP proof needs the nonce of this answer',
  step_up_required: 'This needs a fresh sign-in',
  token_without_organization: 'The access token names no organization',
  token_not_a_person: 'The access token belongs to a machine or an anonymous visitor',
  user_blocked: 'This account is blocked',
  operation_locked: 'This may not be done now',
  profile_not_found: 'There is no such profile in this organization',
  session_not_found: 'There is no such session of this person',
  invitation_not_found: 'There is no such invitation in this organization',
  bulk_run_not_found: 'There is no such run in this organization',
  route_not_found: 'There is nothing at this address',
  method_not_allowed: 'This address does not take that method',
  media_type_unsupported: 'The body has to be application/json',
  body_too_large: 'The body is too large',
  body_not_json: 'The body is not JSON',
  body_invalid: 'The body does not have the expected shape',
  query_invalid: 'A query parameter does not have the expected shape',
  reason_required: 'A change on behalf of somebody needs a reason',
  idempotency_key_required: 'This needs an Idempotency-Key header of 8 to 255 printable characters',
  idempotency_key_reused: 'The Idempotency-Key was used for another request',
  request_in_progress: 'The same request is still being carried out',
  feature_unavailable: 'The tenant does not offer this',
  erasure_failed: 'The product could not erase its own data, so nothing was deleted',
  if_match_required: 'A change needs an If-Match header with the ETag it was made from',
  profile_changed: 'The profile was changed in the meantime',
  roles_changed: "The member's roles were changed in the meantime",
  field_unknown: 'The patch names a field that does not exist here',
  field_locked: 'The patch names a field that may not be changed',
  value_invalid: 'The patch holds a value that may not be stored',
  value_in_use: 'The value already belongs to somebody else',
  value_refused: 'The identity service refused a value',
  invitation_refused: 'The identity service refused to make the invitation',
  rate_limited: 'Too many requests; try again later',
  upstream_unavailable: 'The identity service cannot be reached',
  upstream_invalid: 'The identity service gave an answer that cannot be read',
  upstream_refused:
    'The identity service refused the proxy; an operator has to look at its credentials and scopes',
  upstream_timeout: 'The identity service did not answer in time',
  internal: 'Something went wrong in the proxy',
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
