import { html, nothing } from 'lit';
import { dialog } from '../../parts/dialog.js';
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
            @click=${() => busy || invitations.revoke()}
          >
            ${busy ? running : confirm}
          </button>
        </div>`,
  );
}
