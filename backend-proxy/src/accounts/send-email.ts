/** Has Auth0 send somebody a mail, where that may be done now. */
import type { Operation } from '../../../src/policy/index.js';
import type { Services } from '../services.js';
import { ProblemError } from '../http/problem-error.js';
import { requireOperation } from '../access/operations.js';
import type { Subject } from '../access/subject.js';

/** Auth0 takes ten resets of one address at once and then one a minute. */
export const cooldownSeconds = 60;

const senders = { 'password.reset': 'sendPasswordReset', 'email.verify': 'sendVerification' } as const;
export type EmailOperation = keyof typeof senders & Operation;

/** Whoever asks: it is the person's mailbox that fills. */
const cooldownOf = (operation: EmailOperation, userId: string) => JSON.stringify([operation, userId]);

/** A mail has gone out for another reason: for the next one, people wait as if they had asked for it. */
export async function recordEmail(
  { storage }: Pick<Services, 'storage'>,
  operation: EmailOperation,
  userId: string,
): Promise<void> {
  await storage.cooldowns.start(cooldownOf(operation, userId), cooldownSeconds);
}

/** @throws `operation_locked`, `step_up_required`, `rate_limited` */
export async function sendEmail(
  { settings, management, storage }: Pick<Services, 'settings' | 'management' | 'storage'>,
  { actor, person, situation, call }: Subject,
  operation: EmailOperation,
): Promise<void> {
  requireOperation(settings.policy, situation, person, operation);
  const { user } = person;
  const cooldown = cooldownOf(operation, user.userId);
  const retryAfter = await storage.cooldowns.start(cooldown, cooldownSeconds);
  if (retryAfter > 0) throw new ProblemError('rate_limited', { retryAfter });
  try {
    const email = {
      userId: user.userId,
      connectionName: person.target.connection.name,
      email: String(user.values.email),
      organizationId: actor.organizationId,
      clientId: actor.clientId,
    };
    await management.senders[senders[operation]](email, call);
  } catch (reason) {
    await storage.cooldowns.cancel(cooldown);
    throw reason;
  }
}
