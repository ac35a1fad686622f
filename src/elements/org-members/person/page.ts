/** Renders a member's page. */
import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { ref } from 'lit/directives/ref.js';
import type { MemberPage } from '../../../state/member/member-page.js';
import type { ProfileView } from '../../../contract/profile.js';
import { closeIcon } from '../../parts/icons.js';
import { activity } from './activity.js';
import type { MemberContext } from './context.js';
import { dangerZone } from './danger-zone.js';
import { organizations } from './organizations.js';
import { personHeader } from './person-header.js';
import { profileSection } from './profile-section.js';
import { security } from './security.js';
import { retryNotice } from './section.js';

export function memberPage(context: MemberContext) {
  const { page } = context.member;
  return html`${page ? keyed(page.userId, frame(context, page)) : nothing}`;
}

function frame(context: MemberContext, page: MemberPage) {
  const { member, messages } = context;
  const { profile } = page;
  return html`<section
    class="member-page"
    part="member"
    tabindex="-1"
    aria-label=${profile.value ? nothing : messages.loading}
    aria-labelledby=${profile.value ? 'member-name' : nothing}
    aria-busy=${profile.isRunning}
    @keydown=${(event: KeyboardEvent) => closeOnEscape(context, event)}
    ${ref(takeFocus)}
  >
    <div class="back">
      <button type="button" class="quiet" part="button back" @click=${() => member.close()}>
        <span class="narrow"><span aria-hidden="true">‹</span> ${messages.back}</span>
        <span class="wide"><span class="visually-hidden">${messages.close}</span>${closeIcon}</span>
      </button>
    </div>
    ${profile.value ? content(context, page, profile.value) : profile.problem ? html`<div>${retryNotice(context, profile)}</div>` : skeleton(context)}
  </section>`;
}

/** Who and what is wrong come first, what is likely to be done next to them, and what takes something away last. */
function content(context: MemberContext, page: MemberPage, profile: ProfileView) {
  return html`${personHeader(context, page, profile)} ${security(context, page, profile)}
  ${organizations(context, profile)} ${profileSection(context, page)} ${activity(context, page)}
  ${dangerZone(context, profile)}`;
}

function skeleton({ messages }: MemberContext) {
  return html`<div>
    <p class="visually-hidden" role="status">${messages.loading}</p>
    ${[1, 2, 3, 4].map(() => html`<div class="bone" aria-hidden="true"></div>`)}
  </div>`;
}

/** Closes the page, unless Esc already closed something in it, or ends the input of text. */
function closeOnEscape({ member }: MemberContext, event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
  event.preventDefault();
  // Keeps a dialog of the host open that the panel is in.
  event.stopPropagation();
  member.close();
}

/** Focuses a page when it opens, unless the focus is outside the panel: a page opened by an attribute must not take it. */
function takeFocus(element: Element | undefined): void {
  if (!(element instanceof HTMLElement)) return;
  queueMicrotask(() => {
    const root = element.getRootNode();
    if (root instanceof ShadowRoot && root.host.matches(':focus-within')) element.focus();
  });
}
