/** The account section: password, sessions, export and deletion, in English. */
import type { DeletionStep } from '../../contract/account.js';
import type { ProblemCode } from '../../contract/problem.js';
import type { Consequence } from '../../policy/operations.js';
import type { ConnectionClass, LockReason } from '../../policy/vocabulary.js';
import {
  blockedReset,
  borrowedSession,
  cancel,
  cantRightNow,
  days,
  downloadReceipt,
  lastAdmin,
  notAvailable,
  partMissing,
  plural,
  reference,
  seconds,
  sessionsNotAvailable,
  sharedUser,
  signInAgain,
  signInToContinue,
  typeExactly,
  typeToConfirm,
  justNow,
} from './common.js';

type Reasons = Partial<Record<LockReason, (source: string, connectionClass: ConnectionClass) => string>>;

const reasons: Reasons = {
  'recreated-at-login': (source, connectionClass) =>
    connectionClass === 'social'
      ? `Your account would be re-created the next time you sign in with ${source}. To leave, ask an admin to remove you.`
      : `${source} would re-create your account the next time you sign in. Ask your IT team to remove it there.`,
  'last-admin': () =>
    'One of your organizations would be left without an admin. Make someone else an admin first.',
  'delegated-session': () => borrowedSession,
  'shared-user': () => `${sharedUser} They can do it themselves.`,
  blocked: () => blockedReset,
  'managed-by-connection': (source) => `Managed by ${source}. You can do this there.`,
  'not-allowed': () => 'Your organization doesn’t allow this. Ask an admin.',
};

/** For someone who looks at another person's profile. A reason that isn't here reads the same for both. */
const theirReasons: Reasons = {
  'last-admin': () => lastAdmin,
  'recreated-at-login': (source, connectionClass) =>
    connectionClass === 'social'
      ? `Their account would be re-created the next time they sign in with ${source}. Block them instead.`
      : `${source} would re-create their account the next time they sign in. Ask your IT team to remove it there.`,
  'managed-by-connection': (source) => `Managed by ${source}.`,
  'not-allowed': () => 'Your organization doesn’t allow this for other people.',
};

const consequences: Record<Consequence, string> = {
  'mail-to-address': 'We’ll send an email to the account’s address.',
  'password-unchanged-until-used': 'The password doesn’t change until the link is used.',
  'ends-other-sessions': 'You’ll be signed out everywhere else.',
  'ends-all-sessions': 'You’ll be signed out everywhere, including here.',
  'removes-account': 'Your account and profile will be permanently deleted. This can’t be undone.',
  'removes-memberships': 'You’ll leave every organization you belong to.',
  'removes-linked-identities': 'Other sign-in methods linked to your account will be deleted too.',
  'erases-product-data': 'Your data in this product will be erased first.',
  'keeps-other-systems': 'Data about you in other systems and backups won’t be deleted.',
};

const done: Record<DeletionStep, string> = {
  'product-data': 'Product data erased',
  account: 'Account deleted',
  'linked-identities': 'Linked sign-in methods deleted',
  memberships: 'Left all organizations',
  sessions: 'Signed out everywhere',
};

/** Problems that only an operation meets. */
const problems: Partial<Record<ProblemCode, string>> = {
  step_up_required: `${signInAgain} You’ll come back to this page.`,
  operation_locked: cantRightNow,
  outcome_unknown: 'We don’t know whether the email was sent. Check the inbox before you send another.',
  feature_unavailable: notAvailable,
  erasure_failed: 'We couldn’t erase your data, so nothing was deleted. Try again in a few minutes.',
};

export const account = {
  justNow,
  /** Next to a button that counts down. */
  again: (left: number) => `You can request another email in ${seconds(left)}.`,
  cancel,
  locked: cantRightNow,
  missing: partMissing,
  verify: {
    text: (email: string) => `${email} isn’t verified yet. Use the link in the email we sent.`,
    textFor: (email: string) =>
      `${email} isn’t verified yet. They need to use the link in the email we sent.`,
    action: 'Resend verification email',
    sent: (email: string) => `We sent an email to ${email}.`,
  },
  password: {
    title: 'Password',
    text: (organization: string, email: string) =>
      `We’ll send a reset link from ${organization} to ${email}. Your password doesn’t change until you use it.`,
    textFor: (name: string, email: string) =>
      `We’ll send ${name} a reset link at ${email}. Their password doesn’t change until they use it.`,
    action: 'Send reset link',
    sent: (email: string) => `If ${email} can receive email, the link will arrive in a few minutes.`,
  },
  sessions: {
    title: 'Where you’re signed in',
    titleFor: 'Where they’re signed in',
    text: 'Browsers signed in to your account, in any organization.',
    textFor: 'Browsers signed in to their account, in any organization.',
    loading: 'Loading sessions',
    unavailable: sessionsNotAvailable,
    none: 'You’re not signed in anywhere else.',
    noneFor: 'No active sessions.',
    current: 'This browser',
    unknown: 'Unknown browser',
    /** `when`: “2 hours ago”, “yesterday”, or “May 12”. After a colon where a language has other prepositions for a date. */
    lastUsed: (when: string) => `Last active ${when}`,
    end: 'Sign out',
    endOf: (browser: string) => `Sign out of ${browser}`,
    endOthers: 'Sign out everywhere else',
    endAll: 'Sign out everywhere',
    ended: 'Session ended.',
    endedOthers: 'Signed out everywhere else.',
    endedAll: 'Signed out everywhere.',
  },
  export: {
    title: 'Your data',
    text: 'Download a copy of your profile data.',
    json: 'Download as JSON',
    html: 'Download as a web page',
    running: 'Preparing your download…',
    done: 'Your download is ready.',
  },
  deletion: {
    dangerZone: 'Danger zone',
    notOffered: 'You can’t delete this account here.',
    title: 'Delete account',
    text: 'Permanently delete your account in every organization you belong to.',
    action: 'Delete account…',
    checking: 'Checking what will be deleted…',
    organizations: (name: string, others: number) =>
      others === 0
        ? `You’ll leave ${name}.`
        : plural(others, {
            one: (number) => `You’ll leave ${name} and ${number} other organization.`,
            other: (number) => `You’ll leave ${name} and ${number} other organizations.`,
          }),
    delay: (count: number) =>
      `Your account will be deleted in ${days(count)}. You can cancel here until then.`,
    phrase: typeToConfirm,
    word: 'delete',
    confirm: 'Delete account',
    confirming: 'Deleting…',
    mismatch: typeExactly,
    signIn: signInToContinue,
    signInText: 'To delete your account, sign in again first. You’ll come back to this page.',
    signInTooLate: 'Your account wasn’t deleted because signing in took too long. Start again.',
    receiptTitle: 'Your account was deleted',
    notDone: 'Data about you in other systems and backups wasn’t deleted.',
    tokensUntil: (when: string) => `Some apps may stay signed in until ${when}.`,
    receiptId: reference,
    saveReceipt: downloadReceipt,
    leave: 'Continue',
  },
  reveal: {
    action: (field: string) => `Show ${field}`,
    done: (field: string) => `${field} is now shown. This was added to the activity log.`,
  },
  pendingDeletion: {
    title: (when: string) => `Your account will be deleted on ${when}.`,
    text: 'Until then, you can keep using it or cancel the deletion.',
    keep: 'Keep my account',
    keeping: 'Canceling deletion…',
  },
  problems,
  reasons,
  theirReasons,
  consequences,
  done,
};

export type AccountMessages = typeof account;
