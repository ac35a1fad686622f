/**
 * Every text the elements show, in English. Texts say what happened and what can be done about it; what varies is
 * a parameter. A missing reason, violation or problem code is a compile error.
 */
import type { ClientProblemCode } from '../client/problem.js';
import type { AttributeSync, ConnectionClass, FieldReason } from '../policy/vocabulary.js';

/** `source` is what people call the connection: "Globex SSO". */
type Sourced = (source: string) => string;

const reasons = {
  'managed-by-connection': (source) => `Managed by ${source}`,
  'refreshed-at-login': (source) => `Managed by ${source}, refreshed each time you sign in`,
  'directory-owned': (source) => `Kept in step with the directory of ${source}`,
  'sign-in-identifier': () => 'You sign in with this, so it cannot be changed here',
  'external-database': () => 'Kept in a directory outside this app and changed there',
  'invited-address': () =>
    'This is the address you were invited with. An admin of your organization can invite you with another one.',
  'shared-user': () =>
    'This person uses other organizations too, so it cannot be changed here. They can change it themselves.',
  masked: () => 'Only somebody who sees all of it can change this',
  'not-allowed': () => 'Your organization does not let you change this',
} satisfies Record<FieldReason, Sourced>;

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
} satisfies Partial<Record<ClientProblemCode | ProblemKind, string>>;

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
  auditReason: 'Reason for the change',
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
  partlySaved: (fields: string) => `Saved: ${fields}. The rest was not saved and is still here.`,
  wait: (left: number) => `You can try again in ${left} ${left === 1 ? 'second' : 'seconds'}.`,
  waitOver: 'You can try again now.',
  failedTitle: 'Your profile could not be loaded',
  signedOutTitle: 'You are signed out',
  retry: 'Try again',
  signIn: 'Sign in',
  requestId: (id: string) => `Request ${id}`,
  reasons: reasons as Record<FieldReason, Sourced>,
  problems: problems as Record<ProblemKind, string> & Partial<Record<ClientProblemCode, string>>,
  signInTitle: signInTitle as Record<ConnectionClass, Sourced>,
  signInNote: signInNote as Record<ConnectionClass, (source: string, sync: AttributeSync) => string>,
};

export type Messages = typeof en;
