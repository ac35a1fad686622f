/** The texts about one member. They come with that part of the element, when somebody opens a member or does something to one. */
import type { AuditAction } from '../contract/activity.js';
import type { MemberStatus } from '../contract/member.js';
import type { OperationOn } from '../policy/operations.js';
import type { ConnectionClass, LockReason } from '../policy/vocabulary.js';

/** `source` is what people call the connection: "Globex SSO". */
type Sourced = (source: string) => string;

const times = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

const statuses: Record<MemberStatus, string> = {
  blocked: 'Blocked',
  'locked-out': 'Locked out',
  unverified: 'Not verified',
};

const reasons = {
  'shared-user': () =>
    'They use other organizations too, which this would reach. You can remove them from yours.',
  blocked: () => 'They are blocked, and a new password would lift the block. Unblock them first.',
  'last-admin': () =>
    'Nobody else could manage the people of your organization afterwards. Make somebody else an admin first.',
  'role-above-own': () => 'It lets somebody do more than you may.',
  'delegated-session': () => 'Somebody else is acting with your session. Sign in yourself to do this.',
  'managed-by-connection': (source) => `This is looked after by ${source}.`,
  'recreated-at-login': (source) => `${source} would create the account again at the next sign-in.`,
  'not-allowed': () => 'Your organization does not let you do this.',
} satisfies Partial<Record<LockReason, Sourced>>;

/** What each operation does, in one line next to its button. */
const about: Record<Exclude<OperationOn<'menu'>, 'roles.assign'>, string> = {
  'password.reset': 'They get a mail with a link to a new password.',
  'email.verify': 'Their address is not verified yet. They get another mail with a link.',
  'member.clear-lockout': 'Too many wrong passwords keep them out. This lets them try again.',
  'member.unblock': 'Somebody has blocked them. This lets them sign in again.',
  'member.mfa-reset': 'For somebody who has lost their phone or key: they set up a second step anew.',
  'member.revoke-access': 'Ends their sessions and refresh tokens. They can sign in again.',
  'member.block': 'They cannot sign in until somebody unblocks them. Nothing of theirs is lost.',
  'membership.remove': 'They lose access to your organization. Their account stays.',
  'user.delete': 'Their account and profile are deleted. This cannot be undone.',
};

const signsInWith: Record<ConnectionClass, Sourced> = {
  database: () => 'signs in with a password',
  passwordless: () => 'signs in with a code',
  enterprise: (source) => `signs in with ${source}`,
  social: (source) => `signs in with ${source}`,
};

/** By Auth0's own word; one that is not here is shown as it is. */
const methods: Readonly<Record<string, string>> = {
  password: 'Password',
  totp: 'Authenticator app',
  phone: 'Phone',
  email: 'Email code',
  'email-verification': 'Email verification',
  push: 'Push notification',
  guardian: 'Guardian app',
  passkey: 'Passkey',
  'webauthn-platform': 'Device biometrics',
  'webauthn-roaming': 'Security key',
  'recovery-code': 'Recovery code',
};

/** The title of each action in the list on a member's page. */
const activities: Record<AuditAction, string> = {
  'profile.update': 'Profile edited',
  'profile.export': 'Data exported',
  'profile.delete': 'Account deleted',
  'profile.deletion-request': 'Account deletion requested',
  'profile.deletion-cancel': 'Account deletion canceled',
  'field.reveal': 'Masked value revealed',
  'password.reset': 'Password reset sent',
  'email.verify': 'Verification sent',
  'sessions.revoke': 'Session ended',
  'member.block': 'Blocked',
  'member.unblock': 'Unblocked',
  'member.clear-lockout': 'Lockout cleared',
  'member.mfa-reset': 'Sign-in methods reset',
  'member.revoke-access': 'Signed out everywhere',
  'membership.remove': 'Removed from the organization',
  'user.delete': 'Account deleted',
  'roles.assign': 'Roles changed',
  'invitation.create': 'People invited',
  'invitation.revoke': 'Invitation revoked',
  'invitation.resend': 'Invitation sent again',
  'invitation.link': 'Invitation link copied',
  'members.export': 'Member list exported',
};

export const memberEn = {
  back: 'Back to the list',
  close: 'Close',
  cancel: 'Cancel',
  loading: 'Loading this person',
  untitled: 'Person without a name',
  you: 'You',
  gone: 'This person is not a member of your organization any more.',
  missing: 'A part of this page could not be loaded.',
  lastSeen: (when: string) => `Last seen ${when}`,
  neverSeen: 'Has never signed in',
  wait: (left: number) => `You can go on in ${times(left, 'second', 'seconds')}.`,
  statuses,
  signsInWith,
  reasons: reasons as Partial<Record<LockReason, Sourced>>,
  locked: 'This cannot be done at the moment.',
  profile: 'Profile',
  leaving: {
    title: 'Leave without saving?',
    text: 'What you typed into this profile is not saved.',
    stay: 'Go on editing',
    leave: 'Leave without saving',
  },
  roles: {
    title: 'Roles',
    none: 'No roles',
    inherited: (source: string) =>
      source === 'group' ? 'Through a group of the identity provider' : `Through ${source}`,
  },
  security: {
    title: 'Sign-in security',
    loading: 'Reading sign-in methods',
    none: 'No second step is set up.',
    lockedOut: (identifiers: string) => `Locked out after too many wrong passwords: ${identifiers}.`,
    from: (ip: string) => `from ${ip}`,
    added: (when: string) => `set up ${when}`,
    used: (when: string) => `last used ${when}`,
    methods,
  },
  organizations: {
    title: 'Organizations',
    others: (count: number) => `and ${times(count, 'other', 'others')}, which are not named here`,
  },
  sessions: {
    title: 'Sessions',
    loading: 'Reading sessions',
    unavailable: 'Sessions are not shown here: the sign-in service does not offer it.',
    none: 'They are signed in nowhere.',
    unknown: 'Unknown browser',
    used: (when: string) => `last used ${when}`,
  },
  activity: {
    title: 'Activity',
    loading: 'Reading activity',
    none: 'Nothing was done here yet.',
    by: (name: string) => `by ${name}`,
    somebody: 'somebody',
    more: 'There is more: the Activity tab shows all of it.',
    actions: activities,
  },
  operations: {
    title: 'What you can do',
    none: 'Nothing can be done here by you.',
    about,
  },
};

export type MemberMessages = typeof memberEn;
