import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { InvitationState, InvitationView } from '../../../contract/invitation.js';
import { button } from '../../parts/button.js';
import { exactTime, relativeTime, untilTime } from '../../parts/time.js';
import { peopleIcon } from '../absence-icons.js';
import type { InvitationsContext } from './context.js';
import { copyLink, copyOutcome } from './copy-link.js';

/** Renders the invitations, pending and past. */
export function invitationList(context: InvitationsContext) {
  const { invitations: controller, messages, renderProblem, retry } = context;
  const { list, wait } = controller;
  const { state, items } = list;
  const isLoading = state.status === 'loading';
  if (items.length === 0 && isLoading) {
    return html`<p class="visually-hidden" role="status">${messages.loading}</p>
      <div class="bones" aria-hidden="true">${[1, 2, 3].map(() => html`<div class="bone"></div>`)}</div>`;
  }
  const failure =
    state.status === 'failed'
      ? html`${renderProblem(state.problem)}
          <div>${button(retry, () => list.retry(), { part: 'retry', idle: wait.left > 0 })}</div>`
      : nothing;
  if (items.length === 0) {
    if (failure !== nothing) return html`<div class="empty">${failure} ${inviteButton(context)}</div>`;
    return html`<div class="absence" part="empty">
      <span class="mark">${peopleIcon}</span>
      <p>${messages.none}</p>
      ${inviteButton(context)}
    </div>`;
  }
  const { columns } = messages;
  return html`${failure}
    <table class="invitations" aria-busy=${isLoading}>
      <caption class="visually-hidden">
        ${messages.title}
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
          items,
          (invitation) => controller.rowKey(invitation),
          (invitation) => row(context, invitation),
        )}
      </tbody>
    </table>
    ${
      list.hasMore
        ? html`<div class="foot">
            ${button(messages.more, () => list.loadMore(), {
              part: 'more',
              idle: isLoading,
            })}
          </div>`
        : nothing
    }`;
}

function inviteButton({ messages, may, readOnly, invite }: InvitationsContext) {
  if (readOnly || !may('invitation.create')) return nothing;
  return button(messages.invite, invite, { part: 'invite', primary: true });
}

const tones: Readonly<Partial<Record<InvitationState, string>>> = { accepted: 'ok', pending: 'calm' };

function row(context: InvitationsContext, invitation: InvitationView) {
  const { messages, lang } = context;
  const { email, roles, connection, inviter, state, createdAt, expiresAt } = invitation;
  const note = messages.stateNotes[state];
  const expiry = expiresAt && expiryOf(context, state, expiresAt);
  return html`<tr>
    <th scope="row" tabindex="-1" data-invitation=${invitation.id}><bdi>${email}</bdi></th>
    <td data-label=${messages.columns.roles}>
      ${roles.length > 0 ? roles.map(({ name }) => name).join(', ') : messages.noRoles}
    </td>
    <td data-label=${messages.columns.connection}>${connection?.label ?? messages.anyConnection}</td>
    <td data-label=${messages.columns.inviter}>
      ${inviter ?? nothing}
      <small title=${exactTime(createdAt, lang)}
        >${messages.sent(relativeTime(createdAt, lang, messages) ?? '')}</small
      >
    </td>
    <td class="state">
      <span class="badge ${tones[state] ?? ''}" part="badge">${messages.states[state]}</span>
      ${expiry ? html`<small title=${exactTime(expiresAt, lang)}>${expiry}</small>` : nothing}
      ${note ? html`<small>${note}</small>` : nothing} ${outcome(context, invitation)}
    </td>
    <td class="actions-cell">${actions(context, invitation)}</td>
  </tr>`;
}

function expiryOf({ messages, lang }: InvitationsContext, state: InvitationState, at: string): string | null {
  if (state === 'pending') return messages.expires(untilTime(at, lang));
  return state === 'expired' ? messages.expired(relativeTime(at, lang, messages) ?? '') : null;
}

function outcome({ invitations, messages, renderProblem }: InvitationsContext, invitation: InvitationView) {
  const task = invitations.task(invitation);
  if (task?.status === 'failed') return renderProblem(task.problem);
  const running = task?.status === 'running' && task.action === 'resend' ? messages.resending : '';
  const resent = task?.replaced === false ? messages.resentOldWorks : messages.resent;
  const done = { resend: resent, copy: copyOutcome(invitation, messages), revoke: '' };
  return html`<small role="status">${task?.status === 'done' ? done[task.action] : running}</small>`;
}

/** Renders the actions on an invitation. An accepted one has none: that person is a member now. */
function actions(context: InvitationsContext, invitation: InvitationView) {
  const { invitations, messages, may, readOnly, invitationLinks } = context;
  const { email, state } = invitation;
  if (readOnly) return nothing;
  const isOpen = state === 'pending' || state === 'expired';
  const canResend = isOpen && may('invitation.resend');
  const canCopy = state === 'pending' && invitationLinks && may('invitation.create');
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
    ${canResend ? action('resend', messages.resend, messages.resendTo(email), () => invitations.resend(invitation)) : nothing}
    ${
      canCopy
        ? action('copy-link', messages.copy, messages.copyOf(email), () => copyLink(context, invitation))
        : nothing
    }
    ${
      isOpen && may('invitation.revoke')
        ? action('revoke', messages.revoke, messages.revokeOf(email), () =>
            invitations.openRevokeDialog(invitation),
          )
        : nothing
    }
  </div>`;
}
