import { html } from 'hono/html';
import type { Organization } from '../directory.js';
import { errorNote, layout } from './layout.js';
import { signUpForm } from './sign-up-page.js';

export interface LoginPageContent {
  readonly state: string;
  readonly organization: Organization | undefined;
  /** Address of the invited person, if they are accepting an invitation. */
  readonly invited: string | undefined;
  /** Whether an account can be created, by the invited person or by anyone. */
  readonly signsUp: boolean;
  readonly personas: readonly LoginPersona[];
  /** Previous input, or the app's login_hint. */
  readonly username: string;
  readonly error?: string;
}

interface LoginPersona {
  readonly userId: string;
  readonly name: string;
  readonly connection: string;
  readonly note: string;
}

export function loginPage(page: LoginPageContent) {
  const { state, organization, personas, username, error } = page;
  const query = `state=${encodeURIComponent(state)}`;
  const action = `/u/login?${query}`;
  const content = html`${errorNote(error)} ${invitation(page)}
  ${passwordForm(action, username, error !== undefined)}
  ${
    page.signsUp && page.invited === undefined
      ? html`<p>No account yet? <a href="/u/signup?${query}">Sign up</a></p>`
      : ''
  }
  ${personaForm(action, personas)}`;
  return layout(organization ? `Sign in to ${organization.display_name}` : 'Sign in', content, organization);
}

function invitation({ state, invited, signsUp }: LoginPageContent) {
  if (invited === undefined) return '';
  return html`<p>You are invited as <b>${invited}</b>. Any other account uses the invitation up.</p>
    ${signsUp ? signUpForm(state, { email: invited, invited: true }) : ''}`;
}

function passwordForm(action: string, username: string, failed: boolean) {
  const describedBy = failed ? html`aria-describedby="error"` : '';
  return html`<form method="post" action="${action}">
    <label for="username">Email, username or phone number</label>
    <input
      id="username"
      name="username"
      value="${username}"
      autocomplete="username"
      autocapitalize="none"
      spellcheck="false"
      required
      ${describedBy}
    />
    <label for="password">Password</label>
    <input
      id="password"
      name="password"
      type="password"
      autocomplete="current-password"
      required
      ${describedBy}
    />
    <button type="submit" class="primary">Continue</button>
  </form>`;
}

function personaForm(action: string, personas: readonly LoginPersona[]) {
  if (personas.length === 0) return '';
  return html`<section aria-labelledby="personas">
    <h2 id="personas">Or sign in as</h2>
    <form method="post" action="${action}" class="choices">
      ${personas.map(
        ({ userId, name, connection, note }) =>
          html`<button name="persona" value="${userId}">
            <span>${name} — ${connection}</span>
            ${note === '' ? '' : html`<small>${note}</small>`}
          </button>`,
      )}
    </form>
  </section>`;
}
