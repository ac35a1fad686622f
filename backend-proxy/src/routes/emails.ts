/** Mails that Auth0 sends on request: a link to a new password, a link that verifies the address. */
import type { Context } from 'hono';
import type { MailReceipt } from '../../../src/contract/index.js';
import { recordChange } from '../audit/record.js';
import { once } from '../http/idempotency.js';
import type { ProxyEnv } from '../http/request.js';
import { requireReason } from '../operations/perform.js';
import { cooldownSeconds, sendMail, type MailOperation } from '../accounts/send-email.js';
import { readReason } from './reason.js';
import type { SubjectOf } from './subject-of.js';
import { identify, type RouteTools } from './services.js';

export function mailRoutes(tools: RouteTools, subjectOf: SubjectOf) {
  const { settings, storage, authenticate } = tools;
  const send =
    (operation: MailOperation) =>
    async (context: Context<ProxyEnv>): Promise<Response> => {
      const actor = await identify(authenticate, context);
      const body = await readReason(context);
      const sendOnce = async () => {
        const subject = await subjectOf(actor, context);
        if (!subject.situation.actors.includes('self')) requireReason(settings, body.reason);
        await sendMail(tools, operation, actor, subject, context.get('call'));
        const { userId } = subject.person.user;
        await recordChange(settings, context, actor, { targetUserId: userId, action: operation, ...body });
        const receipt: MailReceipt = { retryAfter: cooldownSeconds };
        return { status: 202 as const, body: receipt };
      };
      return once(context, storage.idempotency, actor, sendOnce, body);
    };

  return { resetPassword: send('password.reset'), verifyEmail: send('email.verify') };
}
