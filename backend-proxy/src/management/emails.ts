/** Emails that Auth0 sends with an organization's branding. */
import { ProblemError } from '../http/problem-error.js';
import type { Settings } from '../options.js';
import type { ManagementApi } from './api.js';
import { asUnavailable, Auth0Refusal, isNotFound } from './auth0-refusal.js';
import { plainText, unusedJson } from './expected-response.js';
import { createHttp, type CallContext } from './http.js';

export interface EmailRequest {
  readonly userId: string;
  /** Name of the primary identity's connection. */
  readonly connectionName: string;
  readonly email: string;
  /** Organization whose name and colors the email carries. */
  readonly organizationId: string;
  /** Application of the page, which chooses the email's template. */
  readonly clientId: string | null;
}

export interface Emails {
  /**
   * Requests an email with a link to a page where a new password is typed. Auth0 doesn't say whether it is delivered.
   * https://auth0.com/docs/api/authentication/change-password/change-password
   * @throws {ProblemError} `feature_unavailable` if Auth0 doesn't send it to this user
   */
  sendPasswordReset(request: EmailRequest, context: CallContext): Promise<void>;
  /**
   * Requests an email with a link that verifies the address.
   * https://auth0.com/docs/api/management/v2/jobs/post-verification-email
   * @throws {ProblemError} `feature_unavailable` if Auth0 doesn't send it to this user, `profile_not_found`
   */
  sendVerification(request: EmailRequest, context: CallContext): Promise<void>;
}

export function createEmails(
  api: ManagementApi,
  { issuers, transport }: Pick<Settings, 'issuers' | 'transport'>,
): Emails {
  const http = createHttp(transport);
  // The link leads to the domain that receives the request.
  const issuerOf = ({ emails }: CallContext) =>
    issuers.find((issuer) => new URL(issuer).host === emails?.domain) ?? issuers[0];

  return {
    // Part of the Authentication API, which takes no token.
    sendPasswordReset: async ({ connectionName, email, organizationId, clientId }, context) => {
      await http(context, {
        method: 'POST',
        url: new URL('dbconnections/change_password', issuerOf(context)).href,
        body: {
          connection: connectionName,
          email,
          organization: organizationId,
          ...(clientId && { client_id: clientId }),
        },
        expect: plainText(),
      }).catch(refuseEmail);
    },

    sendVerification: async ({ userId, organizationId, clientId }, context) => {
      await api(context, {
        method: 'POST',
        path: ['jobs', 'verification-email'],
        sendsEmail: true,
        body: {
          user_id: userId,
          organization_id: organizationId,
          ...(clientId && { client_id: clientId }),
        },
        expect: unusedJson(201),
      }).catch((reason: unknown) => {
        if (isNotFound(reason)) throw new ProblemError('profile_not_found', { cause: reason });
        refuseEmail(reason);
      });
    },
  };
}

function refuseEmail(reason: unknown): never {
  const refused = reason instanceof Auth0Refusal && reason.status !== 409;
  throw refused ? new ProblemError('feature_unavailable', { cause: reason }) : asUnavailable(reason);
}
