/** The part about invitations. Loaded once somebody looks at it. */
import { html, type LitElement, type TemplateResult } from 'lit';
import {
  InvitationsController,
  type InvitationsControllerOptions,
} from '../../../state/invitations/invitations-controller.js';
import { invitations as english, type InvitationsMessages } from '../../../messages/en/invitations.js';
import type { OverridesOf } from '../../../messages/messages.js';
import { adoptStyles } from '../../parts/adopt-styles.js';
import { localized } from '../../parts/localized.js';
import { dialogStyles } from '../../parts/dialog.styles.js';
import type { InvitationsSurroundings } from './context.js';
import { styles } from './invitations.styles.js';
import { invitationList } from './invitation-list.js';
import { revokeDialog } from './revoke-dialog.js';

export interface InvitationsPanel {
  readonly controller: InvitationsController;
  /** How many wait for an answer, as far as they have been read; `null` before. */
  readonly pending: number | null;
  /** Another session is used from now on. */
  dispose(): void;
  /** What is under the tab. */
  tab(surroundings: InvitationsSurroundings, overrides: OverridesOf<InvitationsMessages>): TemplateResult;
  /** Whatever is open above it, or above any other tab. */
  dialogs(surroundings: InvitationsSurroundings, overrides: OverridesOf<InvitationsMessages>): TemplateResult;
}

export function createInvitationsPanel(
  host: LitElement,
  options: InvitationsControllerOptions,
): InvitationsPanel {
  const controller = new InvitationsController(host, options);
  const messages = localized(host, 'invitations', english);
  adoptStyles(host, dialogStyles, styles);
  const contextOf = (surroundings: InvitationsSurroundings, overrides: OverridesOf<InvitationsMessages>) => ({
    ...surroundings,
    invitations: controller,
    messages: messages.with(overrides),
  });
  return {
    controller,
    get pending() {
      const { list, invitations } = controller;
      if (list.status === 'loading' && invitations.length === 0) return null;
      return invitations.filter(({ state }) => state === 'pending').length;
    },
    dispose: () => controller.dispose(),
    tab: (surroundings, overrides) => html`${invitationList(contextOf(surroundings, overrides))}`,
    dialogs: (surroundings, overrides) => {
      return html`${revokeDialog(contextOf(surroundings, overrides))}`;
    },
  };
}
