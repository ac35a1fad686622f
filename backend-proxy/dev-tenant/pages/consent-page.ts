import { html } from 'hono/html';
import { layout } from './layout.js';

/** Asks for consent to a third-party application. */
export function consentPage(content: { state: string; client: string; scopes: readonly string[] }) {
  const page = html`<p><b>${content.client}</b> asks for:</p>
    <ul>
      ${content.scopes.map((scope) => html`<li>${scope}</li>`)}
    </ul>
    <form method="post" action="/u/consent?state=${encodeURIComponent(content.state)}">
      <button class="primary" name="answer" value="accept">Accept</button>
      <button name="answer" value="decline">Decline</button>
    </form>`;
  return layout('Authorize the application', page);
}
