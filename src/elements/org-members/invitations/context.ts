import type { InvitationsMessages } from '../../../messages/en/invitations.js';
import type { InviteMessages } from '../../../messages/en/invite.js';
import type { InvitationsController } from '../../../state/invitations/invitations-controller.js';
import type { InviteDialogController } from '../../../state/invitations/invite-dialog-controller.js';
import type { SharedContext } from '../context.js';

/** The state of the Invitations tab, for its templates. */
export interface InvitationsContext extends SharedContext {
  readonly invitations: InvitationsController;
  readonly messages: InvitationsMessages;
}

/** The state of the invite dialog, for its templates. */
export interface InviteDialogContext extends SharedContext {
  readonly inviteDialog: InviteDialogController;
  readonly messages: InviteMessages;
}
