/** Editing a profile, in English. */
import type { FieldProblem, ProblemCode } from '../../contract/problem.js';
import type { Violation } from '../../policy/check-value.js';
import type { FieldConsequence } from '../../policy/views/view.js';
import type { FieldKind } from '../../policy/vocabulary.js';
import { cancel, enterReason, plural } from './common.js';
import type { ProfileMessages } from './profile.js';

type Limit = Violation['limit'];

const invalid = 'This value isn’t valid.';
const unprintable = 'Remove the unprintable characters.';

/** How a typed value has to look. Kinds that are chosen from a list need no text. */
const formats: Partial<Record<FieldKind, string>> = {
  text: unprintable,
  multiline: unprintable,
  list: unprintable,
  email: 'Enter an email address, like name@example.com.',
  phone: 'Enter a phone number with its country code, like +12125550100.',
  username: 'Use only letters, numbers, and . _ - +. It can’t be an email address or a phone number.',
  url: 'Enter a web address, like https://example.com.',
  picture: 'Enter an image URL that starts with https://.',
  date: 'Enter a full date.',
  number: 'Enter a number.',
};

const characters = (limit: Limit) => plural(Number(limit), { one: '# character', other: '# characters' });

const violations: Record<Violation['code'], (limit: Limit, kind: FieldKind) => string> = {
  required: () => 'This field is required.',
  'not-removable': () => 'This field can be changed but not cleared.',
  type: (_limit, kind) => formats[kind] ?? invalid,
  'too-short': (limit) => `Use at least ${characters(limit)}.`,
  'too-long': (limit) => `Use ${characters(limit)} or fewer.`,
  'too-small': (limit, kind) => (kind === 'date' ? `Choose ${limit} or later.` : `Enter ${limit} or more.`),
  'too-large': (limit, kind) => (kind === 'date' ? `Choose ${limit} or earlier.` : `Enter ${limit} or less.`),
  format: (_limit, kind) => formats[kind] ?? invalid,
  pattern: () => 'Use the format described below.',
  prohibited: (character) => `Remove this character: ${character}`,
  invisible: (text) => `Remove the invisible character after “${text}”, or type this again.`,
  'look-alike': (_limit, kind) =>
    kind === 'email'
      ? 'Some letters only look like the ones in this address. Type it again.'
      : 'Use letters from only one alphabet.',
  'no-country-code': () => 'Include the country code, like +12125550100.',
  'unknown-country-code': () => 'No country has this code. Check the digits after the plus sign.',
  extension: () => 'Enter the number without its extension.',
  'two-numbers': () => 'Enter only one phone number.',
  'number-length': () => 'This number has too few or too many digits. Check it.',
  choice: () => 'Choose from the list.',
  'too-many': (limit) => `Enter ${plural(Number(limit), { one: '# item', other: '# items' })} or fewer.`,
};

const refusals: Record<FieldProblem['code'], string> = {
  field_unknown: 'This field is no longer available.',
  field_locked: 'This field is now locked.',
  value_invalid: invalid,
  step_up_required: 'Sign in again to change this.',
  value_in_use: 'This is already in use. Try a different one.',
  value_refused: 'This value wasn’t accepted. Try a different one.',
  profile_too_large: 'There isn’t enough room for this in the profile. Shorten it.',
};

/** Problems that only a save meets. */
const saveProblems: Partial<Record<ProblemCode, string>> = {
  step_up_required: 'Sign in again to save this change.',
  body_too_large: 'That’s too much text to save. Shorten the longest field.',
  profile_changed: 'This profile changed while you were editing.',
  reason_required: enterReason,
};

type ConsequenceTexts = Record<FieldConsequence, (field: string, value: string) => string>;

const own: ConsequenceTexts = {
  'changes-sign-in': (field) => `${field}: you’ll use the new one to sign in.`,
  'verification-mail': (_field, value) =>
    `We’ll send a verification email to ${value}. Use the link in it to verify your address.`,
  'ends-sessions': () => 'You’ll be signed out everywhere else, and may need to sign in again here.',
};

const theirs: ConsequenceTexts = {
  'changes-sign-in': (field) => `${field}: they’ll use the new one to sign in.`,
  'verification-mail': (_field, value) => `We’ll send a verification email to ${value}.`,
  'ends-sessions': () => 'They’ll be signed out everywhere.',
};

/** For someone who edits another person's profile. A reason that isn't here reads the same for both. */
const theirReasons: Partial<ProfileMessages['reasons']> = {
  'refreshed-at-login': (source, changer) =>
    `Managed by ${source} and updated each time they sign in. ${changer}`,
  'sign-in-identifier': (_source, changer) => `They use this to sign in. ${changer}`,
  'invited-address': (_source, changer) => `They were invited with this email address. ${changer}`,
  'shared-user': (_source, changer) =>
    `They belong to more than one organization, and a change would affect all of them. ${changer}`,
  'not-allowed': (_source, changer) =>
    `Your organization doesn’t allow changing this for other people. ${changer}`,
};

const theirChangers: Partial<ProfileMessages['changers']> = {
  person: 'They can change it themselves.',
  inviter: 'To use a different address, invite them again.',
};

export const editing = {
  auditReason: 'Reason for this change',
  signInAndSave: 'Sign in and save',
  unsavedField: 'Unsaved',
  notSavedYet: 'Not saved yet. Review your changes and save.',
  saved: 'Changes saved.',
  partlySaved: (fields: string) => `Saved ${fields}. Your other changes weren’t saved. Try again.`,
  theirReasons,
  theirChangers,
  conflict: {
    title: (field: string) => `${field} changed while you were editing`,
    stored: 'Current value',
    mine: 'Your change',
    keepMine: 'Keep my change',
    useStored: 'Use current value',
    choose: 'Choose which value to keep before you save.',
  },
  followsNames: 'Follows the first and last name until you change it.',
  upload: {
    remove: 'Remove',
    removePhoto: 'Remove photo',
    choose: 'Upload photo…',
    running: 'Uploading photo',
    cancel,
    faults: {
      type: 'Choose a PNG, JPEG, WebP, GIF, or AVIF image.',
      size: 'Choose an image that’s 5 MB or smaller.',
      host: 'Couldn’t upload the photo. Try again.',
    },
  },
  consequences: {
    own,
    theirs,
    signInFirst: 'You’ll sign in again first. We’ll save your changes when you’re back.',
  },
  /** After a sign-in, in place of the changes from before it. */
  lostDraft: {
    expired: 'Your changes weren’t saved because signing in took too long. Enter them again.',
    'other-account':
      'Your changes weren’t saved because you signed in with a different account or to a different organization.',
  },
  displaced: 'This field is now locked, so your change wasn’t saved:',
  dismiss: 'Dismiss',
  violations,
  /** In a list, which item the text is about. */
  inItem: (item: string, text: string) => `“${item}”: ${text}`,
  saveProblems,
  refusals,
};

export type EditingMessages = typeof editing;
