import type { TenantState } from '../state.js';
import { upstreamAttributes, type User } from './user.js';

/**
 * Turns a user into an identity of another. Their metadata and memberships are lost:
 * https://auth0.com/docs/manage-users/user-accounts/user-account-linking
 */
export function linkUser(
  { directory, clock }: TenantState,
  primaryId: string,
  secondary: Readonly<User>,
): void {
  const { email, email_verified, username, phone_number, phone_verified, identities } = secondary;
  const names = Object.fromEntries(upstreamAttributes.map((name) => [name, secondary[name]]));
  const profileData = { email, email_verified, username, phone_number, phone_verified, ...names };
  const [first, ...others] = identities;
  const added = [...(first ? [{ ...first, profileData }] : []), ...others];
  directory.deleteUser(secondary.user_id);
  for (const { provider, user_id } of added) directory.links.add(`${provider}|${user_id}`, primaryId);
  directory.changeUser(primaryId, (user) => {
    user.identities = [...user.identities, ...added];
    user.updated_at = clock.timestamp();
  });
}

/** Turns an identity into a user again, with its original profile only. */
export function unlinkUser({ directory, clock }: TenantState, primaryId: string, index: number): void {
  const identity = directory.users.get(primaryId)?.identities[index];
  if (!identity) return;
  const now = clock.timestamp();
  directory.changeUser(primaryId, (user) => {
    user.identities = user.identities.filter((_, at) => at !== index);
    user.updated_at = now;
  });
  const { profileData, ...own } = identity;
  const userId = `${identity.provider}|${identity.user_id}`;
  directory.links.remove(userId);
  directory.addUser({
    ...profileData,
    user_id: userId,
    identities: [own],
    created_at: now,
    updated_at: now,
    logins_count: 0,
  });
}
