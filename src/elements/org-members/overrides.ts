import type { MembersMessages } from '../../messages/en/members.js';
import type { MessageOverrides, OverridesOf } from '../../messages/messages.js';
import type { ActivityPanel } from './activity/activity-panel.js';
import type { BulkPanel } from './bulk/bulk-panel.js';
import type { InvitationsPanel } from './invitations/invitations-panel.js';
import type { InviteDialogPanel } from './invitations/invite-dialog.js';
import type { MemberPanel } from './person/person-panel.js';

/** Replacements for the element's texts. Those of its panels are grouped by panel. */
export type MembersOverrides = OverridesOf<MembersMessages> & {
  readonly invitations?: Parameters<InvitationsPanel['tab']>[1];
  readonly invite?: Parameters<InviteDialogPanel['dialog']>[1];
  readonly bulk?: Parameters<BulkPanel['dialogs']>[1];
  readonly activity?: Parameters<ActivityPanel['tab']>[1];
  readonly member?: Parameters<MemberPanel['panel']>[1];
  /** Texts of the profile editor in a member's page. */
  readonly editor?: MessageOverrides;
};
