import { html } from 'hono/html';
import { layout } from './layout.js';

/** Asked where nothing shows that it was the person's own wish. `query` is that of the logout. */
export function confirmLogoutPage(query: string) {
  const content = html`<p>An application wants to sign you out.</p>
    <form method="post" action="/oidc/logout/confirm${query}">
      <button class="primary">Sign out</button>
    </form>`;
  return layout('Sign out?', content);
}
