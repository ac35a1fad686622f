import { html, nothing } from 'lit';
import type { ProfileView } from '../../../contract/profile.js';
import { hasTrait } from '../../../policy/operations.js';
import { memberOperations, personOf } from '../../../state/member/member-operations.js';
import { lockIcon } from '../../parts/icons.js';
import { reasonText, type MemberContext } from './context.js';
import { operationButton, viewsOf } from './operations.js';

const inZone = memberOperations.filter((operation) => hasTrait(operation, 'destructive'));

/** Renders what takes something away from the member, each with what it does or why it can't be done. */
export function dangerZone(context: MemberContext, profile: ProfileView) {
  const { messages, readOnly, operationLabels } = context;
  const views = viewsOf(profile, inZone);
  if (readOnly || views.length === 0) return nothing;
  const offersRemoval = views.some(({ operation, allowed }) => operation === 'membership.remove' && allowed);
  return html`<section class="zone" part="section danger-zone" aria-labelledby="member-danger">
    <h3 id="member-danger" part="heading" tabindex="-1">${messages.dangerZone}</h3>
    <ul class="facts">
      ${views.map(({ operation, allowed, reason }) => {
        const text = allowed
          ? html`<small>${messages.about[operation]}</small>`
          : html`<small class="locked" part="lock">
              ${lockIcon} <span>${reasonText(context, reason, profile.connection.label)}</span>
            </small>`;
        return html`<li part="operation">
          <div><b>${operationLabels[operation]}</b> ${text}</div>
          ${allowed ? operationButton(context, profile, operation, 'danger') : insteadOf(context, profile, reason === 'shared-user' && offersRemoval)}
        </li>`;
      })}
    </ul>
  </section>`;
}

/** What can be done to someone whose account isn't the organization's alone. */
function insteadOf(context: MemberContext, profile: ProfileView, offersRemoval: boolean) {
  if (!offersRemoval) return nothing;
  const { member, messages } = context;
  return html`<button
    type="button"
    part="button remove-instead"
    @click=${() => member.openDialog('membership.remove', personOf(profile))}
  >
    ${messages.removeInstead}
  </button>`;
}
