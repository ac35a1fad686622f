import type { MembersMessages } from '../../messages/en/members.js';
import type { MessageOverrides, OverridesOf } from '../../messages/messages.js';
import type { ActivityPanel } from './activity/activity.js';
import type { BulkPanel } from './bulk/bulk.js';
import type { InvitationsPanel } from './invitations/invitations.js';
import type { InviteDialogPanel } from './invitations/invite-dialog-part.js';
import type { MemberPanel } from './person/person.js';

/** Any of the element's texts, replaced; those of its parts by the part's name. */
export type MembersOverrides = OverridesOf<MembersMessages> & {
  readonly invitations?: Parameters<InvitationsPanel['tab']>[1];
  readonly inviting?: Parameters<InviteDialogPanel['dialog']>[1];
  readonly bulk?: Parameters<BulkPanel['dialogs']>[1];
  readonly activity?: Parameters<ActivityPanel['tab']>[1];
  readonly member?: Parameters<MemberPanel['panel']>[1];
  /** Of the profile in a person's page. */
  readonly editor?: MessageOverrides;
};
