import type { TenantState } from '../state.js';

/**
 * Auth0's default is five levels of strength; the one thing all but the lowest share is a length of eight.
 * https://auth0.com/docs/authenticate/database-connections/password-strength
 */
export const shortestPassword = 8;

/** A new password ends the lock of brute-force protection and every session. */
export function setPassword(state: TenantState, userId: string, password: string): void {
  const person = state.directory.people.get(userId);
  if (person) {
    person.password = password;
    person.lockedOut = false;
    person.failedLogins = 0;
  }
  state.directory.changeUser(userId, (user) => {
    user.last_password_reset = user.updated_at = state.clock.timestamp();
  });
  state.sessions.endAllOf(userId, 'password-changed');
  state.log.write({ type: 'scp', description: 'Password changed', user_id: userId });
}
