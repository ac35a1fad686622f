/** The dialog in which people are invited. Loaded once somebody opens it. */
import { html, type LitElement, type TemplateResult } from 'lit';
import {
  InviteDialogController,
  type InviteDialogOptions,
} from '../../../state/invitations/invite-dialog-controller.js';
import { invite as english, type InviteMessages } from '../../../messages/en/invite.js';
import type { OverridesOf } from '../../../messages/messages.js';
import { adoptStyles } from '../../parts/adopt-styles.js';
import { localized } from '../../parts/localized.js';
import { dialogStyles } from '../../parts/dialog.styles.js';
import type { InvitingSurroundings } from './invite-dialog-context.js';
import { inviteDialog } from './invite-dialog.js';
import { styles } from './invite-dialog.styles.js';

export interface InviteDialogPanel {
  readonly controller: InviteDialogController;
  /** Another session is used from now on. */
  dispose(): void;
  dialog(surroundings: InvitingSurroundings, overrides: OverridesOf<InviteMessages>): TemplateResult;
}

export function createInviteDialog(host: LitElement, options: InviteDialogOptions): InviteDialogPanel {
  const controller = new InviteDialogController(host, options);
  const messages = localized(host, 'invite', english);
  adoptStyles(host, dialogStyles, styles);
  return {
    controller,
    dispose: () => controller.dispose(),
    dialog: (surroundings, overrides) =>
      html`${inviteDialog({
        ...surroundings,
        inviteDialog: controller,
        messages: messages.with(overrides),
      })}`,
  };
}
