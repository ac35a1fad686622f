/** Emails that Auth0 sends on request: password reset and email verification. */
import type { Context } from 'hono';
import type { EmailReceipt } from '../../../src/contract/index.js';
import { recordAuditEntry } from '../audit/record.js';
import { runOnce, type Attempt } from '../http/idempotency.js';
import type { AuthenticatedEnv } from '../http/request.js';
import { requireReason } from '../operations/perform.js';
import { cooldownSeconds, sendEmail, type EmailOperation } from '../accounts/send-email.js';
import { loadSubject, readReason } from './request-parts.js';
import type { Services } from '../services.js';

export function emailRoutes(services: Services) {
  const { settings, storage } = services;
  const send =
    (operation: EmailOperation) =>
    async (context: Context<AuthenticatedEnv>): Promise<Response> => {
      const body = await readReason(context);
      const sendOnce = async ({ repeatedSince }: Attempt) => {
        const subject = await loadSubject(services, context);
        if (!subject.situation.actors.includes('self')) requireReason(settings, operation, body.reason);
        await sendEmail(services, subject, operation, repeatedSince);
        const { userId } = subject.person.user;
        await recordAuditEntry(settings, context, {
          targetUserId: userId,
          action: operation,
          ...body,
        });
        const receipt: EmailReceipt = { retryAfter: cooldownSeconds };
        return { status: 202 as const, body: receipt };
      };
      return runOnce(context, storage.idempotency, sendOnce, body);
    };

  return { resetPassword: send('password.reset'), verifyEmail: send('email.verify') };
}
