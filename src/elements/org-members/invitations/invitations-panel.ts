/** Panel of the Invitations tab. Loaded when the tab is opened. */
import { html, type LitElement, type TemplateResult } from 'lit';
import { invitations as english, type InvitationsMessages } from '../../../messages/en/invitations.js';
import type { OverridesOf } from '../../../messages/messages.js';
import {
  InvitationsController,
  type InvitationsControllerOptions,
} from '../../../state/invitations/invitations-controller.js';
import { adoptStyles } from '../../parts/adopt-styles.js';
import { localized } from '../../parts/localized.js';
import { dialogStyles } from '../../parts/dialog.styles.js';
import type { SharedContext } from '../context.js';
import { invitationList } from './invitation-list.js';
import { styles } from './invitations.styles.js';
import { revokeDialog } from './revoke-dialog.js';

export interface InvitationsPanel {
  readonly controller: InvitationsController;
  /** The number of pending invitations that are loaded; `null` until they are. */
  readonly pending: number | null;
  dispose(): void;
  /** Renders the content of the tab. */
  tab(shared: SharedContext, overrides: OverridesOf<InvitationsMessages>): TemplateResult;
  /** Renders the dialog that is open, above any tab. */
  dialogs(shared: SharedContext, overrides: OverridesOf<InvitationsMessages>): TemplateResult;
}

export function createInvitationsPanel(
  host: LitElement,
  options: InvitationsControllerOptions,
): InvitationsPanel {
  const controller = new InvitationsController(host, options);
  const messages = localized(host, 'invitations', english);
  adoptStyles(host, dialogStyles, styles);
  void controller.list.load();
  const contextOf = (shared: SharedContext, overrides: OverridesOf<InvitationsMessages>) => ({
    ...shared,
    invitations: controller,
    messages: messages.with(overrides),
  });
  return {
    controller,
    get pending() {
      const { state, items } = controller.list;
      if (state.status === 'loading' && items.length === 0) return null;
      return items.filter(({ state }) => state === 'pending').length;
    },
    dispose: () => controller.dispose(),
    tab: (shared, overrides) =>
      html`<div class="invitations-tab">${invitationList(contextOf(shared, overrides))}</div>`,
    dialogs: (shared, overrides) => html`${revokeDialog(contextOf(shared, overrides))}`,
  };
}
