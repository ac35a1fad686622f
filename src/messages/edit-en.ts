/** The texts that only editing needs; they come with it. */
import type { FieldProblem, ProblemCode } from '../contract/problem.js';
import type { Violation } from '../policy/check-value.js';
import type { FieldConsequence } from '../policy/views/view.js';
import type { FieldKind } from '../policy/vocabulary.js';
import type { Messages } from './en.js';

type Limit = Violation['limit'];

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
  username: 'Use letters, digits and . _ - + only, and neither an email address nor a phone number.',
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

/** What only a save meets. */
const problems: Partial<Record<ProblemCode, string>> = {
  step_up_required: 'Sign in again to save this: it needs a fresh sign-in.',
  body_too_large: 'That is too much to save at once. Shorten the longest text.',
  profile_changed: 'Your profile was changed elsewhere meanwhile.',
  reason_required: 'Say why you change this.',
};

type Told = Record<FieldConsequence, (field: string, value: string) => string>;

const own: Told = {
  'changes-sign-in': (field) => `${field}: you sign in with the new one from now on.`,
  'verification-mail': (_field, value) =>
    `A mail goes to ${value}. Use the link in it to show that the address is yours.`,
  'ends-sessions': () => 'You are signed out everywhere else, and this page may ask you to sign in again.',
};

const theirs: Told = {
  'changes-sign-in': (field) => `${field}: they sign in with the new one from now on.`,
  'verification-mail': (_field, value) => `A mail to verify the address goes to ${value}.`,
  'ends-sessions': () => 'They are signed out everywhere.',
};

/** Of a field, to somebody who looks at another person's profile. What is not here reads the same for both. */
const theirReasons: Partial<Messages['reasons']> = {
  'refreshed-at-login': (source, changer) =>
    `Managed by ${source}, refreshed each time they sign in. ${changer}`,
  'sign-in-identifier': (_source, changer) => `They sign in with this. ${changer}`,
  'invited-address': (_source, changer) => `This is the address they were invited with. ${changer}`,
  'shared-user': (_source, changer) => `They use other organizations too, which this would reach. ${changer}`,
  'not-allowed': (_source, changer) =>
    `Your organization does not let you change this for others. ${changer}`,
};

const theirChangers: Partial<Messages['changers']> = {
  person: 'They can change it themselves.',
  inviter: 'They can be invited with another one.',
};

export const editEn = {
  auditReason: 'Reason for the change',
  partlySaved: (fields: string) => `Saved: ${fields}. The rest was not saved and is still here.`,
  theirReasons,
  theirChangers,
  conflict: {
    title: (field: string) => `${field} was changed elsewhere`,
    stored: 'Stored now',
    mine: 'Yours',
    keepMine: 'Keep mine',
    useStored: 'Use the stored one',
    choose: 'Choose which value to keep first.',
  },
  upload: {
    choose: 'Upload a picture…',
    running: 'Uploading the picture',
    cancel: 'Cancel',
    faults: {
      type: 'Choose a PNG, JPEG, WebP, GIF or AVIF picture.',
      size: 'Choose a picture of at most 5 MB.',
      host: 'The picture could not be uploaded. Try again.',
    },
  },
  consequences: {
    own,
    theirs,
    signInFirst: 'You sign in again first. What you typed is still here when you come back.',
  },
  displaced: 'This can no longer be changed, so what you typed was not saved:',
  dismiss: 'Dismiss',
  violations: violations as Record<Violation['code'], (limit: Limit, kind: FieldKind) => string>,
  saveProblems: problems,
  refusals: refusals as Record<FieldProblem['code'], string>,
};

export type EditMessages = typeof editEn;
