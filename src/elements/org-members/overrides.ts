import type { MembersMessages } from '../../messages/members-en.js';
import type { MessageOverrides, OverridesOf } from '../../messages/messages.js';
import type { ActivityPart } from './activity/activity.js';
import type { BulkPart } from './bulk/bulk.js';
import type { InvitationsPart } from './invitations/invitations.js';
import type { InvitingPart } from './invitations/invite-dialog-part.js';
import type { MemberPart } from './person/person.js';

/** Any of the element's texts, replaced; those of its parts by the part's name. */
export type MembersOverrides = OverridesOf<MembersMessages> & {
  readonly invitations?: Parameters<InvitationsPart['tab']>[1];
  readonly inviting?: Parameters<InvitingPart['dialog']>[1];
  readonly bulk?: Parameters<BulkPart['dialogs']>[1];
  readonly activity?: Parameters<ActivityPart['tab']>[1];
  readonly member?: Parameters<MemberPart['panel']>[1];
  /** Of the profile in a person's page. */
  readonly editor?: MessageOverrides;
};
