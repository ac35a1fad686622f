import type { TenantState } from '../state.js';

/**
 * Auth0 has five strength levels; all except the lowest require eight characters.
 * https://auth0.com/docs/authenticate/database-connections/password-strength
 */
export const shortestPassword = 8;

/** Sets a password, which lifts a brute-force lockout and ends all sessions. */
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
