import type { TemplateResult } from 'lit';
import type { ProxyProblem } from '../../../client/problem.js';
import type { InviteDialogController } from '../../../state/invitations/invite-dialog-controller.js';
import type { InviteMessages } from '../../../messages/en/invite.js';

/** What the element around says to the dialog in which people are invited. */
export interface InvitingSurroundings {
  readonly lang: string;
  /** What the organization is called. */
  readonly organization: string;
  /** A failure, as everything in this element tells one. */
  readonly renderProblem: (problem: ProxyProblem) => TemplateResult;
  readonly retry: string;
}

export interface InviteDialogContext extends InvitingSurroundings {
  readonly inviteDialog: InviteDialogController;
  readonly messages: InviteMessages;
}
