import type { InvitationsMessages } from '../../../messages/en/invitations.js';
import type { InviteMessages } from '../../../messages/en/invite.js';
import type { InvitationsController } from '../../../state/invitations/invitations-controller.js';
import type { InviteDialogController } from '../../../state/invitations/invite-dialog-controller.js';
import type { SharedContext } from '../context.js';

/** What the list of invitations is rendered from. */
export interface InvitationsContext extends SharedContext {
  readonly invitations: InvitationsController;
  readonly messages: InvitationsMessages;
}

/** What the invite dialog is rendered from. */
export interface InviteDialogContext extends SharedContext {
  readonly inviteDialog: InviteDialogController;
  readonly messages: InviteMessages;
}
