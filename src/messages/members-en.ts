/** The texts of the list of people. Those of its parts come with them. */
import type { ClientProblemCode } from '../client/problem.js';
import type { memberFilters, MemberStatus } from '../contract/member.js';
import type { OperationOn } from '../policy/operations.js';
import type { ProblemKind } from './en.js';

const problems = {
  signInAgain: 'Your session has ended. Sign in again to go on.',
  seeFields: 'Some values need another look.',
  reloadPage: 'This page does not fit the member service. Reload it, or contact support.',
  tryLater: 'The member service has a problem at the moment. Try again in a few minutes.',
  offline: 'You are offline.',
  token_missing: 'You are not signed in.',
  step_up_required: 'This needs a fresh sign-in.',
  token_without_organization: 'Sign in to your organization to see its people.',
  token_not_a_person: 'Sign in with your own account.',
  user_blocked: 'Your account is blocked. Ask an admin of your organization.',
  profile_not_found: 'This person is not a member of your organization.',
  invitation_not_found: 'This invitation is not there any more.',
  bulk_run_not_found: 'What became of this is not known any more.',
  operation_locked: 'You may not do this at the moment.',
  reason_required: 'Say why you do this.',
  feature_unavailable: 'The sign-in service does not offer this.',
  invitation_refused: 'The sign-in service did not take this invitation.',
  rate_limited: 'Too many requests at the moment.',
  sign_in_required: 'Sign in to see your organization’s people.',
  sign_in_failed: 'Signing in did not work. Try again, or ask an admin of your organization.',
  proxy_unreachable: 'The member service cannot be reached. Check your connection and try again.',
} satisfies Record<ProblemKind, string> & Partial<Record<ClientProblemCode, string>>;

const statuses: Record<MemberStatus | 'active', string> = {
  active: 'Active',
  blocked: 'Blocked',
  'locked-out': 'Locked out',
  unverified: 'Email not verified',
};

/** The label of each operation, wherever it is offered or named. */
const operations: Record<OperationOn<'menu'>, string> = {
  'password.reset': 'Send password reset',
  'email.verify': 'Send verification email',
  'member.clear-lockout': 'Clear lockout',
  'member.unblock': 'Unblock',
  'member.mfa-reset': 'Reset sign-in methods',
  'roles.assign': 'Change roles',
  'member.revoke-access': 'Sign out everywhere',
  'member.block': 'Block',
  'membership.remove': 'Remove from organization',
  'user.delete': 'Delete account',
};

export const membersEn = {
  title: 'People',
  /** Of the whole organization; "1,000+" where nobody counts further. */
  count: (count: string, exact: boolean) => `${count}${exact ? '' : '+'}`,
  loading: 'Loading people',
  slow: 'No answer yet. The member service may not be reachable.',
  partMissing: 'A part of this page could not be loaded.',
  retry: 'Try again',
  signIn: 'Sign in',
  failedTitle: 'The people could not be loaded',
  signedOutTitle: 'You are signed out',
  notAllowedTitle: 'This page is for admins',
  notAllowed: 'You may not see these people. Ask an admin of your organization.',
  requestId: (id: string) => `Request ${id}`,
  stale: 'What is shown may be out of date.',
  wait: (left: number) => `Trying again in ${left} ${left === 1 ? 'second' : 'seconds'}.`,
  organization: 'Organization',
  exportCsv: 'Export CSV',
  invite: 'Invite people',
  sections: 'Sections',
  tabs: { members: 'Members', invitations: 'Invitations', activity: 'Activity' },
  search: 'Search name or email',
  role: 'Role',
  anyRole: 'Any role',
  connection: 'Sign-in',
  anyConnection: 'Any sign-in',
  status: 'Status',
  anyStatus: 'Any status',
  filters: { active: 'Active', blocked: 'Blocked', unverified: 'Email not verified' } as Record<
    (typeof memberFilters)[number],
    string
  >,
  clearFilters: 'Clear filters',
  columns: {
    select: 'Select everybody on this page',
    person: 'Person',
    roles: 'Roles',
    connection: 'Sign-in',
    lastLogin: 'Last seen',
    status: 'Status',
    actions: 'Actions',
  },
  select: (name: string) => `Select ${name}`,
  actionsFor: (name: string) => `Actions for ${name}`,
  open: 'Open',
  you: 'You',
  nameless: 'No name',
  none: '—',
  unknown: 'Not known yet',
  never: 'Never',
  changed: 'Changed',
  statuses,
  operations,
  /** The label of a menu item or button that opens a dialog. */
  opensDialog: (label: string) => `${label}…`,
  selected: (count: number) => `${count} selected`,
  clearSelection: 'Clear selection',
  actionsForSelected: 'Actions for those selected',
  empty: 'Nobody is here yet',
  emptyText: 'People you invite appear here as soon as they have accepted.',
  noMatch: 'Nobody matches',
  noMatchText: 'Search looks at the beginning of names and email addresses.',
  cut: 'The first 1,000 are shown. Narrow the search to find others.',
  range: (first: string, last: string, total: string | null) =>
    total === null ? `${first}–${last}` : `${first}–${last} of ${total}`,
  pageSize: 'Rows',
  previous: 'Previous',
  next: 'Next',
  problems: problems as Record<ProblemKind, string> & Partial<Record<ClientProblemCode, string>>,
};

export type MembersMessages = typeof membersEn;
