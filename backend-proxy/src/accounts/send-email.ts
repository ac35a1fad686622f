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

/** The email that Auth0 sends by itself to a new address, while the address is being saved. */
interface AddressEmail {
  /** An earlier save of this address, whose outcome is unknown, may have sent one: don't send another. */
  readonly mayBeSent: boolean;
  /** Starts the whole cool-down, because the address is stored. */
  confirm(): Promise<void>;
  /** Ends the cool-down, because nothing was stored. */
  cancel(): Promise<void>;
}

/**
 * Starts the cool-down of the email to a new address before the address is saved. Without `confirm` or `cancel`, because the
 * answer or the process was lost, it goes on: neither a repeated save nor another request sends a second email.
 */
export async function startAddressEmail(
  { cooldowns }: Services['storage'],
  userId: string,
  address: string,
): Promise<AddressEmail> {
  const verification = cooldownOf('email.verify', userId);
  const save = JSON.stringify(['profile.update', userId, address.toLowerCase()]);
  const mayBeSent = (await cooldowns.start(save, cooldownSeconds)) > 0;
  const isRunning = (await cooldowns.start(verification, cooldownSeconds)) > 0;
  return {
    mayBeSent,
    confirm: async () => {
      if (mayBeSent) return;
      await cooldowns.cancel(save);
      await cooldowns.cancel(verification);
      await cooldowns.start(verification, cooldownSeconds);
    },
    cancel: async () => {
      if (!mayBeSent) await cooldowns.cancel(save);
      if (!isRunning) await cooldowns.cancel(verification);
    },
  };
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
