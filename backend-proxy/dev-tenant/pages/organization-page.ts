import { html } from 'hono/html';
import type { Organization } from '../directory.js';
import { describedByError, errorNote, layout } from './layout.js';

/** Asks for an organization before the sign-in. */
export function organizationNamePage({ state, error }: { state: string; error?: string }) {
  const content = html`${errorNote(error)}
    <form method="post" action="/u/organization?state=${encodeURIComponent(state)}">
      <label for="organization">Name of your organization</label>
      <input
        id="organization"
        name="organization"
        autocomplete="organization"
        autocapitalize="none"
        spellcheck="false"
        required
        ${describedByError(error)}
      />
      <button type="submit" class="primary">Continue</button>
    </form>`;
  return layout('Your organization', content);
}

/** Offers the user's organizations after the sign-in. */
export function organizationPickerPage(content: {
  state: string;
  organizations: readonly Organization[];
  /** Whether the user can continue without an organization. */
  withoutOne: boolean;
}) {
  const form = html`<form
    method="post"
    action="/u/organization?state=${encodeURIComponent(content.state)}"
    class="choices"
  >
    ${content.organizations.map(
      ({ id, name, display_name }) =>
        html`<button name="organization" value="${id}">
          <span>${display_name}</span> <small>${name}</small>
        </button>`,
    )}
    ${content.withoutOne ? html`<button name="organization" value="">Personal account</button>` : ''}
  </form>`;
  return layout('Select an organization', form);
}
