import { html, nothing } from 'lit';
import type { SessionInfo } from '../../contract/session.js';
import { avatarPicture } from '../parts/avatar.js';
import { button } from '../parts/button.js';
import { number, type PanelContext } from './context.js';
import { organizations } from './organizations.js';

/** Whose people these are, how many, and what is done about all of them. */
export function header(panel: PanelContext) {
  const { members, perform, messages, lang, readOnly } = panel;
  const { info, headcount } = members;
  const count = headcount && messages.count(number(headcount.count, lang), headcount.exact);
  const offers = (operation: 'members.export' | 'invitation.create') => !readOnly && members.may(operation);
  return html`<header class="top" part="header">
    ${info ? logo(info) : nothing}
    <h2>${messages.title}${count ? html` <small>· ${count}</small>` : nothing}</h2>
    ${info ? organizations(panel, info) : nothing}
    <slot name="header"></slot>
    ${members.may('members.export') ? button(messages.exportCsv, () => perform((using) => using.exportMembers()), { part: 'export' }) : nothing}
    ${offers('invitation.create') ? button(messages.invite, () => perform((using) => using.invite()), { part: 'invite', primary: true }) : nothing}
  </header>`;
}

function logo({ organization: { branding } }: SessionInfo) {
  if (!branding.logoUrl) return nothing;
  return html`<span class="logo" part="logo">${avatarPicture(branding.logoUrl)}</span>`;
}
