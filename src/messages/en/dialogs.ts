/** The dialogs about one member, in English. */
import type { LevelOperation, OperationOn } from '../../policy/operations.js';
import type { DeprovisionStep, MemberReceipt, ReceiptStep, RegainPath } from '../../contract/member.js';
import {
  continueIn,
  downloadReceipt,
  enterReason,
  openApps,
  reasonHelp,
  reference,
  signInAgain,
  signInToContinue,
  typeExactly,
  typeToConfirm,
  working,
  undo,
  labeled,
} from './common.js';

/** `source` is the label of the connection: "Globex SSO". */
type Sourced = (source: string) => string;

interface QuestionTexts {
  /** The title of the dialog: a question. */
  readonly title: (name: string, organization: string) => string;
  /** The label of its button. */
  readonly confirm: string;
  readonly done: (name: string) => string;
  /** Empty if the de-provisioning plan lists them. */
  readonly consequences: readonly string[];
}

const questions: Record<Exclude<OperationOn<'menu'>, 'roles.assign'>, QuestionTexts> = {
  'password.reset': {
    title: (name) => `Send ${name} a password reset email?`,
    confirm: 'Send email',
    done: (name) => `If ${name} can receive email, the link will arrive in a few minutes.`,
    consequences: [
      'We’ll email them a reset link.',
      'Their password doesn’t change until they use it.',
      'No one else can see the link, including you.',
    ],
  },
  'email.verify': {
    title: (name) => `Send ${name} a verification email?`,
    confirm: 'Send email',
    done: (name) => `We sent ${name} a verification email.`,
    consequences: ['We’ll email them a new link.', 'Their email stays unverified until they use it.'],
  },
  'member.clear-lockout': {
    title: (name) => `Unlock sign-in for ${name}?`,
    confirm: 'Unlock',
    done: (name) => `${name} can try to sign in again.`,
    consequences: [
      'They can try their password again right away.',
      'If an admin blocked them, they stay blocked.',
    ],
  },
  'member.unblock': {
    title: (name) => `Unblock ${name}?`,
    confirm: 'Unblock',
    done: (name) => `${name} can sign in again.`,
    consequences: [
      'They’ll be able to sign in again.',
      'If they’re also locked out after too many wrong passwords, unlock their sign-in separately.',
    ],
  },
  'member.mfa-reset': {
    title: (name) => `Reset two-step verification for ${name}?`,
    confirm: 'Reset',
    done: (name) => `Two-step verification was reset for ${name}.`,
    consequences: [
      'Trusted browsers will ask for verification again.',
      'Until they set it up again, they may be able to sign in with only their password.',
    ],
  },
  'member.revoke-access': {
    title: (name) => `Sign ${name} out everywhere?`,
    confirm: 'Sign out',
    done: (name) => `${name} was signed out everywhere.`,
    consequences: [],
  },
  'member.block': {
    title: (name) => `Block ${name}?`,
    confirm: 'Block',
    done: (name) => `${name} was blocked.`,
    consequences: [],
  },
  'membership.remove': {
    title: (name, organization) => `Remove ${name} from ${organization}?`,
    confirm: 'Remove',
    done: (name) => `${name} was removed.`,
    consequences: [],
  },
  'user.delete': {
    title: (name) => `Delete ${name}’s account?`,
    confirm: 'Delete account',
    done: (name) => `${name}’s account was deleted.`,
    consequences: [],
  },
};

/** Above the button that does it. */
const recommendations: Record<LevelOperation, string> = {
  'membership.remove': 'We recommend removing them from your organization instead.',
  'member.revoke-access': 'We recommend signing them out everywhere instead.',
  'member.block': 'We recommend blocking them instead.',
  'user.delete': 'We recommend deleting their account instead.',
};

/** The button that does what is recommended. */
const instead: Record<LevelOperation, string> = {
  'membership.remove': 'Remove instead',
  'member.revoke-access': 'Sign out instead',
  'member.block': 'Block instead',
  'user.delete': 'Delete instead',
};

const steps: Record<DeprovisionStep, (source: string, federated: boolean, organization: string) => string> = {
  'remove-membership': (_source, _federated, organization) =>
    `They’ll lose access to ${organization}. Their account and other organizations aren’t affected.`,
  'block-account': (source, federated) =>
    federated ? `They won’t be able to sign in, including with ${source}.` : 'They won’t be able to sign in.',
  'end-sessions': () => 'They’ll be signed out of every browser.',
  'revoke-refresh-tokens': () => 'Apps will ask them to sign in again.',
  'revoke-invitations': () => 'Pending invitations to their email will be revoked.',
  'delete-account': () => 'Their account and profile will be permanently deleted. This can’t be undone.',
  'delete-linked-identities': () => 'Other sign-in methods linked to their account will be deleted too.',
};

const regainPaths: Record<RegainPath, Sourced> = {
  'joins-at-login': (source) =>
    `Anyone who signs in with ${source} becomes a member, so they’ll be back at their next sign-in.`,
  'recreated-at-login': (source) => `${source} will re-create the account at their next sign-in.`,
  directory: (source) => `The ${source} directory may re-create the account the next time it syncs.`,
  'pending-invitation': () => 'They have a pending invitation that would let them back in.',
};

const receiptSteps: Record<ReceiptStep, string> = {
  'remove-membership': 'Removed from organization',
  'block-account': 'Sign-in blocked',
  'end-sessions': 'Signed out of browsers',
  'revoke-refresh-tokens': 'Signed out of apps',
  'revoke-invitations': 'Pending invitations revoked',
  'delete-account': 'Account deleted',
  'delete-linked-identities': 'Linked sign-in methods deleted',
  'unblock-account': 'Unblocked',
  'clear-lockout': 'Sign-in unlocked',
  'remove-authenticator': 'Verification method removed',
  'forget-trusted-browsers': 'Trusted browsers cleared',
};

const notCovered: Record<MemberReceipt['notCovered'][number], (until: string | null) => string> = {
  'issued-access-tokens': openApps,
  'application-sessions': () => 'Apps that keep their own session stay signed in until they check again.',
  'other-organizations': () => 'Other organizations they belong to.',
};

export const dialogs = {
  checking: 'Checking what will change…',
  absent: 'This isn’t available for this person.',
  notLockedOut: 'They’re not locked out.',
  removed: (names: string) => `Removed: ${names}.`,
  openApps,
  regainTitle: 'How they could get back in',
  recommended: (why: string) => `Recommended instead of deleting. ${why}`,
  recommendations,
  instead,
  questions,
  running: working,
  undo,
  partly: (name: string) => `Some steps for ${name} weren’t completed.`,
  phrase: typeToConfirm,
  word: 'delete',
  mismatch: typeExactly,
  reason: 'Reason',
  reasonHelp,
  reasonMissing: enterReason,
  signIn: signInToContinue,
  signInText: `${signInAgain} You’ll come back to this step.`,
  wait: continueIn,
  rolesDialog: {
    title: (name: string) => `Change roles for ${name}`,
    legend: 'Roles in your organization',
    current: 'Current',
    next: 'New',
    none: 'None',
    unchanged: 'No changes yet.',
    effect: 'Might not take effect until they sign in again.',
    effectOwn: 'Might not take effect until you sign in again.',
    ownLoss:
      'You’re removing your own access. You can’t undo this yourself: another admin has to restore it.',
    changedByOthers: 'Someone else changed these roles. Review them before you continue.',
    added: (names: string) => `They added: ${names}`,
    removed: (names: string) => `They removed: ${names}`,
    confirm: 'Change roles',
    running: 'Changing roles…',
    done: 'Roles updated',
    empty: 'No roles available.',
  },
  plan: { steps, regainPaths },
  receipt: {
    title: (name: string) => `Receipt for ${name}`,
    done: 'Done',
    already: 'Already done',
    notDone: 'Not done',
    notCovered: 'Not affected',
    steps: receiptSteps,
    notCoveredItems: notCovered,
    /** A step that was taken several times, such as one for each verification method. */
    repeated: (step: string, count: number) => `${step} (${count})`,
    /** A step, and why it wasn’t taken. */
    failed: labeled,
    again: 'It’s safe to try again.',
    id: reference,
    view: 'View receipt',
    save: downloadReceipt,
  },
};

export type DialogMessages = typeof dialogs;
