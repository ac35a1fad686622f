/** Helpers shared by the routes about invitations. */
import type { Context } from 'hono';
import type { Actor } from '../access/actor.js';
import type { AuthenticatedEnv } from '../http/request.js';
import type { Settings } from '../options.js';
import type { Person } from '../access/load-person.js';
import { ProblemError } from '../http/problem-error.js';

const idShape = /^uinv_[A-Za-z0-9]{1,64}$/;

/**
 * Reads the invitation's ID from the path. Rejects malformed IDs without a call.
 * @throws {ProblemError} `invitation_not_found`
 */
export function invitationIdOf(context: Context<AuthenticatedEnv>): string {
  const id = context.req.param('invitationId') ?? '';
  if (!idShape.test(id)) throw new ProblemError('invitation_not_found');
  return id;
}

/** Returns the name that the invitation email gives as its sender. */
export function inviterName({ user, organization }: Person): string {
  const { name, email } = user.values;
  const known = [name, email, organization.displayName, organization.name];
  return String(known.find((value) => typeof value === 'string' && value !== ''));
}

/**
 * Returns the client ID of the application that invited people land in: `invitationClientId`, or that of the page.
 * @throws {ProblemError} `invitation_refused` if neither is known.
 */
export function landingClient({ invitationClientId }: Settings, { clientId }: Actor): string {
  const client = invitationClientId ?? clientId;
  if (client === null) {
    const cause = new Error('the token names no application, and invitationClientId is not set');
    throw new ProblemError('invitation_refused', { cause });
  }
  return client;
}
