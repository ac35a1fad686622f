import { html, nothing } from 'lit';
import type { SessionInfo } from '../../contract/session.js';
import { avatarPicture } from '../parts/avatar.js';
import { button } from '../parts/button.js';
import { number, type PanelContext } from './context.js';

/** Whose people these are, how many, and what is done about all of them. */
export function heading(panel: PanelContext) {
  const { members, actions, texts, lang, readOnly } = panel;
  const { info, headcount } = members;
  const count = headcount && texts.count(number(headcount.count, lang), headcount.exact);
  const offers = (operation: 'members.export' | 'invitation.create') => !readOnly && members.may(operation);
  return html`<header class="top" part="header">
    ${info ? logo(info) : nothing}
    <h2>${texts.title}${count ? html` <small>· ${count}</small>` : nothing}</h2>
    ${info ? organizations(panel, info) : nothing}
    <slot name="header"></slot>
    ${members.may('members.export') ? button(texts.exportCsv, () => actions.exportMembers(), { part: 'export' }) : nothing}
    ${offers('invitation.create') ? button(texts.invite, () => actions.invite(), { part: 'invite', primary: true }) : nothing}
  </header>`;
}

function logo({ organization: { branding } }: SessionInfo) {
  if (!branding.logoUrl) return nothing;
  return html`<span class="logo" part="logo">${avatarPicture(branding.logoUrl)}</span>`;
}

/** Only for those who belong to several. */
function organizations({ actions, texts }: PanelContext, { organization, organizations: all }: SessionInfo) {
  if (all.length < 2) return nothing;
  const choose = (event: Event) => {
    const select = event.currentTarget as HTMLSelectElement;
    const { value } = select;
    // It says where somebody is, and they are there only once they have signed in.
    select.value = organization.id;
    actions.switchOrganization(value);
  };
  return html`<select class="organizations" part="input" aria-label=${texts.organization} @change=${choose}>
    ${all.map(
      ({ id, name, displayName }) =>
        html`<option value=${id} .selected=${id === organization.id}>${displayName ?? name}</option>`,
    )}
  </select>`;
}
