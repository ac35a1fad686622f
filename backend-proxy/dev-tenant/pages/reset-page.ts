import { html } from 'hono/html';
import type { Organization } from '../directory.js';
import { describedByError, errorNote, layout } from './layout.js';

export interface ResetPageContent {
  readonly ticket: string;
  readonly email: string;
  readonly organization: Organization | undefined;
  readonly error?: string;
}

/** Password reset page, opened from the email. */
export function resetPage({ ticket, email, organization, error }: ResetPageContent) {
  const form = html`<p>A new password for ${email}.</p>
    ${errorNote(error)}
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
        ${describedByError(error)}
      />
      <button class="primary">Change password</button>
    </form>`;
  return layout('Change your password', form, organization);
}
