/** The texts of the account's own operations. They come with that part of the element, when it is needed. */
import type { DeletionStep } from '../contract/account.js';
import type { ProblemCode } from '../contract/problem.js';
import type { Consequence } from '../policy/operations.js';
import type { LockReason } from '../policy/vocabulary.js';

/** Of an operation: why it is locked, and who can do something about it. */
const reasons: Partial<Record<LockReason, (source: string) => string>> = {
  'recreated-at-login': (source) =>
    `Your account comes from ${source} and would be created again the next time you sign in. Ask your IT team to remove it there.`,
  'last-admin': () =>
    'Nobody else can manage the people of an organization you belong to. Make somebody else an admin first.',
  'delegated-session': () => 'Somebody else is acting with your session. Sign in yourself to do this.',
  'shared-user': () =>
    'This person uses other organizations too, which this would reach. They can do this themselves.',
  blocked: () => 'This person is blocked, and a new password would lift the block. Unblock them first.',
  'managed-by-connection': (source) => `This is looked after by ${source}, and is done there.`,
  'not-allowed': () => 'Your organization does not let you do this. Ask an admin of your organization.',
};

/** To somebody who looks at another person's profile. What is not here reads the same for both. */
const theirReasons: typeof reasons = {
  'last-admin': () =>
    'Nobody else could manage the people of your organization afterwards. Make somebody else an admin first.',
  'recreated-at-login': (source) =>
    `Their account comes from ${source} and would be created again the next time they sign in. Your IT team can remove it there.`,
  'not-allowed': () => 'Your organization does not let you do this for others.',
};

const consequences: Record<Consequence, string> = {
  'mail-to-address': 'A mail goes to the address of the account.',
  'password-unchanged-until-used': 'Nothing changes before its link is used.',
  'ends-other-sessions': 'You are signed out everywhere else.',
  'ends-all-sessions': 'You are signed out everywhere, here too.',
  'removes-account': 'Your account and everything in your profile are deleted. This cannot be undone.',
  'removes-memberships': 'You leave every organization you belong to.',
  'erases-product-data': 'The data the product keeps about you is erased first.',
  'keeps-other-systems': 'What other systems and backups hold about you is not deleted by this.',
};

const done: Record<DeletionStep, string> = {
  'product-data': 'Product data erased',
  account: 'Account deleted',
  memberships: 'Memberships ended',
  sessions: 'Sessions ended',
};

/** What only an operation meets. */
const problems: Partial<Record<ProblemCode, string>> = {
  step_up_required: 'This needs a fresh sign-in. You come back to this page.',
  operation_locked: 'You cannot do this at the moment.',
  feature_unavailable: 'The sign-in service does not offer this.',
  erasure_failed: 'Your data could not be erased, so nothing was deleted. Try again in a few minutes.',
};

export const accountEn = {
  /** After a button that counts down. */
  again: (left: number) => `You can ask for another one in ${left} ${left === 1 ? 'second' : 'seconds'}.`,
  cancel: 'Cancel',
  locked: 'This cannot be done at the moment.',
  missing: 'A part of this page could not be loaded.',
  verify: {
    title: 'Verify your email',
    text: (email: string) => `${email} is not verified yet. Use the link in the mail we sent there.`,
    textFor: (email: string) => `${email} is not verified yet. The link in the mail we sent there does that.`,
    action: 'Send another mail',
    sent: (email: string) => `A mail is on its way to ${email}.`,
  },
  password: {
    title: 'Password',
    text: (organization: string, email: string) =>
      `To change your password, get a mail from ${organization} at ${email}. Nothing changes before you use the link in it.`,
    textFor: (name: string, email: string) =>
      `${name} gets a mail at ${email}. Nothing changes before its link is used.`,
    action: 'Send a mail to change the password',
    sent: (email: string) => `If ${email} can receive mail, a link is on its way.`,
  },
  sessions: {
    title: 'Where you are signed in',
    titleFor: 'Where they are signed in',
    text: 'Every browser that is signed in with your account, in any organization.',
    textFor: 'Every browser that is signed in with their account, in any organization.',
    loading: 'Loading your sessions',
    unavailable: 'Sessions are not shown here: the sign-in service does not offer it.',
    none: 'No other browser is signed in.',
    noneFor: 'They are signed in nowhere.',
    current: 'This browser',
    unknown: 'Unknown browser',
    lastUsed: (when: string) => `Last used ${when}`,
    end: 'Sign out',
    endOf: (browser: string) => `Sign out ${browser}`,
    endOthers: 'Sign out everywhere else',
    endAll: 'Sign out everywhere',
    ended: 'Signed out there.',
    endedOthers: 'Signed out everywhere else.',
    endedAll: 'Signed out everywhere.',
  },
  export: {
    title: 'Your data',
    text: 'Everything this page may show about you, to keep or to take elsewhere.',
    json: 'Download as data (JSON)',
    html: 'Download as a page',
    running: 'Collecting your data…',
    done: 'Your download is ready.',
  },
  deletion: {
    title: 'Delete account',
    text: 'Deletes your account in every organization you belong to.',
    action: 'Delete my account…',
    checking: 'Checking what this would do…',
    organizations: (name: string, others: number) =>
      others === 0
        ? `You leave ${name}.`
        : `You leave ${name} and ${others} other ${others === 1 ? 'organization' : 'organizations'}.`,
    delay: (days: number) =>
      `Nothing is deleted for ${days} ${days === 1 ? 'day' : 'days'}: until then you can change your mind here.`,
    phrase: (phrase: string) => `Type “${phrase}” to confirm`,
    word: 'delete',
    confirm: 'Delete account',
    confirming: 'Deleting…',
    mismatch: (phrase: string) => `This has to read “${phrase}”.`,
    signIn: 'Sign in again to go on',
    signInText: 'Deleting an account needs a fresh sign-in. You come back to this page.',
    receiptTitle: 'Your account is deleted',
    notDone: 'What other systems and backups hold about you was not deleted by this.',
    tokensUntil: (when: string) => `Something you were signed in to may still accept you until ${when}.`,
    receiptId: (id: string) => `Receipt ${id}`,
    saveReceipt: 'Save the receipt',
    leave: 'Continue',
  },
  reveal: {
    action: (field: string) => `Reveal ${field}`,
    done: (field: string) => `${field} is shown in full. It is noted that you looked.`,
  },
  pendingDeletion: {
    title: (when: string) => `Your account will be deleted on ${when}.`,
    text: 'Until then you can use it as before, and change your mind.',
    keep: 'Keep my account',
    keeping: 'Taking it back…',
  },
  problems,
  reasons,
  theirReasons,
  consequences,
  done,
};

export type AccountMessages = typeof accountEn;
