import { sendVerification } from '../emails.js';
import type { TenantState } from '../state.js';
import { mergeMetadata } from './metadata.js';
import type { UserPatch } from './patch-schema.js';
import { upstreamAttributes, type User } from './user.js';

/** Applies a validated patch and its side effects: emails, sessions, the admin block. Links in emails start with `origin`. */
export function applyPatch(state: TenantState, userId: string, patch: UserPatch, origin = state.url): void {
  state.directory.changeUser(userId, (user) => {
    const before = { email: user.email, verified: user.email_verified };
    setAttributes(user, patch);
    setPassword(state, user, patch);
    if (patch.user_metadata) user.user_metadata = mergeMetadata(user.user_metadata, patch.user_metadata);
    if (patch.app_metadata) user.app_metadata = mergeMetadata(user.app_metadata, patch.app_metadata);
    user.updated_at = state.clock.timestamp();

    // Changing the address or withdrawing its verification ends all sessions; an unchanged address doesn't (2025-08):
    // https://auth0.com/docs/troubleshoot/product-lifecycle/deprecations-and-migrations
    const unverified = before.verified === true && user.email_verified === false;
    const why = user.email !== before.email ? 'email-identifier-changed' : reasonToLogOut(patch, unverified);
    if (why) state.sessions.endAllOf(user.user_id, why);
    if (patch.verify_email && user.email !== undefined)
      sendVerification(state, user.user_id, user.email, { origin });
  });
}

/** Assumption: a block notifies applications like a revoked session. Auth0 doesn't document it. */
function reasonToLogOut({ password, blocked }: UserPatch, unverified: boolean) {
  if (password != null) return 'password-changed';
  return unverified || blocked === true ? 'session-revoked' : undefined;
}

/**
 * A new `email` doesn't change `email_verified`. Auth0 doesn't document whether it resets it; callers that forget to
 * send it should find out here.
 */
function setAttributes(user: User, patch: UserPatch): void {
  if (patch.email != null) user.email = patch.email.toLowerCase();
  if (patch.username !== undefined) user.username = patch.username?.toLowerCase();
  if (patch.phone_number !== undefined) user.phone_number = patch.phone_number ?? undefined;
  if (patch.email_verified !== undefined) user.email_verified = patch.email_verified;
  if (patch.phone_verified !== undefined) user.phone_verified = patch.phone_verified;
  if (patch.blocked !== undefined) user.blocked = patch.blocked;
  for (const name of upstreamAttributes) {
    const value = patch[name];
    if (value !== undefined) user[name] = value ?? undefined;
  }
}

/**
 * Setting a password also lifts an admin's block:
 * https://auth0.com/docs/manage-users/user-accounts/block-and-unblock-users
 */
function setPassword(state: TenantState, user: User, { password, blocked }: UserPatch): void {
  const person = state.directory.people.get(user.user_id);
  if (password == null || !person) return;
  person.password = password;
  person.lockedOut = false;
  user.last_password_reset = state.clock.timestamp();
  if (blocked === undefined) delete user.blocked;
}
