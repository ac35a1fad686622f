/** The profile: what is there before anyone edits, in English. A missing reason or problem code is a compile error. */
import type { ClientProblemCode } from '../../client/problem.js';
import type { ChangeOwner, FieldReason, SignInIdentifier } from '../../policy/vocabulary.js';
import {
  accountBlocked,
  checkFields,
  notSignedIn,
  offline,
  outdatedPage,
  partMissing,
  plural,
  requestId,
  retry,
  seconds,
  sections,
  sessionExpired,
  signedOut,
  signIn,
  signInFailed,
  tooManyRequests,
  tryLater,
  unreachable,
  noOrganizationTitle,
  signInFailedTitle,
  otherAccount,
  chooseOrganization,
  signInDenied,
  withColon,
} from './common.js';

/**
 * `source` is the label of the connection: "Globex SSO". `changer` is the sentence that says who can change the field.
 */
type Reasoned = (source: string, changer: string) => string;

/** For someone who looks at their own profile. The texts for editing on behalf come with editing. */
const reasons: Record<FieldReason, Reasoned> = {
  'managed-by-connection': (source, changer) => `Managed by ${source}. ${changer}`,
  'refreshed-at-login': (source, changer) =>
    `Managed by ${source} and updated each time you sign in. ${changer}`,
  'directory-owned': (source, changer) => `Synced from the ${source} directory. ${changer}`,
  'sign-in-identifier': (_source, changer) => `You use this to sign in. ${changer}`,
  'external-database': (_source, changer) => `Stored in a directory outside this app. ${changer}`,
  'invited-address': (_source, changer) => `You were invited with this email address. ${changer}`,
  'shared-user': (_source, changer) =>
    `You belong to more than one organization, and a change would affect all of them. ${changer}`,
  'connection-not-enabled': (_source, changer) =>
    `This account’s own sign-in method isn’t available in your organization. ${changer}`,
  masked: (_source, changer) => `Part of this is hidden. ${changer}`,
  'unreadable-value': (_source, changer) => `Stored in an unexpected format. ${changer}`,
  'not-allowed': (_source, changer) => `Your organization doesn’t allow you to change this. ${changer}`,
};

const changers: Record<ChangeOwner, string> = {
  person: 'You can change it there.',
  admin: 'Ask an admin to change it.',
  inviter: 'To use a different address, ask an admin for a new invitation.',
  'it-team': 'Ask your IT team to change it there.',
  operator: 'Ask the team that manages the directory to change it.',
  nobody: 'It can’t be changed here.',
};

/** The texts most failures come down to. */
export type ProblemKind = 'signInAgain' | 'seeFields' | 'reloadPage' | 'tryLater' | 'offline';

/** Problems with a text of their own. All others use the text of their kind. */
const problems: Record<ProblemKind, string> & Partial<Record<ClientProblemCode, string>> = {
  signInAgain: sessionExpired,
  seeFields: checkFields,
  reloadPage: outdatedPage,
  tryLater,
  offline,
  token_missing: notSignedIn,
  token_without_organization: 'Sign in to your organization to see your profile.',
  token_not_a_person: 'Sign in with your own account to see your profile.',
  user_blocked: accountBlocked,
  profile_not_found: 'You don’t have a profile in this organization. Ask an admin to add you.',
  rate_limited: tooManyRequests,
  sign_in_required: 'Sign in to see your profile.',
  sign_in_failed: signInFailed,
  sign_in_blocked: accountBlocked,
  sign_in_denied: signInDenied,
  proxy_unreachable: unreachable,
};

/** Names of what people sign in with, in the middle of a sentence. */
const identifiers: Record<SignInIdentifier, string> = {
  email: 'email',
  phone_number: 'phone number',
  username: 'username',
};

/** How the reader signs in. `identifiers` is a list: "email or username". */
const signInTitle = {
  password: (identifiers: string) => `You sign in with your ${identifiers} and password.`,
  code: 'You sign in with a one-time code.',
  provider: (source: string) => `You sign in with ${source}.`,
};

export const profile = {
  loading: 'Loading your profile',
  untitled: 'Your profile',
  memberOf: (organization: string) => `Member of ${organization}`,
  onBehalf: (name: string, _organization: string) => `You’re editing ${name}’s profile.`,
  onBehalfNote: (source: string) => `They sign in with ${source}. They’ll see your changes.`,
  partMissing,
  sections,
  notSet: 'Not set',
  /** In front of a text about it: the fields that a reason locks, or a field whose value couldn’t be saved. */
  named: withColon,
  verified: 'Verified',
  unverified: 'Not verified',
  yes: 'Yes',
  no: 'No',
  required: '(required)',
  onePerLine: 'Enter one per line.',
  save: 'Save',
  saving: 'Saving…',
  discard: 'Discard',
  unsaved: (count: number) => plural(count, { one: '# unsaved change', other: '# unsaved changes' }),
  changesKept: 'Your changes are still here.',
  wait: (left: number) => `You can try again in ${seconds(left)}.`,
  waitOver: 'You can try again now.',
  failedTitle: 'Couldn’t load your profile',
  signedOutTitle: signedOut,
  noOrganizationTitle,
  signInFailedTitle,
  otherAccount,
  chooseOrganization,
  retry,
  signIn,
  requestId,
  reasons,
  changers,
  problems,
  identifiers,
  signInTitle,
};

export type ProfileMessages = typeof profile;
