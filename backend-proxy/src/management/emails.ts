/** The mails Auth0 sends in the name of an organization. */
import { JobsClient } from 'auth0/jobs';
import type { Settings } from '../options.js';
import { ProblemError } from '../http/problem-error.js';
import { asUnavailable, Auth0Refusal, type CallContext } from './call.js';
import { done, mediaTypeOf } from './empty-response.js';
import type { ManagementAccess } from './access.js';

export interface EmailRequest {
  readonly userId: string;
  /** The connection of the primary identity, by name. */
  readonly connectionName: string;
  readonly email: string;
  /** Whose name and colours the mail carries. */
  readonly organizationId: string;
  /** The application the page belongs to, which chooses the mail's template. */
  readonly clientId: string | null;
}

export interface Emails {
  /**
   * Asks for a mail with a link to a page where a new password is typed. Whether it goes out is not told.
   * https://auth0.com/docs/api/authentication/change-password/change-password
   */
  sendPasswordReset(request: EmailRequest, context: CallContext): Promise<void>;
  /** https://auth0.com/docs/api/management/v2/jobs/post-verification-email */
  sendVerification(request: EmailRequest, context: CallContext): Promise<void>;
}

export function createEmails({ clientOptions, call }: ManagementAccess, settings: Settings): Emails {
  const jobs = new JobsClient(clientOptions);
  return {
    sendPasswordReset: (request, context) => requestReset(settings, request, context),

    sendVerification: async ({ userId, organizationId, clientId }, context) => {
      await call(context, {
        kind: 'write',
        answer: done,
        run: (options) =>
          mediaTypeOf(
            jobs.verificationEmail.create(
              { user_id: userId, organization_id: organizationId, ...(clientId && { client_id: clientId }) },
              options,
            ),
          ),
      }).catch((reason: unknown) => {
        // The address may be verified by now, or the account gone: nothing a person has to hear about.
        if (!(reason instanceof Auth0Refusal)) throw asUnavailable(reason);
        if (reason.status === 400) throw new ProblemError('feature_unavailable', { cause: reason });
      });
    },
  };
}

/** Part of the Authentication API, which the Management SDK does not cover; it takes no token. */
async function requestReset(
  { issuer, fetch }: Settings,
  { connectionName, email, organizationId, clientId }: EmailRequest,
  { deadline, correlationId }: CallContext,
): Promise<void> {
  const patience = AbortSignal.timeout(Math.max(1, deadline - Date.now()));
  let response: Response;
  try {
    response = await fetch(`${issuer}dbconnections/change_password`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-correlation-id': correlationId },
      body: JSON.stringify({
        connection: connectionName,
        email,
        organization: organizationId,
        ...(clientId && { client_id: clientId }),
      }),
      redirect: 'manual',
      signal: patience,
    });
  } catch {
    throw new ProblemError(patience.aborted ? 'upstream_timeout' : 'upstream_unavailable', {
      cause: new Error('no answer to the request for a password reset'),
    });
  }
  const text = await response.text().catch(() => '');
  // A page of something in between; Auth0 answers with a sentence.
  if (response.ok && text.startsWith('<')) throw new ProblemError('upstream_invalid');
  // 404 is what one page of the documents says of an unknown address, and the other says 200: told apart here, they
  // would tell who has an account.
  if (response.ok || response.status === 404) return;
  if (response.status === 429) throw new ProblemError('rate_limited', { retryAfter: 60 });
  const code = response.status < 500 ? 'upstream_refused' : 'upstream_unavailable';
  throw new ProblemError(code, { cause: new Error(`Auth0 answered ${response.status} to a password reset`) });
}
