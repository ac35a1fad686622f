import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { InvitationState, InvitationView } from '../../../contract/invitation.js';
import { button } from '../../parts/button.js';
import { exactTime, relativeTime, untilTime } from '../../parts/time.js';
import { closeIcon, moreIcon } from '../../parts/icons.js';
import { peopleIcon } from '../absence-icons.js';
import type { MenuItem } from '../list/menu-item.js';
import { copyIcon, mailIcon } from '../operation-icons.js';
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
      <div class="bones" part="skeleton" aria-hidden="true">
        ${[1, 2, 3].map(() => html`<div class="bone" part="bone"></div>`)}
      </div>`;
  }
  const failure =
    state.status === 'failed'
      ? html`${renderProblem(state.problem)}
          <div>${button(retry, () => list.retry(), { part: 'retry', idle: wait.left > 0 })}</div>`
      : nothing;
  if (items.length === 0) {
    if (failure !== nothing) return html`<div class="empty">${failure} ${inviteButton(context)}</div>`;
    return html`<div class="absence" part="empty">
      <span class="mark" part="mark">${peopleIcon}</span>
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
          <th scope="col" part="column-heading">${columns.email}</th>
          <th scope="col" part="column-heading">${columns.roles}</th>
          <th scope="col" part="column-heading">${columns.connection}</th>
          <th scope="col" part="column-heading">${columns.inviter}</th>
          <th scope="col" part="column-heading">${columns.state}</th>
          <th scope="col" part="column-heading"><span class="visually-hidden">${columns.actions}</span></th>
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
              part: 'load-more',
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
  return html`<tr part="invitation">
    <th scope="row" part="cell" tabindex="-1" data-invitation=${invitation.id}>
      <span class="who"><span class="mark">${mailIcon}</span> <bdi translate="no">${email}</bdi></span>
    </th>
    <td part="cell" data-label=${messages.columns.roles}>
      ${
        roles.length > 0
          ? html`<span class="chips"
              >${roles.map(({ name }) => html`<bdi class="chip" part="role" translate="no">${name}</bdi>`)}</span
            >`
          : messages.noRoles
      }
    </td>
    <td part="cell" data-label=${messages.columns.connection}>
      <bdi>${connection?.label ?? messages.anyConnection}</bdi>
    </td>
    <td part="cell" data-label=${messages.columns.inviter}>
      <bdi>${inviter ?? nothing}</bdi>
      <small title=${exactTime(createdAt, lang)}
        >${messages.sent(relativeTime(createdAt, lang, messages) ?? '')}</small
      >
    </td>
    <td class="state" part="cell">
      <span class="badge ${tones[state] ?? ''}" part="badge">${messages.states[state]}</span>
      ${expiry ? html`<small title=${exactTime(expiresAt, lang)}>${expiry}</small>` : nothing}
      ${note ? html`<small>${note}</small>` : nothing} ${outcome(context, invitation)}
    </td>
    <td class="actions-cell" part="cell cell-actions">${actions(context, invitation)}</td>
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
  const { invitations, messages, may, readOnly, showMenu } = context;
  const { email, state } = invitation;
  if (readOnly) return nothing;
  const isIdle = invitations.task(invitation)?.status === 'running';
  const items = menuItems(context, invitation);
  const openMenu = ({ currentTarget }: Event) =>
    showMenu(currentTarget as HTMLElement, messages.moreActionsFor(email), items);
  return html`<div class="buttons">
    ${
      isOpen(state) && may('invitation.resend')
        ? html`<button
            type="button"
            part="button resend"
            aria-label=${messages.resendTo(email)}
            aria-disabled=${isIdle}
            @click=${() => isIdle || void invitations.resend(invitation)}
          >
            ${messages.resend}
          </button>`
        : nothing
    }
    ${
      items.length > 0
        ? html`<button
            type="button"
            class="dots"
            part="button menu-button"
            aria-haspopup="menu"
            aria-label=${messages.moreActionsFor(email)}
            aria-disabled=${isIdle}
            @click=${(event: Event) => isIdle || openMenu(event)}
          >
            ${moreIcon}
          </button>`
        : nothing
    }
  </div>`;
}

const isOpen = (state: InvitationState) => state === 'pending' || state === 'expired';

function menuItems(context: InvitationsContext, invitation: InvitationView): readonly MenuItem[] {
  const { invitations, messages, may, invitationLinks } = context;
  const { state } = invitation;
  const copy: MenuItem = {
    name: 'copy-link',
    label: messages.copy,
    icon: copyIcon,
    run: () => void copyLink(context, invitation),
  };
  const revoke: MenuItem = {
    name: 'revoke',
    label: messages.revoke,
    icon: closeIcon,
    kind: 'destructive',
    run: () => invitations.openRevokeDialog(invitation),
  };
  const canCopy = state === 'pending' && invitationLinks && may('invitation.create');
  const canRevoke = isOpen(state) && may('invitation.revoke');
  return [...(canCopy ? [copy] : []), ...(canRevoke ? [revoke] : [])];
}
