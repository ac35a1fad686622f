/** Mails that Auth0 sends on request: a link to a new password, a link that verifies the address. */
import type { Context } from 'hono';
import type { MailReceipt } from '../../../src/contract/index.js';
import { recordChange } from '../middleware/audit.js';
import { once } from '../middleware/idempotent.js';
import type { ProxyEnv } from '../middleware/request.js';
import { cooldownSeconds, sendMail, type MailOperation } from '../person/send-mail.js';
import type { SubjectOf } from './subject-of.js';
import { identify, type RouteTools } from './tools.js';

export function mailRoutes(tools: RouteTools, subjectOf: SubjectOf) {
  const { settings, storage, authenticate } = tools;
  const send =
    (operation: MailOperation) =>
    async (context: Context<ProxyEnv>): Promise<Response> => {
      const actor = await identify(authenticate, context);
      return once(context, storage.idempotency, actor, async () => {
        const subject = await subjectOf(actor, context);
        await sendMail(tools, operation, actor, subject, context.get('call'));
        const { userId } = subject.person.user;
        await recordChange(settings, context, actor, { targetUserId: userId, action: operation });
        const receipt: MailReceipt = { retryAfter: cooldownSeconds };
        return { status: 202, body: receipt };
      });
    };

  return { resetPassword: send('password.reset'), verifyEmail: send('email.verify') };
}
