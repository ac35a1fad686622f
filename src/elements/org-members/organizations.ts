import { html, nothing } from 'lit';
import type { SessionInfo } from '../../contract/session.js';
import type { PanelContext } from './context.js';

/** The way over to another one, for those who belong to several. */
export function organizations(
  { perform, messages }: PanelContext,
  { organization, organizations: all }: SessionInfo,
) {
  if (all.length < 2) return nothing;
  const choose = (event: Event) => {
    const select = event.currentTarget as HTMLSelectElement;
    const { value } = select;
    // It says where somebody is, and they are there only once they have signed in.
    select.value = organization.id;
    perform((using) => using.switchOrganization(value));
  };
  return html`<select
    class="organizations"
    part="input"
    aria-label=${messages.organization}
    @change=${choose}
  >
    ${all.map(
      ({ id, name, displayName }) =>
        html`<option value=${id} .selected=${id === organization.id}>${displayName ?? name}</option>`,
    )}
  </select>`;
}
