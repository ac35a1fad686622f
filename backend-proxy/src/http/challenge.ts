/** What a 401 says about how to ask better: RFC 6750 §3, RFC 9449 §7.1, RFC 9470. */
import type { Settings } from '../options.js';
import type { ProblemError } from './problem-error.js';
import { proofAlgorithms } from './dpop.js';

type Scheme = 'Bearer' | 'DPoP';

const offered: Readonly<Record<Settings['dpop'], readonly Scheme[]>> = {
  off: ['Bearer'],
  allowed: ['Bearer', 'DPoP'],
  required: ['DPoP'],
};

/** `undefined` for what no other token would change. The error stands with the scheme that was used. */
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
  // RFC 9470: which sign-in would do.
  if (code === 'step_up_required') {
    return `error="insufficient_user_authentication", max_age="${details.maxAge ?? 0}"`;
  }
  return errors[code];
}

/** A request without a token is told the schemes only. */
const errors: Partial<Record<ProblemError['code'], string>> = {
  token_missing: '',
  token_invalid: 'error="invalid_token"',
  token_expired: 'error="invalid_token", error_description="expired"',
  token_proof_invalid: 'error="invalid_dpop_proof"',
  token_nonce_required: 'error="use_dpop_nonce"',
};
