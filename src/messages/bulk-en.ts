/** The texts about doing something to many people at once. They come with that part of the element. */
import type { BulkItem, BulkOperation } from '../contract/bulk.js';

const people = (count: number) => `${count} ${count === 1 ? 'person' : 'people'}`;

interface OperationWords {
  readonly title: (who: string) => string;
  readonly confirm: (who: string) => string;
  readonly consequences: readonly string[];
}

const operations: Record<BulkOperation, OperationWords> = {
  'password.reset': {
    title: (who) => `Send a password reset to ${who}`,
    confirm: (who) => `Send to ${who}`,
    consequences: ['Each gets a mail with a link. Nothing changes before it is used.'],
  },
  'member.block': {
    title: (who) => `Block ${who}`,
    confirm: (who) => `Block ${who}`,
    consequences: [
      'Nobody of them can sign in from now on, through single sign-on neither.',
      'Their sessions and refresh tokens are ended.',
      'Access tokens that are already out run out by themselves.',
    ],
  },
  'member.unblock': {
    title: (who) => `Unblock ${who}`,
    confirm: (who) => `Unblock ${who}`,
    consequences: ['They can sign in again.'],
  },
  'member.revoke-access': {
    title: (who) => `Sign out ${who} everywhere`,
    confirm: (who) => `Sign out ${who}`,
    consequences: [
      'Their sessions and refresh tokens are ended. They can sign in again.',
      'Access tokens that are already out run out by themselves.',
    ],
  },
  'membership.remove': {
    title: (who) => `Remove ${who} from the organization`,
    confirm: (who) => `Remove ${who}`,
    consequences: [
      'They lose access to this organization. Their accounts stay.',
      'Whoever signs in through a connection that lets everybody in comes back with the next sign-in.',
    ],
  },
  'user.delete': {
    title: (who) => `Delete the accounts of ${who}`,
    confirm: (who) => `Delete ${who}`,
    consequences: [
      'Their accounts and profiles are deleted. This cannot be undone.',
      'An account that comes from a company’s or a social sign-in is created again at the next sign-in.',
    ],
  },
  'roles.assign': {
    title: (who) => `Change the roles of ${who}`,
    confirm: (who) => `Change the roles of ${who}`,
    consequences: ['It takes effect with each person’s next access token.'],
  },
};

const states: Record<BulkItem['state'], string> = {
  allowed: 'Can be done',
  waiting: 'Waiting',
  done: 'Done',
  refused: 'Left out',
  failed: 'Failed',
};

/** Why somebody is left out. */
const reasons: Record<NonNullable<BulkItem['reason']>, string> = {
  'managed-by-connection': 'This is looked after by their company’s or social sign-in.',
  'refreshed-at-login': 'Their next sign-in would overwrite it.',
  'directory-owned': 'It is kept in step with a directory, which would write it again.',
  'sign-in-identifier': 'They sign in with this.',
  'external-database': 'Their account is kept in a directory outside this product.',
  'invited-address': 'It must stay the address that was invited.',
  'shared-user':
    'They use other organizations too, which this would reach. Removing them from this one is possible.',
  'not-allowed': 'You may not do this to them.',
  masked: 'You do not see the whole of it.',
  'recreated-at-login': 'Their next sign-in would create the account again. Block them instead.',
  blocked: 'They are blocked, which this would undo.',
  'role-above-own': 'The role lets somebody do more than you may.',
  'last-admin': 'Nobody else could manage the organization afterwards.',
  'delegated-session': 'Somebody else is acting with your session.',
  'no-such-attribute': 'There is nothing of the kind for them.',
  'step-up-required': 'This needs a fresh sign-in.',
  profile_not_found: 'They are no member any more.',
};

export const bulkEn = {
  reasons,
  people,
  operations,
  states,
  checking: 'Checking for whom this is allowed…',
  allowed: (count: number) => `This can be done for ${people(count)}.`,
  leftOut: (count: number) => `${people(count)} will be left out:`,
  nobody: 'This can be done for nobody of those you selected.',
  reason: 'Reason',
  reasonHelp: 'It is kept with the record of this change.',
  phrase: (phrase: string) => `Type “${phrase}” to confirm`,
  word: 'delete',
  mismatch: (phrase: string) => `This has to read “${phrase}”.`,
  signIn: 'Sign in again to go on',
  signInText: 'This needs a fresh sign-in. You come back to this page.',
  give: 'Give',
  take: 'Take away',
  next: 'Next',
  chooseOne: 'Choose at least one role.',
  rolesAbove: 'Roles that can do more than you are not offered.',
  progress: (done: number, of: number) => `${done} of ${of}`,
  goesOn: 'You can leave this page: it goes on by itself.',
  stop: 'Stop',
  stopping: 'Stopping…',
  ended: (done: number, of: number) => `Done for ${done} of ${people(of)}.`,
  stopped: (done: number, of: number) => `Stopped. Done for ${done} of ${people(of)}.`,
  lost: 'How this run ended is not known any more. The list shows what is the case now.',
  retry: 'Try the failed ones again',
  partly: 'Not everything worked for this person.',
  save: 'Save the results',
  cancel: 'Cancel',
  close: 'Close',
  wait: (left: number) => `You can go on in ${left} ${left === 1 ? 'second' : 'seconds'}.`,
  export: {
    action: 'Export CSV',
    running: (count: number) => `Exporting: ${people(count)} so far…`,
    done: (count: number) => `${people(count)} exported.`,
    cancel: 'Stop the export',
  },
  columns: ['name', 'email', 'user_id', 'result', 'detail'] as const,
};

export type BulkMessages = typeof bulkEn;
