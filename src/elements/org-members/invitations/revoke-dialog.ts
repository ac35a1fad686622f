import { html, nothing } from 'lit';
import type { InvitationView } from '../../../contract/invitation.js';
import type { InvitationsController } from '../../../state/invitations/invitations-controller.js';
import { dialog } from '../../parts/dialog.js';
import { closeIcon } from '../../parts/icons.js';
import type { InvitationsContext } from './context.js';

/** Renders the confirmation before an invitation is revoked. */
export function revokeDialog({ invitations, messages, renderProblem }: InvitationsContext) {
  const invitation = invitations.revoking;
  if (!invitation) return nothing;
  const task = invitations.task(invitation);
  const busy = task?.status === 'running';
  const { title, text, confirm, running } = messages.revokeDialog;
  const close = () => invitations.closeRevokeDialog();
  return dialog(
    { id: 'revoke-invitation', title: title(invitation.email), close, busy },
    (dismiss) =>
      html`<p>${text}</p>
        ${task?.status === 'failed' ? renderProblem(task.problem) : nothing}
        <p role="status" class="visually-hidden">${busy ? running : nothing}</p>
        <div class="buttons">
          <button type="button" class="focus-first" part="button cancel" @click=${dismiss}>
            ${messages.cancel}
          </button>
          <button
            type="button"
            class="destructive"
            part="button confirm"
            aria-disabled=${busy}
            @click=${({ currentTarget }: Event) => busy || revoke(invitations, invitation, currentTarget as HTMLElement)}
          >
            ${closeIcon} <span>${busy ? running : confirm}</span>
          </button>
        </div>`,
  );
}

/** The button that opened the dialog is gone with the invitation: the focus moves to its row. */
async function revoke(
  invitations: InvitationsController,
  { id }: InvitationView,
  button: HTMLElement,
): Promise<void> {
  const root = button.getRootNode() as ShadowRoot;
  await invitations.revoke();
  requestAnimationFrame(() => {
    if (!button.isConnected)
      root.querySelector<HTMLElement>(`[data-invitation="${CSS.escape(id)}"]`)?.focus();
  });
}
