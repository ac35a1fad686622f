/** Sends password reset and verification emails through Auth0, with a cool-down per person. */
import type { Operation } from '../../../src/policy/index.js';
import { watchWrites } from '../management/index.js';
import type { Services } from '../services.js';
import { outcomeUnknown } from '../http/outcome-unknown.js';
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

/**
 * Sends the email, unless an earlier request with the same key may have sent it: nothing that can be read says so.
 * @param repeatedSince - From the `Attempt` of a request that has a key.
 * @throws {ProblemError} `operation_locked`, `step_up_required`, `rate_limited` during the cool-down, or `outcome_unknown`,
 *   with the seconds until another one can be sent.
 */
export async function sendEmail(
  { settings, management, storage }: Pick<Services, 'settings' | 'management' | 'storage'>,
  { actor, person, situation, call }: Subject,
  operation: EmailOperation,
  repeatedSince: number | null = null,
): Promise<void> {
  requireOperation(settings.policy, situation, person, operation);
  const { user } = person;
  const cooldown = cooldownOf(operation, user.userId);
  if (repeatedSince !== null) throw await outcomeUnknown(storage, cooldown);
  const watched = watchWrites(call);
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
    await management.emails[senders[operation]](email, watched.call);
  } catch (reason) {
    if (watched.mayHaveWritten(reason)) throw await outcomeUnknown(storage, cooldown, reason);
    await storage.cooldowns.cancel(cooldown);
    throw reason;
  }
}
