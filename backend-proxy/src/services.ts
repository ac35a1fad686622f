/** Dependencies shared by all routes. Functions below the routes take a `Pick` of them. */
import { createActiveMemberCheck } from './access/active-member-check.js';
import { createOrganizationAuthorizer, type AuthorizeOrganization } from './access/authorize-organization.js';
import { createHeldPermissions, type HeldPermissions } from './access/held-permissions.js';
import { createPersonLoader, type PersonLoader } from './access/load-person.js';
import { createPermissionRevalidation, type RevalidatePermissions } from './access/revalidate-permissions.js';
import { createSubjects, type Subjects } from './access/subject.js';
import { KnownNames } from './audit/known-names.js';
import { withActivityLog } from './audit/record.js';
import { createPendingInvitations, type PendingInvitations } from './invitations/pending.js';
import { createSigningKeys, type SigningKeys } from './http/signing-keys.js';
import { createLifecycle, type Lifecycle } from './lifecycle.js';
import type { Management } from './management/index.js';
import { createCursors, type Cursors } from './members/cursor.js';
import type { Settings } from './options.js';
import type { Storage } from './storage/storage.js';

export interface Services {
  /** The options with their defaults, the policy among them. Its `audit` also writes the activity log. */
  readonly settings: Settings;
  readonly management: Management;
  readonly storage: Storage;
  readonly people: PersonLoader;
  readonly subjects: Subjects;
  readonly authorizeOrganization: AuthorizeOrganization;
  /** The tenant's public keys, which verify access tokens. */
  readonly signingKeys: SigningKeys;
  readonly lifecycle: Lifecycle;
  /** For authentication, and for work that goes on after it: the actor can lose a role meanwhile. */
  readonly revalidatePermissions: RevalidatePermissions;
  readonly heldPermissions: HeldPermissions;
  readonly pending: PendingInvitations;
  readonly cursors: Cursors;
}

export function createServices(options: Settings, management: Management, storage: Storage): Services {
  const names = new KnownNames();
  const settings = { ...options, audit: withActivityLog(options, storage.activity, names) };
  const { policy } = settings;
  const people = names.listenTo(createPersonLoader(management, policy));
  const requireActiveMember = createActiveMemberCheck(people, storage.recent);
  const heldPermissions = createHeldPermissions(management, storage.recent);
  return {
    settings,
    management,
    storage,
    people,
    subjects: createSubjects(policy, people, requireActiveMember),
    authorizeOrganization: createOrganizationAuthorizer(policy, requireActiveMember),
    revalidatePermissions: createPermissionRevalidation(storage, heldPermissions),
    heldPermissions,
    pending: createPendingInvitations(management, storage.invitations),
    signingKeys: createSigningKeys(settings),
    lifecycle: createLifecycle(),
    cursors: createCursors(settings.clientSecret),
  };
}
