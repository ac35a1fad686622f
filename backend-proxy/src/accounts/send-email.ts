/** Sends password reset and verification emails through Auth0, with a cool-down per person. */
import type { Operation } from '../../../src/policy/index.js';
import type { Services } from '../services.js';
import { ProblemError } from '../http/problem-error.js';
import { requireOperation } from '../access/operations.js';
import type { Subject } from '../access/subject.js';

/** Auth0 allows ten password resets per address in a burst, then one a minute. */
export const cooldownSeconds = 60;

const senders = { 'password.reset': 'sendPasswordReset', 'email.verify': 'sendVerification' } as const;
export type EmailOperation = keyof typeof senders & Operation;

/** Shared by all actors: the limit protects the person's mailbox. */
const cooldownOf = (operation: EmailOperation, userId: string) => JSON.stringify([operation, userId]);

/** Starts the cool-down after Auth0 sent such an email for another reason, such as a changed address. */
export async function recordEmail(
  { storage }: Pick<Services, 'storage'>,
  operation: EmailOperation,
  userId: string,
): Promise<void> {
  await storage.cooldowns.start(cooldownOf(operation, userId), cooldownSeconds);
}

/** @throws {ProblemError} `operation_locked`, `step_up_required`, or `rate_limited` during the cool-down. */
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
    await management.emails[senders[operation]](email, call);
  } catch (reason) {
    await storage.cooldowns.cancel(cooldown);
    throw reason;
  }
}
