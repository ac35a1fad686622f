/**
 * Every text the elements show, in English. Texts say what happened and what can be done about it; what varies is
 * a parameter. A missing reason, violation or problem code is a compile error.
 */
import type { ClientProblemCode } from '../client/problem.js';
import type { FieldProblem } from '../contract/problem.js';
import type { Violation } from '../policy/check-value.js';
import type { AttributeSync, ConnectionClass, FieldKind, FieldReason } from '../policy/vocabulary.js';

type Limit = Violation['limit'];
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
  'not-allowed': () => 'Your organization does not let you change this',
} satisfies Record<FieldReason, Sourced>;

const violations = {
  required: () => 'Enter a value: this cannot be empty.',
  'not-removable': () => 'Enter another value: this can be changed, but not left empty.',
  type: (_limit, kind) => formats[kind] ?? unusable,
  'too-short': (limit) => `Use at least ${limit} characters.`,
  'too-long': (limit) => `Use at most ${limit} characters.`,
  'too-small': (limit, kind) =>
    kind === 'date' ? `Choose ${limit} or a later date.` : `Enter ${limit} or more.`,
  'too-large': (limit, kind) =>
    kind === 'date' ? `Choose ${limit} or an earlier date.` : `Enter ${limit} or less.`,
  format: (_limit, kind) => formats[kind] ?? unusable,
  pattern: () => 'Use the form that is described here.',
  prohibited: (character) => `Remove the character ${character}.`,
  'look-alike': () => 'Use letters of one alphabet only.',
  choice: () => 'Choose only from what is offered.',
} satisfies Record<Violation['code'], (limit: Limit, kind: FieldKind) => string>;

const unusable = 'This value cannot be used.';
const unprintable = 'Remove characters that cannot be shown.';

/** What a value has to look like, for the kinds a person types. The others can only be chosen. */
const formats: Partial<Record<FieldKind, string>> = {
  text: unprintable,
  multiline: unprintable,
  email: 'Enter an email address, like name@example.com.',
  phone: 'Use the international form, like +351215550100.',
  username: 'Use letters, digits and . _ - + only, and not an email address.',
  url: 'Enter a web address, like https://example.com.',
  picture: 'Enter the web address of a picture; it starts with https://.',
  date: 'Enter a complete date.',
  number: 'Enter a number.',
};

const refusals = {
  field_unknown: 'This is not part of your profile any more.',
  field_locked: 'This cannot be changed any more.',
  value_invalid: unusable,
  step_up_required: 'Sign in again to change this.',
  value_in_use: 'Somebody else uses this already. Choose another.',
  value_refused: 'This value was not accepted. Try another.',
} satisfies Record<FieldProblem['code'], string>;

/** What most failures come down to for a person. */
type ProblemKind = 'signInAgain' | 'seeFields' | 'reloadPage' | 'tryLater';

/** Failures of which a person can know, or do, something of their own. The others are told by their kind. */
const problems = {
  signInAgain: 'Your session has ended. Sign in again to go on.',
  seeFields: 'Some values need another look.',
  reloadPage: 'This page does not fit the profile service. Reload it, or contact support.',
  tryLater: 'The profile service has a problem at the moment. Try again in a few minutes.',
  token_missing: 'You are not signed in.',
  step_up_required: 'Sign in again to save this: it needs a fresh sign-in.',
  token_without_organization: 'Sign in to your organization to see your profile.',
  token_not_a_person: 'Sign in with your own account to see your profile.',
  user_blocked: 'Your account is blocked. Ask an admin of your organization.',
  profile_not_found: 'You have no profile in this organization. Ask an admin of your organization.',
  body_too_large: 'That is too much to save at once. Shorten the longest text.',
  profile_changed: 'Your profile was changed elsewhere meanwhile.',
  operation_locked: 'You cannot do this at the moment.',
  reason_required: 'Say why you change this.',
  feature_unavailable: 'The sign-in service does not offer this.',
  erasure_failed: 'Your data could not be erased, so nothing was deleted. Try again in a few minutes.',
  rate_limited: 'Too many requests at the moment.',
  upstream_timeout: 'The profile service took too long to answer. Try again in a few minutes.',
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
  conflict: {
    title: (field: string) => `${field} was changed elsewhere`,
    stored: 'Stored now',
    mine: 'Yours',
    keepMine: 'Keep mine',
    useStored: 'Use the stored one',
    choose: 'Choose which value to keep first.',
  },
  displaced: 'This can no longer be changed, so what you typed was not saved:',
  dismiss: 'Dismiss',
  reasons: reasons as Record<FieldReason, Sourced>,
  violations: violations as Record<Violation['code'], (limit: Limit, kind: FieldKind) => string>,
  refusals: refusals as Record<FieldProblem['code'], string>,
  problems: problems as Record<ProblemKind, string> & Partial<Record<ClientProblemCode, string>>,
  signInTitle: signInTitle as Record<ConnectionClass, Sourced>,
  signInNote: signInNote as Record<ConnectionClass, (source: string, sync: AttributeSync) => string>,
};

export type Messages = typeof en;
