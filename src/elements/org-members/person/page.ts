/** Renders a member's page. */
import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { ref } from 'lit/directives/ref.js';
import type { MemberPage } from '../../../state/member/member-page.js';
import type { ProfileView } from '../../../contract/profile.js';
import { activity } from './activity.js';
import { bar } from './bar.js';
import type { MemberContext } from './context.js';
import { dangerZone } from './danger-zone.js';
import { organizations } from './organizations.js';
import { personHeader } from './person-header.js';
import { profileSection } from './profile-section.js';
import { security } from './security.js';
import { retryNotice } from './section.js';

export function memberPage(context: MemberContext) {
  const { page } = context.member;
  return page ? frame(context, page) : nothing;
}

function frame(context: MemberContext, page: MemberPage) {
  const { messages, asPage, isOverList, sectionNav } = context;
  const { profile } = page;
  return html`<section
    class="member-page ${asPage ? 'as-page' : 'drawer'} ${isOverList ? 'over' : ''}"
    part="member"
    tabindex="-1"
    aria-label=${profile.value ? nothing : messages.loading}
    aria-labelledby=${profile.value ? 'member-name' : nothing}
    aria-busy=${profile.isRunning}
    @keydown=${(event: KeyboardEvent) => closeOnEscape(context, event)}
  >
    ${bar(context, page)} ${asPage ? sectionNav.current?.list(messages.sections) : nothing}
    ${keyed(
      page.userId,
      html`<div class="about" ${ref(arrive)}>
        ${profile.value ? content(context, page, profile.value) : profile.problem ? html`<div>${retryNotice(context, profile)}</div>` : skeleton(context)}
      </div>`,
    )}
  </section>`;
}

/** Who and what is wrong come first, what is likely to be done next to them, and what takes something away last. */
function content(context: MemberContext, page: MemberPage, profile: ProfileView) {
  return html`${personHeader(context, page, profile)} ${security(context, page, profile)}
  ${organizations(context, profile)} ${profileSection(context, page)} ${activity(context, page)}
  ${dangerZone(context, profile)}`;
}

function skeleton({ messages }: MemberContext) {
  return html`<div part="skeleton">
    <p class="visually-hidden" role="status">${messages.loading}</p>
    ${[1, 2, 3, 4].map(() => html`<div class="bone" part="bone" aria-hidden="true"></div>`)}
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

/**
 * Shows a member from the top. Focuses the page, unless the focus is outside the panel, which a page opened by an attribute
 * must not take, or on the button that led from the previous member to this one.
 */
function arrive(about: Element | undefined): void {
  if (!about) return;
  // In the frame that lays out the page: to read where it is, or to focus it, the browser would lay it out twice.
  requestAnimationFrame(() => {
    const page = about.parentElement;
    if (!page) return;
    page.scrollTop = 0;
    scrollToTop(page);
    const root = page.getRootNode();
    if (!(root instanceof ShadowRoot) || !root.host.matches(':focus-within')) return;
    if (!root.activeElement?.matches('.step')) page.focus();
  });
}

/** Scrolls the window to the top of a page that is longer than the window. Beside the list, a page has a scrollbar of its own. */
export function scrollToTop(page: Element): void {
  if (page.getBoundingClientRect().top < 0) page.scrollIntoView();
}
