/** Dependencies shared by all routes. */
import type { AuthorizeOrganization } from './access/authorize-organization.js';
import type { RevalidatePermissions } from './access/revalidate-permissions.js';
import type { Subjects } from './access/subject.js';
import type { PendingInvitations } from './invitations/pending.js';
import type { Management } from './management/index.js';
import type { Settings } from './options.js';
import type { Storage } from './storage/storage.js';

export interface Services {
  readonly settings: Settings;
  readonly management: Management;
  readonly storage: Storage;
  /** For work that goes on after authentication: the actor can lose a role meanwhile. */
  readonly revalidatePermissions: RevalidatePermissions;
  readonly pending: PendingInvitations;
  readonly subjects: Subjects;
  readonly authorizeOrganization: AuthorizeOrganization;
}
