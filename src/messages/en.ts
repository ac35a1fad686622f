/**
 * Every text the elements show, in English. Texts say what happened and what can be done about it; what varies is
 * a parameter. A missing reason, violation or problem code is a compile error.
 */
import type { ClientProblemCode } from '../client/problem.js';
import type { FieldProblem } from '../contract/problem.js';
import type { Violation } from '../policy/check-value.js';
import type { AttributeSync, ConnectionClass, FieldKind, LockReason } from '../policy/vocabulary.js';

type Limit = Violation['limit'];
/** `source` is what people call the connection: "Globex SSO". */
type Sourced = (source: string) => string;

const tryLater = 'The profile service has a problem at the moment. Try again in a few minutes.';
const signIn = 'Sign in to see your profile.';
const signInAgain = 'Your session has ended. Sign in again to go on.';
const reloadPage = 'This page does not fit the profile service. Reload it, or contact support.';
const seeFields = 'Some values need another look.';

const reasons = {
  'managed-by-connection': (source) => `Managed by ${source}`,
  'refreshed-at-login': (source) => `Managed by ${source}, refreshed each time you sign in`,
  'directory-owned': (source) => `Kept in step with the directory of ${source}`,
  'sign-in-identifier': () => 'You sign in with this, so it cannot be changed here',
  'external-database': () => 'Kept in a directory outside this app and changed there',
  'no-such-attribute': () => 'Your kind of sign-in does not have this',
  'invited-address': () =>
    'This is the address you were invited with. An admin of your organization can invite you with another one.',
  'shared-user': () =>
    'This person uses other organizations too, so it cannot be changed here. They can change it themselves.',
  'last-admin': () =>
    'Nobody else could manage the organization afterwards. Make somebody else an admin first.',
  'delegated-session': () => 'Somebody acts with this session. Only the person can do this.',
  'step-up-required': () => 'Sign in again to change this',
  'not-allowed': () => 'Your organization does not let you change this',
} satisfies Record<LockReason, Sourced>;

const violations = {
  required: () => 'Enter a value: this cannot be empty.',
  'not-removable': () => 'Enter another value: this can be changed, but not left empty.',
  type: (_limit, kind) => formats[kind],
  'too-short': (limit) => `Use at least ${limit} characters.`,
  'too-long': (limit) => `Use at most ${limit} characters.`,
  'too-small': (limit, kind) =>
    kind === 'date' ? `Choose ${limit} or a later date.` : `Enter ${limit} or more.`,
  'too-large': (limit, kind) =>
    kind === 'date' ? `Choose ${limit} or an earlier date.` : `Enter ${limit} or less.`,
  format: (_limit, kind) => formats[kind],
  pattern: () => 'Use the form that is described here.',
  prohibited: (character) => `Remove the character ${character}.`,
  'look-alike': () => 'Use letters of one alphabet only.',
  choice: () => 'Choose only from what is offered.',
} satisfies Record<Violation['code'], (limit: Limit, kind: FieldKind) => string>;

/** What a value of each kind has to look like. */
const formats = {
  text: 'Remove characters that cannot be shown.',
  multiline: 'Remove characters that cannot be shown.',
  email: 'Enter an email address, like name@example.com.',
  phone: 'Use the international form, like +351215550100.',
  username: 'Use letters, digits and . _ - + only, and not an email address.',
  url: 'Enter a web address, like https://example.com.',
  picture: 'Enter the web address of a picture; it starts with https://.',
  choice: 'Choose one of the options.',
  'multi-choice': 'Choose from the options.',
  boolean: 'Choose yes or no.',
  date: 'Enter a complete date.',
  language: 'Choose a language.',
  'time-zone': 'Choose a time zone.',
  number: 'Enter a number.',
} satisfies Record<FieldKind, string>;

const refusals = {
  field_unknown: 'This is not part of your profile any more.',
  field_locked: 'This cannot be changed any more.',
  value_invalid: 'This value cannot be used.',
  step_up_required: 'Sign in again to change this.',
  value_in_use: 'Somebody else uses this already. Choose another.',
  value_refused: 'This value was not accepted. Try another.',
} satisfies Record<FieldProblem['code'], string>;

const problems = {
  token_missing: signIn,
  token_invalid: signInAgain,
  token_expired: signInAgain,
  step_up_required: 'Sign in again to save this: it needs a fresh sign-in.',
  token_without_organization: 'Sign in to your organization to see your profile.',
  token_not_a_person: 'Sign in with your own account to see your profile.',
  user_blocked: 'Your account is blocked. Ask an admin of your organization.',
  profile_not_found: 'You have no profile in this organization. Ask an admin of your organization.',
  route_not_found: reloadPage,
  method_not_allowed: reloadPage,
  media_type_unsupported: reloadPage,
  body_too_large: 'That is too much to save at once. Shorten the longest text.',
  body_not_json: reloadPage,
  body_invalid: reloadPage,
  if_match_required: reloadPage,
  profile_changed: 'Your profile was changed elsewhere meanwhile.',
  field_unknown: seeFields,
  field_locked: seeFields,
  value_invalid: seeFields,
  value_in_use: seeFields,
  value_refused: seeFields,
  rate_limited: 'Too many requests at the moment.',
  upstream_unavailable: tryLater,
  upstream_invalid: tryLater,
  upstream_refused: tryLater,
  upstream_timeout: 'The profile service took too long to answer. Try again in a few minutes.',
  internal: tryLater,
  sign_in_required: signIn,
  sign_in_failed: 'Signing in did not work. Try again, or ask an admin of your organization.',
  proxy_unreachable: 'The profile service cannot be reached. Check your connection and try again.',
  answer_invalid: tryLater,
} satisfies Record<ClientProblemCode, string>;

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
  reasons: reasons as Record<LockReason, Sourced>,
  violations: violations as Record<Violation['code'], (limit: Limit, kind: FieldKind) => string>,
  refusals: refusals as Record<FieldProblem['code'], string>,
  problems: problems as Record<ClientProblemCode, string>,
  signInTitle: signInTitle as Record<ConnectionClass, Sourced>,
  signInNote: signInNote as Record<ConnectionClass, (source: string, sync: AttributeSync) => string>,
};

export type Messages = typeof en;
