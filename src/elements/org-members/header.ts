import { html, nothing } from 'lit';
import type { SessionInfo } from '../../contract/session.js';
import { logo } from '../parts/avatar.js';
import { button } from '../parts/button.js';
import { downloadIcon, moreIcon, plusIcon } from '../parts/icons.js';
import { headcountText, type PanelContext } from './context.js';
import { tabsFor } from './tab-list.js';

/** Renders the header: title, organization switcher, and the actions on the whole list. */
export function header(panel: PanelContext) {
  const { members, perform, messages, readOnly, hideBranding, tab } = panel;
  const { info } = members;
  // Otherwise it is in the tab.
  const count = tabsFor(panel).length < 2 && headcountText(panel);
  // The others have an export of their own, or nothing to select.
  const isList = tab === 'members';
  const canInvite = !readOnly && members.may('invitation.create');
  return html`<header class="top" part="header">
    ${info && !hideBranding ? logo(info.organization) : nothing}
    <h2 part="title">${messages.title}${count ? html` <small>· ${count}</small>` : nothing}</h2>
    ${info ? organizationSwitch(panel, info) : nothing}
    <slot name="header"></slot>
    ${
      isList && members.may('members.export')
        ? button(messages.exportCsv, () => perform((actions) => actions.exportMembers()), {
            part: 'export',
            icon: downloadIcon,
          })
        : nothing
    }
    ${isList && !readOnly && members.may('bulk.run') ? moreActions(panel) : nothing}
    ${
      canInvite
        ? button(messages.invite, () => perform((actions) => actions.invite()), {
            part: 'invite',
            primary: true,
            icon: plusIcon,
          })
        : nothing
    }
  </header>`;
}

function moreActions({ perform, messages }: PanelContext) {
  const open = ({ currentTarget }: Event) =>
    perform((actions) => actions.openListMenu(currentTarget as HTMLElement));
  return html`<button
    type="button"
    class="dots"
    part="button more-actions"
    aria-haspopup="menu"
    aria-label=${messages.moreActions}
    @click=${open}
  >
    ${moreIcon}
  </button>`;
}

/** For people who belong to several organizations. */
function organizationSwitch(
  { perform, messages }: PanelContext,
  { organization, organizations }: SessionInfo,
) {
  if (organizations.length < 2) return nothing;
  const choose = (event: Event) => {
    const select = event.currentTarget as HTMLSelectElement;
    const { value } = select;
    // The other organization is shown only after signing in to it.
    select.value = organization.id;
    perform((actions) => actions.switchOrganization(value));
  };
  return html`<select
    class="organizations"
    part="input organization-switch"
    aria-label=${messages.organization}
    @change=${choose}
  >
    ${organizations.map(
      ({ id, name, displayName }) =>
        html`<option dir="auto" value=${id} .selected=${id === organization.id}>
          ${displayName ?? name}
        </option>`,
    )}
  </select>`;
}
