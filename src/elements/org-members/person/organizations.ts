import { html, nothing } from 'lit';
import type { ProfileView } from '../../../contract/profile.js';
import type { MemberContext } from './context.js';
import { section } from './section.js';

/** Renders the member's organizations: this one by name, the others as a number. */
export function organizations({ messages }: MemberContext, { organization, member }: ProfileView) {
  if (!member) return nothing;
  const { title, others } = messages.organizations;
  const { otherOrganizations } = member;
  return section(
    { id: 'organizations', title },
    html`<p>
      <b dir="auto" translate="no">${organization.displayName ?? organization.name}</b>
      ${otherOrganizations > 0 ? html`<small>· ${others(otherOrganizations)}</small>` : nothing}
    </p>`,
  );
}
