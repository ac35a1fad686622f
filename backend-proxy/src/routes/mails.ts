/** Mails that Auth0 sends on request: a link to a new password, a link that verifies the address. */
import type { Context } from 'hono';
import type { MailReceipt } from '../../../src/contract/index.js';
import type { Operation } from '../../../src/policy/index.js';
import { recordChange } from '../middleware/audit.js';
import { once } from '../middleware/idempotent.js';
import type { ProxyEnv } from '../middleware/request.js';
import { requireOperation } from '../person/operations.js';
import { ProblemError } from '../problem-error.js';
import type { SubjectOf } from './subject-of.js';
import { identify, type RouteTools } from './tools.js';

/** Auth0 takes ten resets of one address at once and then one a minute. */
const cooldownSeconds = 60;

export function mailRoutes(
  { settings, management, storage, authenticate }: RouteTools,
  subjectOf: SubjectOf,
) {
  const send =
    (operation: Operation, mail: keyof typeof management.mails) =>
    async (context: Context<ProxyEnv>): Promise<Response> => {
      const actor = await identify(authenticate, context);
      return once(context, storage.idempotency, actor, async () => {
        const { person, situation } = await subjectOf(actor, context);
        requireOperation(settings.policy, situation, person, operation);
        const { user } = person;
        // Whoever asks: it is the person's mailbox that fills.
        const cooldown = JSON.stringify([operation, user.userId]);
        const retryAfter = await storage.cooldowns.start(cooldown, cooldownSeconds);
        if (retryAfter > 0) throw new ProblemError('rate_limited', { retryAfter });
        try {
          await management.mails[mail](
            {
              userId: user.userId,
              connectionName: person.target.connection.name,
              email: String(user.values.email),
              organizationId: actor.organizationId,
              clientId: actor.clientId,
            },
            context.get('call'),
          );
        } catch (reason) {
          await storage.cooldowns.cancel(cooldown);
          throw reason;
        }
        await recordChange(settings, context, actor, { targetUserId: user.userId, action: operation });
        const receipt: MailReceipt = { retryAfter: cooldownSeconds };
        return { status: 202, body: receipt };
      });
    };

  return {
    resetPassword: send('password.reset', 'sendPasswordReset'),
    verifyEmail: send('email.verify', 'sendVerification'),
  };
}
