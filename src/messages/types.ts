/** The shape of a catalog, which every locale fills in. */
import type { AccountMessages } from './en/account.js';
import type { ActivityMessages } from './en/activity.js';
import type { BulkMessages } from './en/bulk.js';
import type { DialogMessages } from './en/dialogs.js';
import type { EditingMessages } from './en/editing.js';
import type { InvitationsMessages } from './en/invitations.js';
import type { InviteMessages } from './en/invite.js';
import type { MemberMessages } from './en/member.js';
import type { MembersMessages } from './en/members.js';
import type { ProfileMessages } from './en/profile.js';

/** The messages of one language, by the part of an element that shows them. */
export interface Catalog {
  readonly profile: ProfileMessages;
  readonly editing: EditingMessages;
  readonly account: AccountMessages;
  readonly members: MembersMessages;
  readonly member: MemberMessages;
  readonly dialogs: DialogMessages;
  readonly bulk: BulkMessages;
  readonly invitations: InvitationsMessages;
  readonly invite: InviteMessages;
  readonly activity: ActivityMessages;
}
export type CatalogPart = keyof Catalog;

/** A locale: how each part of its catalog is loaded. A part that is missing doesn't compile. */
export type Locale = { readonly [Part in CatalogPart]: () => Promise<Catalog[Part]> };
