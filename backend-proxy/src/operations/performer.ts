import type { PendingInvitations } from '../invitations/pending.js';
import type { Management } from '../management/index.js';
import type { Settings } from '../options.js';
import type { Subjects } from '../access/subject.js';
import type { Storage } from '../storage/storage.js';

/** What somebody needs who does something to a member. */
export interface Performer {
  readonly settings: Settings;
  readonly management: Management;
  readonly storage: Storage;
  readonly subjects: Subjects;
  readonly pending: PendingInvitations;
}
