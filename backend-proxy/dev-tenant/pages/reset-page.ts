import { html } from 'hono/html';

export interface ResetPageContent {
  readonly ticket: string;
  readonly email: string;
  readonly error?: string;
}

/** Where the link of a reset mail leads. Works without a script. */
export function resetPage({ ticket, email, error }: ResetPageContent) {
  const describedBy = error === undefined ? '' : html`aria-describedby="error" aria-invalid="true"`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>Change your password</title>
        <link rel="stylesheet" href="/u/login.css" />
      </head>
      <body>
        <main>
          <p class="tenant">Dev tenant</p>
          <h1>Change your password</h1>
          <p>A new password for ${email}.</p>
          ${error === undefined ? '' : html`<p class="error" id="error" role="alert">${error}</p>`}
          <form method="post" action="/u/reset-password?ticket=${encodeURIComponent(ticket)}">
            <input type="hidden" name="username" autocomplete="username" value="${email}" />
            <label for="password">New password</label>
            <input
              id="password"
              name="password"
              type="password"
              autocomplete="new-password"
              minlength="8"
              required
              ${describedBy}
            />
            <button class="primary">Change password</button>
          </form>
        </main>
      </body>
    </html>`;
}
