import { html } from 'hono/html';
import { layout } from './layout.js';

/** Confirms a logout that the user may not have started. `query` is the logout request's. */
export function confirmLogoutPage(query: string) {
  const content = html`<p>An application wants to sign you out.</p>
    <form method="post" action="/oidc/logout/confirm${query}">
      <button class="primary">Sign out</button>
    </form>`;
  return layout('Sign out?', content);
}
