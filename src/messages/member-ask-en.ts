/** The texts of the dialogs about one member. They come with the first question. */
import type { RegainPath, DeprovisionStep, MemberReceipt, ReceiptStep } from '../contract/member.js';
import type { OperationOn } from '../policy/operations.js';

/** `source` is what people call the connection: "Globex SSO". */
type Sourced = (source: string) => string;

interface DialogTexts {
  /** Title and button of the dialog: the verb, and whom. */
  readonly title: (name: string) => string;
  readonly done: (name: string) => string;
  /** With an operation of the ladder the plan says them. */
  readonly consequences: readonly string[];
}

const questions: Record<Exclude<OperationOn<'menu'>, 'roles.assign'>, DialogTexts> = {
  'password.reset': {
    title: (name) => `Send a password reset to ${name}`,
    done: (name) => `If ${name} can receive mail, a link is on its way.`,
    consequences: [
      'A mail with a link goes to their address.',
      'Nothing changes before they use the link.',
      'The link is shown to nobody else, you included.',
    ],
  },
  'email.verify': {
    title: (name) => `Send a verification to ${name}`,
    done: (name) => `A mail is on its way to ${name}.`,
    consequences: ['A mail with a link goes to their address.', 'Nothing changes before they use the link.'],
  },
  'member.clear-lockout': {
    title: (name) => `Clear the lockout of ${name}`,
    done: (name) => `${name} can try to sign in again.`,
    consequences: [
      'They can try their password again at once.',
      'Where they are blocked, they stay blocked.',
    ],
  },
  'member.unblock': {
    title: (name) => `Unblock ${name}`,
    done: (name) => `${name} can sign in again.`,
    consequences: [
      'They can sign in again.',
      'A lockout after too many wrong passwords stays: it is cleared by itself.',
    ],
  },
  'member.mfa-reset': {
    title: (name) => `Reset the sign-in methods of ${name}`,
    done: (name) => `${name} sets up a second step at the next sign-in.`,
    consequences: [
      'Browsers that were trusted are asked again.',
      'Until they set up a new one, their password alone is enough where no second step is demanded.',
    ],
  },
  'member.revoke-access': {
    title: (name) => `Sign out ${name}`,
    done: (name) => `${name} is signed out.`,
    consequences: [],
  },
  'member.block': {
    title: (name) => `Block ${name}`,
    done: (name) => `${name} is blocked.`,
    consequences: [],
  },
  'membership.remove': {
    title: (name) => `Remove ${name}`,
    done: (name) => `${name} is not a member any more.`,
    consequences: [],
  },
  'user.delete': {
    title: (name) => `Delete ${name}`,
    done: (name) => `The account of ${name} is deleted.`,
    consequences: [],
  },
};

const steps: Record<DeprovisionStep, (source: string, federated: boolean, organization: string) => string> = {
  'remove-membership': (_source, _federated, organization) =>
    `They leave ${organization}. Their account stays, and whatever else they belong to.`,
  'block-account': (source, federated) =>
    federated ? `Sign-in is refused from now on, through ${source} too.` : 'Sign-in is refused from now on.',
  'end-sessions': () => 'Their open sessions are ended.',
  'revoke-refresh-tokens': () => 'Their refresh tokens are ended: no app can renew its access.',
  'revoke-invitations': () => 'Invitations to their address that are still open are revoked.',
  'delete-account': () => 'The account and everything in the profile are deleted, for good.',
};

const comesBack: Record<RegainPath, Sourced> = {
  'joins-at-login': (source) =>
    `Whoever signs in with ${source} becomes a member: they come back with their next sign-in.`,
  'recreated-at-login': (source) => `${source} creates the account again at their next sign-in.`,
  directory: (source) => `The directory of ${source} writes the account again with its next change.`,
  'pending-invitation': () => 'An invitation to their address is still open, and lets them back in.',
};

const receiptSteps: Record<ReceiptStep, string> = {
  'remove-membership': 'Membership ended',
  'block-account': 'Sign-in blocked',
  'end-sessions': 'Sessions ended',
  'revoke-refresh-tokens': 'Refresh tokens ended',
  'revoke-invitations': 'Open invitations revoked',
  'delete-account': 'Account deleted',
  'unblock-account': 'Block lifted',
  'clear-lockout': 'Lockout cleared',
  'remove-authenticator': 'Sign-in method removed',
  'forget-trusted-browsers': 'Trusted browsers forgotten',
};

const beyond: Record<MemberReceipt['notCovered'][number], string> = {
  'issued-access-tokens': 'Access tokens that are already out: they run out by themselves.',
  'application-sessions': 'Sessions an app keeps by itself: they end when the app asks again.',
  'other-organizations': 'Other organizations they belong to.',
};

export const memberAskEn = {
  checking: 'Checking what this would do…',
  absent: 'This cannot be done for this person.',
  notLockedOut: 'They are not locked out: there is nothing to clear.',
  removed: (names: string) => `Removed: ${names}.`,
  tokens: 'Access tokens that are already out run out by themselves.',
  comesBack: 'What would bring them back',
  recommended: (why: string) => `Recommended over deleting: ${why}`,
  better: (title: string) => `Better: ${title}.`,
  instead: 'Do that instead',
  running: 'On its way…',
  partly: (name: string) => `Not everything was done for ${name}.`,
  phrase: (phrase: string) => `Type “${phrase}” to confirm`,
  word: 'delete',
  mismatch: (phrase: string) => `This has to read “${phrase}”.`,
  reason: 'Reason',
  reasonHelp: 'It is kept with the record of this change.',
  reasonMissing: 'Say why you do this.',
  signIn: 'Sign in again to go on',
  signInText: 'This needs a fresh sign-in. You come back to this question.',
  questions,
  rolesDialog: {
    title: (name: string) => `Change the roles of ${name}`,
    legend: 'Roles in your organization',
    now: 'Now',
    then: 'Afterwards',
    none: 'None',
    unchanged: 'Nothing has been changed yet.',
    effect: 'It takes effect with their next access token.',
    ownLoss:
      'You take this away from yourself. What only it lets you do ends with your next access token, and you cannot undo that yourself: somebody else has to give it back.',
    meanwhile: 'Somebody else has changed these roles meanwhile. Look again before you go on.',
    given: (names: string) => `Given by them: ${names}.`,
    taken: (names: string) => `Taken away by them: ${names}.`,
    confirm: 'Change roles',
    running: 'Changing roles…',
    done: 'The roles are changed.',
    empty: 'There are no roles to give.',
  },
  plan: { steps, comesBack },
  receipt: {
    done: 'Done',
    already: 'Was so already',
    notDone: 'Not done',
    beyond: 'What this does not reach',
    steps: receiptSteps,
    beyondSteps: beyond,
    again: 'It is safe to try again.',
    id: (id: string) => `Receipt ${id}`,
    save: 'Save the receipt',
  },
};

export type MemberAskMessages = typeof memberAskEn;
