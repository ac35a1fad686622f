/**
 * Every text the elements show, in English. Texts say what happened and what can be done about it; what varies is
 * a parameter. A missing reason, violation or problem code is a compile error.
 */
import type { ClientProblemCode } from '../client/problem.js';
import type { AttributeSync, ChangeOwner, ConnectionClass, FieldReason } from '../policy/vocabulary.js';

/** `source` is what people call the connection: "Globex SSO". */
type Sourced = (source: string) => string;

/** Why a field is locked, and after that who can change it all the same. */
type Reasoned = (source: string, changer: string) => string;

/** For somebody who looks at their own profile; what is said on behalf of another comes with editing. */
const reasons = {
  'managed-by-connection': (source, changer) => `Managed by ${source}. ${changer}`,
  'refreshed-at-login': (source, changer) =>
    `Managed by ${source}, refreshed each time you sign in. ${changer}`,
  'directory-owned': (source, changer) => `Kept in step with the directory of ${source}. ${changer}`,
  'sign-in-identifier': (_source, changer) => `You sign in with this. ${changer}`,
  'external-database': (_source, changer) => `Kept in a directory outside this app. ${changer}`,
  'invited-address': (_source, changer) => `This is the address you were invited with. ${changer}`,
  'shared-user': (_source, changer) => `You use other organizations too, which this would reach. ${changer}`,
  masked: (_source, changer) => `You see only a part of this. ${changer}`,
  'not-allowed': (_source, changer) => `Your organization does not let you change this. ${changer}`,
} satisfies Record<FieldReason, Reasoned>;

const changers = {
  person: 'You can change it there.',
  admin: 'An admin of your organization can change it.',
  inviter: 'An admin of your organization can invite you with another one.',
  'it-team': 'Your IT team can change it there.',
  operator: 'Whoever runs that can change it there.',
  nobody: 'Nobody can change it here.',
} satisfies Record<ChangeOwner, string>;

/** What most failures come down to for a person. */
export type ProblemKind = 'signInAgain' | 'seeFields' | 'reloadPage' | 'tryLater' | 'offline';

/**
 * Failures of which a person can know, or do, something of their own. The others are told by their kind. What only a save
 * or an operation meets comes with their texts.
 */
const problems = {
  signInAgain: 'Your session has ended. Sign in again to go on.',
  seeFields: 'Some values need another look.',
  reloadPage: 'This page does not fit the profile service. Reload it, or contact support.',
  tryLater: 'The profile service has a problem at the moment. Try again in a few minutes.',
  offline: 'You are offline.',
  token_missing: 'You are not signed in.',
  token_without_organization: 'Sign in to your organization to see your profile.',
  token_not_a_person: 'Sign in with your own account to see your profile.',
  user_blocked: 'Your account is blocked. Ask an admin of your organization.',
  profile_not_found: 'You have no profile in this organization. Ask an admin of your organization.',
  rate_limited: 'Too many requests at the moment.',
  sign_in_required: 'Sign in to see your profile.',
  sign_in_failed: 'Signing in did not work. Try again, or ask an admin of your organization.',
  proxy_unreachable: 'The profile service cannot be reached. Check your connection and try again.',
} satisfies Record<ProblemKind, string> & Partial<Record<ClientProblemCode, string>>;

const signInTitle = {
  database: () => 'You sign in with your email and a password.',
  passwordless: () => 'You sign in with a code that is sent to you.',
  enterprise: (source) => `You sign in with ${source}.`,
  social: (source) => `You sign in with ${source}.`,
} satisfies Record<ConnectionClass, Sourced>;

const upstream = (source: string, sync: AttributeSync) =>
  sync === 'each-login'
    ? `What ${source} knows about you is refreshed each time you sign in, and is changed there.`
    : `What ${source} manages is changed there.`;

const signInNote = {
  database: () => 'Your password is never shown here.',
  passwordless: () => 'There is no password.',
  enterprise: (source, sync) => `${upstream(source, sync)} Ask your IT team.`,
  social: upstream,
} satisfies Record<ConnectionClass, (source: string, sync: AttributeSync) => string>;

export const en = {
  loading: 'Loading your profile',
  untitled: 'Your profile',
  memberOf: (organization: string) => `Member of ${organization}`,
  onBehalf: (name: string, organization: string) => `You edit the profile of ${name} for ${organization}.`,
  onBehalfNote: (source: string) => `They sign in with ${source}. What you change, they see.`,
  partMissing: 'A part of this page could not be loaded.',
  notSet: 'Not set',
  verified: 'Verified',
  unverified: 'Not verified',
  yes: 'Yes',
  no: 'No',
  required: '(required)',
  save: 'Save',
  saving: 'Saving…',
  saved: 'Saved',
  discard: 'Discard',
  unsaved: (count: number) => `${count} ${count === 1 ? 'change' : 'changes'} not saved`,
  kept: 'What you typed is still here.',
  wait: (left: number) => `You can try again in ${left} ${left === 1 ? 'second' : 'seconds'}.`,
  waitOver: 'You can try again now.',
  failedTitle: 'Your profile could not be loaded',
  signedOutTitle: 'You are signed out',
  retry: 'Try again',
  signIn: 'Sign in',
  requestId: (id: string) => `Request ${id}`,
  reasons: reasons as Record<FieldReason, Reasoned>,
  changers: changers as Record<ChangeOwner, string>,
  problems: problems as Record<ProblemKind, string> & Partial<Record<ClientProblemCode, string>>,
  signInTitle: signInTitle as Record<ConnectionClass, Sourced>,
  signInNote: signInNote as Record<ConnectionClass, (source: string, sync: AttributeSync) => string>,
};

export type Messages = typeof en;
