import { ManagementError } from '../errors.js';
import type { UsernameRules } from './connection-attributes.js';

// https://auth0.com/docs/authenticate/database-connections/require-username
const allowed = /^[A-Za-z0-9_+\-.!#$'^`~@]+$/;
const looksLikeEmail = /^[^@]+@[^@]+\.[^@]+$/;
const looksLikePhone = /^\+?[0-9]{6,15}$/;

/**
 * Validates a new username; `null` removes it.
 * @throws ManagementError with Auth0's message
 */
export function checkUsername(username: string | null, rules: UsernameRules): void {
  if (username === null) {
    if (rules.required) refuse('Username is required for this connection.');
    return;
  }
  if (username.length < rules.min || username.length > rules.max) {
    refuse(`Username must be between ${rules.min} and ${rules.max} characters long.`);
  }
  if (!allowed.test(username)) {
    refuse("Username can only contain alphanumeric characters and _+-.!#$'^`~@.");
  }
  if (!rules.mayLookLikeEmail && looksLikeEmail.test(username)) refuse('Username must not be an email.');
  if (!rules.mayLookLikePhone && looksLikePhone.test(username))
    refuse('Username must not be a phone number.');
}

function refuse(message: string): never {
  throw new ManagementError(400, message, 'invalid_body');
}
