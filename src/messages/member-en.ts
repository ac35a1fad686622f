/** The texts about one member. They come with that part of the element, when somebody opens a member or does something to one. */
import type {
  ComeBack,
  DeprovisionStep,
  MemberReceipt,
  MemberStatus,
  ReceiptStep,
} from '../contract/member.js';
import type { ConnectionClass, LockReason } from '../policy/vocabulary.js';

/** `source` is what people call the connection: "Globex SSO". */
type Sourced = (source: string) => string;

const times = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

const statuses: Record<MemberStatus, string> = {
  blocked: 'Blocked',
  'locked-out': 'Locked out',
  unverified: 'Not verified',
};

const reasons = {
  'shared-user': () =>
    'They use other organizations too, which this would reach. You can remove them from yours.',
  blocked: () => 'They are blocked, and a new password would lift the block. Unblock them first.',
  'last-admin': () =>
    'Nobody else could manage the people of your organization afterwards. Make somebody else an admin first.',
  'role-above-own': () => 'It lets somebody do more than you may.',
  'delegated-session': () => 'Somebody else is acting with your session. Sign in yourself to do this.',
  'managed-by-connection': (source) => `This is looked after by ${source}.`,
  'recreated-at-login': (source) => `${source} would create the account again at the next sign-in.`,
  'not-allowed': () => 'Your organization does not let you do this.',
} satisfies Partial<Record<LockReason, Sourced>>;

interface OperationWords {
  /** As it is spoken of. */
  readonly name: string;
  /** On the button of the page, where the person is known. */
  readonly action: string;
  /** What it does, in one line. */
  readonly about: string;
  /** Title and button of the dialog: the verb, and whom. */
  readonly title: (name: string) => string;
  readonly done: (name: string) => string;
  /** With an operation of the ladder the plan says them. */
  readonly consequences: readonly string[];
}

const operations = {
  'password.reset': {
    name: 'Send password reset',
    action: 'Send password reset…',
    about: 'They get a mail with a link to a new password.',
    title: (name) => `Send a password reset to ${name}`,
    done: (name) => `If ${name} can receive mail, a link is on its way.`,
    consequences: [
      'A mail with a link goes to their address.',
      'Nothing changes before they use the link.',
      'The link is shown to nobody else, you included.',
    ],
  },
  'email.verify': {
    name: 'Send verification again',
    action: 'Send verification again…',
    about: 'Their address is not verified yet. They get another mail with a link.',
    title: (name) => `Send a verification to ${name}`,
    done: (name) => `A mail is on its way to ${name}.`,
    consequences: ['A mail with a link goes to their address.', 'Nothing changes before they use the link.'],
  },
  'member.clear-lockout': {
    name: 'Clear lockout',
    action: 'Clear lockout…',
    about: 'Too many wrong passwords keep them out. This lets them try again.',
    title: (name) => `Clear the lockout of ${name}`,
    done: (name) => `${name} can try to sign in again.`,
    consequences: [
      'They can try their password again at once.',
      'Where they are blocked, they stay blocked.',
    ],
  },
  'member.unblock': {
    name: 'Unblock',
    action: 'Unblock…',
    about: 'Somebody has blocked them. This lets them sign in again.',
    title: (name) => `Unblock ${name}`,
    done: (name) => `${name} can sign in again.`,
    consequences: [
      'They can sign in again.',
      'A lockout after too many wrong passwords stays: it is cleared by itself.',
    ],
  },
  'member.mfa-reset': {
    name: 'Reset sign-in methods',
    action: 'Reset sign-in methods…',
    about: 'For somebody who has lost their phone or key: they set up a second step anew.',
    title: (name) => `Reset the sign-in methods of ${name}`,
    done: (name) => `${name} sets up a second step at the next sign-in.`,
    consequences: [
      'Browsers that were trusted are asked again.',
      'Until they set up a new one, their password alone is enough where no second step is demanded.',
    ],
  },
  'member.revoke-access': {
    name: 'Sign out everywhere',
    action: 'Sign out everywhere…',
    about: 'Ends their sessions and refresh tokens. They can sign in again.',
    title: (name) => `Sign out ${name}`,
    done: (name) => `${name} is signed out.`,
    consequences: [],
  },
  'member.block': {
    name: 'Block',
    action: 'Block…',
    about: 'They cannot sign in until somebody unblocks them. Nothing of theirs is lost.',
    title: (name) => `Block ${name}`,
    done: (name) => `${name} is blocked.`,
    consequences: [],
  },
  'membership.remove': {
    name: 'Remove from the organization',
    action: 'Remove from the organization…',
    about: 'They lose access to your organization. Their account stays.',
    title: (name) => `Remove ${name}`,
    done: (name) => `${name} is not a member any more.`,
    consequences: [],
  },
  'user.delete': {
    name: 'Delete account',
    action: 'Delete account…',
    about: 'Their account and profile are deleted. This cannot be undone.',
    title: (name) => `Delete ${name}`,
    done: (name) => `The account of ${name} is deleted.`,
    consequences: [],
  },
} satisfies Record<string, OperationWords>;

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

const comesBack: Record<ComeBack, Sourced> = {
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

const beyond: Record<MemberReceipt['beyond'][number], string> = {
  'issued-access-tokens': 'Access tokens that are already out: they run out by themselves.',
  'application-sessions': 'Sessions an app keeps by itself: they end when the app asks again.',
  'other-organizations': 'Other organizations they belong to.',
};

const signsInWith: Record<ConnectionClass, Sourced> = {
  database: () => 'signs in with a password',
  passwordless: () => 'signs in with a code',
  enterprise: (source) => `signs in with ${source}`,
  social: (source) => `signs in with ${source}`,
};

/** By Auth0's own word; one that is not here is shown as it is. */
const methods: Readonly<Record<string, string>> = {
  password: 'Password',
  totp: 'Authenticator app',
  phone: 'Phone',
  email: 'Email code',
  'email-verification': 'Email verification',
  push: 'Push notification',
  guardian: 'Guardian app',
  passkey: 'Passkey',
  'webauthn-platform': 'Device biometrics',
  'webauthn-roaming': 'Security key',
  'recovery-code': 'Recovery code',
};

const activities: Readonly<Record<string, string>> = {
  'profile.update': 'Profile edited',
  'field.reveal': 'Masked value revealed',
  'profile.export': 'Data exported',
  'profile.delete': 'Account deleted',
  'password.reset': 'Password reset sent',
  'email.verify': 'Verification sent',
  'sessions.revoke': 'Session ended',
  'member.block': 'Blocked',
  'member.unblock': 'Unblocked',
  'member.clear-lockout': 'Lockout cleared',
  'member.mfa-reset': 'Sign-in methods reset',
  'member.revoke-access': 'Signed out everywhere',
  'membership.remove': 'Removed from the organization',
  'user.delete': 'Account deleted',
  'roles.assign': 'Roles changed',
};

export const memberEn = {
  back: 'Back to the list',
  close: 'Close',
  cancel: 'Cancel',
  loading: 'Loading this person',
  untitled: 'Person without a name',
  you: 'You',
  gone: 'This person is not a member of your organization any more.',
  missing: 'A part of this page could not be loaded.',
  lastSeen: (when: string) => `Last seen ${when}`,
  neverSeen: 'Has never signed in',
  wait: (left: number) => `You can go on in ${times(left, 'second', 'seconds')}.`,
  statuses,
  signsInWith,
  reasons: reasons as Partial<Record<LockReason, Sourced>>,
  locked: 'This cannot be done at the moment.',
  profile: 'Profile',
  leaving: {
    title: 'Leave without saving?',
    text: 'What you typed into this profile is not saved.',
    stay: 'Go on editing',
    leave: 'Leave without saving',
  },
  roles: {
    title: 'Roles',
    none: 'No roles',
    change: 'Change roles…',
    inherited: (source: string) =>
      source === 'group' ? 'Through a group of the identity provider' : `Through ${source}`,
    dialog: {
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
  },
  security: {
    title: 'Sign-in security',
    loading: 'Reading sign-in methods',
    none: 'No second step is set up.',
    lockedOut: (identifiers: string) => `Locked out after too many wrong passwords: ${identifiers}.`,
    from: (ip: string) => `from ${ip}`,
    added: (when: string) => `set up ${when}`,
    used: (when: string) => `last used ${when}`,
    methods,
  },
  organizations: {
    title: 'Organizations',
    others: (count: number) => `and ${times(count, 'other', 'others')}, which are not named here`,
  },
  sessions: {
    title: 'Sessions',
    loading: 'Reading sessions',
    unavailable: 'Sessions are not shown here: the sign-in service does not offer it.',
    none: 'They are signed in nowhere.',
    unknown: 'Unknown browser',
    used: (when: string) => `last used ${when}`,
  },
  activity: {
    title: 'Activity',
    loading: 'Reading activity',
    none: 'Nothing was done here yet.',
    by: (name: string) => `by ${name}`,
    somebody: 'somebody',
    more: 'There is more: the Activity tab shows all of it.',
    actions: activities,
  },
  operations: {
    title: 'What you can do',
    none: 'Nothing can be done here by you.',
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
    words: operations as Record<keyof typeof operations, OperationWords>,
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

export type MemberMessages = typeof memberEn;
