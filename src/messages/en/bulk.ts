/** Bulk actions and the export of the list, in English. */
import type { BulkItem, BulkOperation, BulkRefusal } from '../../contract/bulk.js';
import {
  borrowedSession,
  cancel,
  close,
  continueIn,
  members,
  openApps,
  plural,
  reasonHelp,
  rolesAbove,
  signInAgain,
  signInToContinue,
  typeExactly,
  typeToConfirm,
  formatted,
} from './common.js';

/** How many of the members it was done for. */
const doneOf = (done: number, of: number) =>
  done === of ? members(of) : `${formatted(done)} of ${members(of)}`;

interface OperationTexts {
  /** The title of the dialog: a question. `count` is the number of members. */
  readonly title: (count: number) => string;
  readonly confirm: (count: number) => string;
  /** The title while it is being done. */
  readonly running: (count: number) => string;
  /** The title when it has ended. `done` is the number of members for whom it was done. */
  readonly ended: (done: number, of: number) => string;
  /** What is said of a member for whom there is nothing to change. */
  readonly already?: string;
  readonly consequences: readonly string[];
  /** How long apps stay open. `until` is a time, or `null` if it isn’t known. */
  readonly openApps?: (until: string | null) => string;
}

const operations: Record<BulkOperation, OperationTexts> = {
  'password.reset': {
    title: (count) => `Send a password reset email to ${members(count)}?`,
    confirm: (count) => plural(count, { one: 'Send email', other: 'Send emails' }),
    running: (count) =>
      plural(count, {
        one: 'Sending a password reset email to # member…',
        other: 'Sending password reset emails to # members…',
      }),
    ended: (done, of) => `Password reset emails sent to ${doneOf(done, of)}`,
    consequences: ['We’ll email each of them a reset link. Passwords don’t change until the links are used.'],
  },
  'member.block': {
    title: (count) => `Block ${members(count)}?`,
    confirm: (count) => `Block ${members(count)}`,
    running: (count) => `Blocking ${members(count)}…`,
    ended: (done, of) => `${doneOf(done, of)} blocked`,
    already: 'Already blocked.',
    consequences: ['They won’t be able to sign in, including with SSO.', 'They’ll be signed out everywhere.'],
    openApps,
  },
  'member.unblock': {
    title: (count) => `Unblock ${members(count)}?`,
    confirm: (count) => `Unblock ${members(count)}`,
    running: (count) => `Unblocking ${members(count)}…`,
    ended: (done, of) => `${doneOf(done, of)} unblocked`,
    already: 'Not blocked.',
    consequences: ['They’ll be able to sign in again.'],
  },
  'member.revoke-access': {
    title: (count) => `Sign ${members(count)} out everywhere?`,
    confirm: (count) => `Sign out ${members(count)}`,
    running: (count) => `Signing ${members(count)} out everywhere…`,
    ended: (done, of) => `${doneOf(done, of)} signed out everywhere`,
    consequences: ['They’ll be signed out of every browser and app. They can sign in again.'],
    openApps,
  },
  'membership.remove': {
    title: (count) => `Remove ${members(count)} from the organization?`,
    confirm: (count) => `Remove ${members(count)}`,
    running: (count) => `Removing ${members(count)}…`,
    ended: (done, of) => `${doneOf(done, of)} removed`,
    consequences: [
      'They’ll lose access to this organization but keep their accounts.',
      'Anyone whose sign-in method adds members automatically will be back at their next sign-in.',
    ],
  },
  'user.delete': {
    title: (count) =>
      plural(count, { one: 'Delete the account of # member?', other: 'Delete the accounts of # members?' }),
    confirm: (count) => plural(count, { one: 'Delete account', other: 'Delete accounts' }),
    running: (count) =>
      plural(count, {
        one: 'Deleting the account of # member…',
        other: 'Deleting the accounts of # members…',
      }),
    ended: (done, of) => `Accounts of ${doneOf(done, of)} deleted`,
    consequences: [
      'Their accounts and profiles will be permanently deleted. This can’t be undone.',
      'Accounts that use SSO or a social provider are re-created at the next sign-in.',
    ],
  },
  'roles.assign': {
    title: (count) => `Change roles for ${members(count)}?`,
    confirm: () => 'Change roles',
    running: (count) => `Changing roles for ${members(count)}…`,
    ended: (done, of) => `Roles changed for ${doneOf(done, of)}`,
    consequences: ['Might not take effect until they sign in again.'],
  },
};

const states: Record<BulkItem['state'], string> = {
  allowed: 'Ready',
  waiting: 'Waiting',
  done: 'Done',
  refused: 'Skipped',
  failed: 'Failed',
};

/** Why a member is skipped. */
const reasons: Record<BulkRefusal, string> = {
  'managed-by-connection': 'Managed by their sign-in provider.',
  'refreshed-at-login': 'Would be overwritten at their next sign-in.',
  'directory-owned': 'Synced from a directory, which would overwrite it.',
  'sign-in-identifier': 'They use this to sign in.',
  'external-database': 'Their account is stored outside this product.',
  'invited-address': 'Must stay the address they were invited with.',
  'shared-user': 'They belong to more than one organization. You can remove them from this one.',
  'not-allowed': 'Your organization doesn’t allow this.',
  'connection-not-enabled': 'Their account’s own sign-in method isn’t available in your organization.',
  masked: 'Part of this is hidden from you.',
  'unreadable-value': 'Stored in an unexpected format.',
  'recreated-at-login': 'Their account would be re-created at their next sign-in. Block them instead.',
  blocked: 'They’re blocked, and this would unblock them.',
  'role-above-own': 'This role has permissions you don’t have.',
  'last-admin': 'The organization would be left without an admin.',
  'delegated-session': borrowedSession,
  'no-such-attribute': 'Doesn’t apply to their account.',
  'step-up-required': signInAgain,
  profile_not_found: 'No longer a member.',
  yourself: 'This is you. Bulk actions don’t include you.',
  'already-done': 'Nothing to change.',
};

export const bulk = {
  operations,
  reasons,
  states,
  notStarted: 'Not started',
  checking: 'Checking who this applies to…',
  allowed: (count: number) => `Applies to ${members(count)}.`,
  skipped: (count: number) => `${members(count)} will be skipped:`,
  noneApply: 'This doesn’t apply to any of the selected members.',
  reason: 'Reason',
  reasonHelp,
  phrase: typeToConfirm,
  word: 'delete',
  mismatch: typeExactly,
  signIn: signInToContinue,
  signInText: `${signInAgain} You’ll come back to this page.`,
  add: 'Add',
  remove: 'Remove',
  next: 'Next',
  chooseOne: 'Choose at least one role.',
  rolesAbove,
  progress: (done: number, of: number) => `${formatted(done)} of ${formatted(of)}`,
  keepsRunning: 'You can leave this page. This keeps running.',
  hide: 'Close',
  pause: 'Pause',
  pausing: 'Pausing…',
  paused: (done: number, of: number) => `Paused. ${formatted(done)} of ${formatted(of)}`,
  staysPaused: 'This stays paused until you resume it, for up to 24 hours.',
  resume: 'Resume',
  stop: 'Stop',
  stopping: 'Stopping…',
  show: 'Show progress',
  showResults: 'Show results',
  ended: (done: number, of: number) => `${formatted(done)} of ${members(of)} done.`,
  stopped: (done: number, of: number) => `Stopped. ${formatted(done)} of ${members(of)} done.`,
  resultsUnavailable: 'The results are no longer available. Check the member list for the current state.',
  retryFor: (count: number) => `Retry ${members(count)}`,
  partly: 'Some steps weren’t completed.',
  save: 'Download results',
  saveRest: 'Download incomplete',
  notListed: (count: number) => `${members(count)} more. The downloaded file lists everyone.`,
  cancel,
  close,
  wait: continueIn,
  export: {
    action: 'Export CSV',
    running: (count: number) => `Exporting… ${members(count)} so far`,
    done: (count: number) => `Exported ${members(count)}.`,
    cancel: 'Stop export',
  },
  file: {
    selected: (count: number) => `${members(count)} selected from the file.`,
    failed: 'Couldn’t read the file. Choose it again.',
    unreadable: 'This file has no “user_id” column. Choose a file with results that you downloaded here.',
    tooLong: (max: number) => `This file has too many lines. A bulk action can have up to ${members(max)}.`,
  },
  columns: ['name', 'email', 'user_id', 'result', 'detail'] as const,
};

export type BulkMessages = typeof bulk;
