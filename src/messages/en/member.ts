/** One member's page, in English. */
import type { MemberStatus } from '../../contract/member.js';
import type { AuditOutcome } from '../../contract/activity.js';
import type { OperationOn, OperationWith } from '../../policy/operations.js';
import type { ConnectionClass, LockReason } from '../../policy/vocabulary.js';
import { actionNames } from './action-names.js';
import {
  blockedReset,
  borrowedSession,
  cancel,
  cantRightNow,
  close,
  continueIn,
  lastAdmin,
  partMissing,
  plural,
  sections,
  sessionsNotAvailable,
  sharedUser,
  justNow,
  working,
  undo,
  withColon,
} from './common.js';

/** `source` is the label of the connection: "Globex SSO". */
type Sourced = (source: string) => string;

const statuses: Record<MemberStatus, string> = {
  blocked: 'Blocked',
  'locked-out': 'Locked out',
  unverified: 'Email not verified',
};

const reasons: Partial<Record<LockReason, Sourced>> = {
  'shared-user': () => `${sharedUser} You can remove them from yours.`,
  blocked: () => blockedReset,
  'last-admin': () => lastAdmin,
  'role-above-own': () => 'This role has permissions you don’t have.',
  'delegated-session': () => borrowedSession,
  'managed-by-connection': (source) => `Managed by ${source}.`,
  'recreated-at-login': (source) => `${source} would re-create the account at their next sign-in.`,
  'not-allowed': () => 'Your organization doesn’t allow this.',
};

const signsInWith: Record<ConnectionClass, Sourced> = {
  database: () => 'signs in with a password',
  passwordless: () => 'signs in with a one-time code',
  enterprise: (source) => `signs in with ${source}`,
  social: (source) => `signs in with ${source}`,
};

/** By Auth0's name of the method. A method that isn't here is shown by that name. */
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

/** What an operation takes away, in one line next to its button. */
const about: Record<OperationOn<'menu'> & OperationWith<'destructive'>, string> = {
  'member.block': 'Stops them from signing in until they’re unblocked. Nothing is deleted.',
  'membership.remove': 'They lose access to your organization but keep their account.',
  'user.delete': 'Permanently deletes their account and profile. This can’t be undone.',
};

/** How an action ended that wasn't simply done. */
const outcomes: Record<Exclude<AuditOutcome, 'done'>, string> = {
  partly: 'only done in part',
  refused: 'not allowed',
  failed: 'failed',
  unknown: 'unknown whether done',
};

export const member = {
  justNow,
  back: 'Back to members',
  close,
  previous: 'Previous member',
  next: 'Next member',
  /** Where the member is in the list; `total` is `null` where it isn’t known. */
  position: (at: string, total: string | null) => (total === null ? `Member ${at}` : `${at} of ${total}`),
  /** Why there is no previous and no next member. */
  notListed: 'Not on this page of the list',
  copyLink: 'Copy link',
  linkCopied: 'Link copied.',
  linkNotCopied: 'Couldn’t copy the link. Copy it from the address bar.',
  openAsPage: 'Open as page',
  openBeside: 'Open beside the list',
  sections,
  cancel,
  loading: 'Loading member',
  working,
  untitled: 'No name',
  /** In front of a text about it: a name, or the operations that are locked. */
  named: withColon,
  you: 'You',
  notAMember: 'This person is no longer a member of your organization.',
  missing: partMissing,
  /** `when`: “2 hours ago”, “yesterday”, or “May 12”. After a colon where a language has other prepositions for a date. */
  lastSignIn: (when: string) => `Last signed in ${when}`,
  neverSignedIn: 'Never signed in',
  wait: continueIn,
  statuses,
  signsInWith,
  reasons,
  locked: cantRightNow,
  profile: 'Profile',
  edit: 'Edit',
  dangerZone: 'Danger zone',
  removeInstead: 'Remove instead…',
  leaving: {
    title: 'Discard unsaved changes?',
    text: 'Your changes to this profile haven’t been saved.',
    stay: 'Keep editing',
    leave: 'Discard changes',
  },
  roles: {
    title: 'Roles',
    none: 'No roles',
    change: (name: string) => `Change roles for ${name}`,
    of: (name: string) => `Roles for ${name}`,
    loading: 'Loading roles…',
    howToSave: 'Saved when you close this list. Press Esc to discard.',
    changed: (name: string, roles: string) => `Roles updated for ${name}: ${roles}.`,
    removed: (name: string) => `${name} no longer has any roles.`,
    undo,
    restored: (name: string) => `Roles restored for ${name}.`,
    changedSince: (name: string) => `${name}’s roles have changed since then. Nothing was undone.`,
    undoFailed: (name: string) =>
      `Couldn’t restore the roles of ${name}. Open their page to see what they have now.`,
    inherited: (source: string) =>
      source === 'group' ? 'From an identity provider group' : `From ${source}`,
  },
  security: {
    title: 'Sign-in and security',
    loading: 'Loading security details',
    none: 'Two-step verification isn’t set up.',
    lockedOut: (identifiers: string) => `Locked out after too many wrong passwords: ${identifiers}`,
    identifierFrom: (identifier: string, ip: string) => `${identifier} from ${ip}`,
    /** `when`: “2 hours ago”, “yesterday”, or “May 12”. After a colon where a language has other prepositions for a date. */
    added: (when: string) => `added ${when}`,
    used: (when: string) => `last used ${when}`,
    methods,
  },
  organizations: {
    title: 'Organizations',
    others: (count: number) => plural(count, { one: '# other organization', other: '# other organizations' }),
  },
  sessions: {
    title: 'Active sessions',
    loading: 'Loading sessions',
    unavailable: sessionsNotAvailable,
    none: 'No active sessions.',
    unknown: 'Unknown browser',
    end: 'Sign out',
    endOf: (browser: string) => `Sign out of ${browser}`,
    ending: 'Signing out…',
    used: (when: string) => `last active ${when}`,
  },
  activity: {
    title: 'Activity',
    loading: 'Loading activity',
    none: 'No activity yet.',
    by: (name: string | null) => (name === null ? 'by someone' : `by ${name}`),
    more: 'Showing the latest. See the Activity tab for more.',
    actions: actionNames,
    outcomes,
  },
  about,
};

export type MemberMessages = typeof member;
