import { html } from 'hono/html';
import type { Organization } from '../directory.js';
import { describedByError, errorNote, layout } from './layout.js';

export interface SignUpPageContent {
  readonly state: string;
  readonly organization: Organization | undefined;
  /** Previous input, or the app's login_hint. */
  readonly email: string;
  readonly error?: string;
}

/** Sign-up page for connections that allow it. */
export function signUpPage({ state, organization, email, error }: SignUpPageContent) {
  const content = html`${errorNote(error)} ${signUpForm(state, { email, error })}
    <p>
      You have an account?
      <a href="/u/login?state=${encodeURIComponent(state)}">Sign in</a>
    </p>`;
  return layout(organization ? `Sign up for ${organization.display_name}` : 'Sign up', content, organization);
}

/** Invited people can't change the address: another one would use up the invitation. */
export function signUpForm(
  state: string,
  { email, error, invited = false }: { email: string; error?: string | undefined; invited?: boolean },
) {
  return html`<form method="post" action="/u/signup?state=${encodeURIComponent(state)}">
    <label for="new-email">${invited ? 'Make an account for' : 'Email'}</label>
    <input
      id="new-email"
      name="email"
      type="email"
      value="${email}"
      autocomplete="username"
      ${invited ? 'readonly' : 'required'}
      ${describedByError(error)}
    />
    <label for="new-password">New password</label>
    <input
      id="new-password"
      name="password"
      type="password"
      autocomplete="new-password"
      required
      ${describedByError(error)}
    />
    <button class="primary">Create account</button>
  </form>`;
}
