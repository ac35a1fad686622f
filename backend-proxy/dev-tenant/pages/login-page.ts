import { html } from 'hono/html';

export interface LoginPageContent {
  readonly state: string;
  readonly organization: string | undefined;
  /** Who was invited, where somebody has come to accept. */
  readonly invited: string | undefined;
  /** Whether an account can be made for that address. */
  readonly signsUp: boolean;
  readonly personas: readonly LoginPersona[];
  /** What was typed before, or the app's login_hint. */
  readonly username: string;
  readonly error?: string;
}

interface LoginPersona {
  readonly userId: string;
  readonly name: string;
  readonly connection: string;
  readonly note: string;
}

/** Works without a script; whatever comes from outside is escaped by the `html` tag. */
export function loginPage(content: LoginPageContent) {
  const { state, organization, invited, signsUp, personas, username, error } = content;
  const action = `/u/login?state=${encodeURIComponent(state)}`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>Sign in${organization ? ` to ${organization}` : ''}</title>
        <link rel="stylesheet" href="/u/login.css" />
      </head>
      <body>
        <main>
          <p class="tenant">Dev tenant</p>
          <h1>Sign in${organization ? ` to ${organization}` : ''}</h1>
          ${error === undefined ? '' : html`<p class="error" id="error" role="alert">${error}</p>`}
          ${invited === undefined ? '' : html`<p>You are invited as <b>${invited}</b>. Any other account uses the invitation up.</p>`}
          ${signsUp && invited !== undefined ? signUpForm(state, invited) : ''}
          ${passwordForm(action, username, error !== undefined)} ${personaForm(action, personas)}
        </main>
      </body>
    </html>`;
}

function signUpForm(state: string, email: string) {
  return html`<form method="post" action="/u/signup?state=${encodeURIComponent(state)}">
    <label for="new-email">Make an account for</label>
    <input id="new-email" value="${email}" autocomplete="username" readonly />
    <label for="new-password">New password</label>
    <input id="new-password" name="password" type="password" autocomplete="new-password" required />
    <button class="primary">Create account</button>
  </form>`;
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
    <button class="primary">Continue</button>
  </form>`;
}

function personaForm(action: string, personas: readonly LoginPersona[]) {
  if (personas.length === 0) return '';
  return html`<section aria-labelledby="personas">
    <h2 id="personas">Or sign in as</h2>
    <form method="post" action="${action}" class="personas">
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
