import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { InvitationState, InvitationView } from '../../../contract/invitation.js';
import { button } from '../../parts/button.js';
import { exactTime, nearTime } from '../../parts/time.js';
import type { InvitationsContext } from './context.js';
import { copyLink, copyOutcome } from './copy-link.js';

/** Who is invited, and what became of those who are not any more. */
export function invitationList(context: InvitationsContext) {
  const { invitations: controller, texts, tell, retry } = context;
  const { list, invitations } = controller;
  if (invitations.length === 0 && list.status === 'loading') {
    return html`<p class="visually-hidden" role="status">${texts.loading}</p>
      <div class="bones" aria-hidden="true">${[1, 2, 3].map(() => html`<div class="bone"></div>`)}</div>`;
  }
  const failure =
    list.status === 'failed'
      ? html`${tell(list.problem)}
          <div>
            ${button(retry, () => controller.load(), { part: 'retry', idle: controller.wait.left > 0 })}
          </div>`
      : nothing;
  if (invitations.length === 0) {
    return html`<div class="empty">
      ${failure === nothing ? html`<p>${texts.none}</p>` : failure} ${inviteButton(context)}
    </div>`;
  }
  const { columns } = texts;
  return html`${failure}
    <table class="invitations" aria-busy=${list.status === 'loading'}>
      <caption class="visually-hidden">
        ${texts.title}
      </caption>
      <thead>
        <tr>
          <th scope="col">${columns.email}</th>
          <th scope="col">${columns.roles}</th>
          <th scope="col">${columns.connection}</th>
          <th scope="col">${columns.inviter}</th>
          <th scope="col">${columns.state}</th>
          <th scope="col"><span class="visually-hidden">${columns.actions}</span></th>
        </tr>
      </thead>
      <tbody>
        ${repeat(
          invitations,
          ({ id }) => id,
          (invitation) => row(context, invitation),
        )}
      </tbody>
    </table>
    ${
      controller.hasMore
        ? html`<div class="foot">
            ${button(texts.more, () => controller.loadMore(), {
              part: 'more',
              idle: list.status === 'loading',
            })}
          </div>`
        : nothing
    }`;
}

function inviteButton({ texts, may, readOnly, invite }: InvitationsContext) {
  if (readOnly || !may('invitation.create')) return nothing;
  return button(texts.invite, invite, { part: 'invite', primary: true });
}

const tones: Readonly<Partial<Record<InvitationState, string>>> = { accepted: 'ok', pending: 'calm' };

function row(context: InvitationsContext, invitation: InvitationView) {
  const { texts, lang } = context;
  const { email, roles, connection, inviter, state, createdAt, expiresAt } = invitation;
  const note = texts.stateNotes[state];
  const expiries: Partial<Record<InvitationState, typeof texts.expires>> = {
    pending: texts.expires,
    expired: texts.expired,
  };
  const expiry = expiresAt && expiries[state]?.(nearTime(expiresAt, lang));
  return html`<tr>
    <th scope="row"><bdi>${email}</bdi></th>
    <td data-label=${texts.columns.roles}>
      ${roles.length > 0 ? roles.map(({ name }) => name).join(', ') : texts.noRoles}
    </td>
    <td data-label=${texts.columns.connection}>${connection?.label ?? texts.anyConnection}</td>
    <td data-label=${texts.columns.inviter}>
      ${inviter ?? nothing}
      <small title=${exactTime(createdAt, lang)}>${texts.sent(nearTime(createdAt, lang))}</small>
    </td>
    <td class="state">
      <span class="badge ${tones[state] ?? ''}" part="badge">${texts.states[state]}</span>
      ${expiry ? html`<small title=${exactTime(expiresAt, lang)}>${expiry}</small>` : nothing}
      ${note ? html`<small>${note}</small>` : nothing} ${outcome(context, invitation)}
    </td>
    <td class="actions">${actions(context, invitation)}</td>
  </tr>`;
}

function outcome({ invitations, texts, tell }: InvitationsContext, invitation: InvitationView) {
  const task = invitations.task(invitation);
  if (task?.status === 'failed') return tell(task.problem);
  const running = task?.status === 'running' && task.verb === 'resend' ? texts.resending : '';
  const done = { resend: texts.resent, copy: copyOutcome(invitation, texts), revoke: '' };
  return html`<small role="status">${task?.status === 'done' ? done[task.verb] : running}</small>`;
}

/** What is there to be done: an accepted one is a member now, a pending one can be sent again or taken back. */
function actions(context: InvitationsContext, invitation: InvitationView) {
  const { invitations, texts, may, readOnly, invitationLinks } = context;
  const { email, state } = invitation;
  if (readOnly) return nothing;
  const isThere = state === 'pending' || state === 'expired';
  const again = (isThere || state === 'consumed-by-another') && may('invitation.resend');
  const copies = state === 'pending' && invitationLinks && may('invitation.create');
  const idle = invitations.task(invitation)?.status === 'running';
  const action = (part: string, label: string, name: string, press: () => unknown) =>
    html`<button
      type="button"
      part="button ${part}"
      aria-label=${name}
      aria-disabled=${idle}
      @click=${() => idle || press()}
    >
      ${label}
    </button>`;
  return html`<div class="buttons">
    ${again ? action('resend', texts.resend, texts.resendTo(email), () => invitations.resend(invitation)) : nothing}
    ${
      copies
        ? action('copy-link', texts.copy, texts.copyOf(email), () => copyLink(context, invitation))
        : nothing
    }
    ${
      isThere && may('invitation.revoke')
        ? action('revoke', texts.revoke, texts.revokeOf(email), () => invitations.askToRevoke(invitation))
        : nothing
    }
  </div>`;
}
