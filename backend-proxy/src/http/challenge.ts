/** WWW-Authenticate header of a 401 (RFC 6750 §3, RFC 9449 §7.1, RFC 9470). */
import type { Settings } from '../options.js';
import type { ProblemError } from './problem-error.js';
import { proofAlgorithms } from './dpop.js';

type Scheme = 'Bearer' | 'DPoP';

const offered: Readonly<Record<Settings['dpop'], readonly Scheme[]>> = {
  off: ['Bearer'],
  allowed: ['Bearer', 'DPoP'],
  required: ['DPoP'],
};

/**
 * Returns the header, with the error at the scheme that was used. `undefined` if another token wouldn't help.
 */
export function challengeOf(
  problem: ProblemError,
  authorization: string | undefined,
  dpop: Settings['dpop'],
): string | undefined {
  const error = errorOf(problem);
  if (error === undefined) return undefined;
  const schemes = offered[dpop];
  const used = /^dpop /i.test(authorization ?? '') ? 'DPoP' : 'Bearer';
  const concerned = schemes.includes(used) ? used : schemes[0];
  return schemes
    .map((scheme) => {
      const parameters = [
        scheme === concerned ? error : '',
        scheme === 'DPoP' ? `algs="${proofAlgorithms.join(' ')}"` : '',
      ];
      return `${scheme} ${parameters.filter(Boolean).join(', ')}`.trim();
    })
    .join(', ');
}

function errorOf({ code, details }: ProblemError): string | undefined {
  // RFC 9470: the maximum age of the sign-in.
  if (code === 'step_up_required') {
    return `error="insufficient_user_authentication", max_age="${details.maxAge ?? 0}"`;
  }
  return errors[code];
}

/** Without a token, the header lists the schemes only (RFC 6750 §3.1). */
const errors: Partial<Record<ProblemError['code'], string>> = {
  token_missing: '',
  token_invalid: 'error="invalid_token"',
  token_expired: 'error="invalid_token", error_description="expired"',
  token_proof_invalid: 'error="invalid_dpop_proof"',
  token_nonce_required: 'error="use_dpop_nonce"',
};
