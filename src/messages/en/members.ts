/** The member list, in English. */
import type { ClientProblemCode } from '../../client/problem.js';
import type { memberFilters, MemberStatus } from '../../contract/member.js';
import type { OperationOn } from '../../policy/operations.js';
import {
  accountBlocked,
  cantRightNow,
  checkFields,
  enterReason,
  notAvailable,
  notSignedIn,
  offline,
  outdatedPage,
  outcomeUnknown,
  partMissing,
  requestId,
  retry,
  seconds,
  sessionExpired,
  signedOut,
  signIn,
  signInAgain,
  signInFailed,
  tooManyRequests,
  tryLater,
  unreachable,
} from './common.js';
import type { ProblemKind } from './profile.js';

const problems: Record<ProblemKind, string> & Partial<Record<ClientProblemCode, string>> = {
  signInAgain: sessionExpired,
  seeFields: checkFields,
  reloadPage: outdatedPage,
  tryLater,
  offline,
  token_missing: notSignedIn,
  step_up_required: signInAgain,
  token_without_organization: 'Sign in to your organization to see its members.',
  token_not_a_person: 'Sign in with your own account.',
  user_blocked: accountBlocked,
  profile_not_found: 'This person isn’t a member of your organization.',
  invitation_not_found: 'This invitation no longer exists.',
  bulk_run_not_found: 'The results are no longer available.',
  operation_locked: cantRightNow,
  reason_required: enterReason,
  outcome_unknown: outcomeUnknown,
  feature_unavailable: notAvailable,
  invitation_refused: 'Couldn’t create the invitation.',
  rate_limited: tooManyRequests,
  sign_in_required: 'Sign in to see your organization’s members.',
  sign_in_failed: signInFailed,
  proxy_unreachable: unreachable,
};

const statuses: Record<MemberStatus, string> = {
  blocked: 'Blocked',
  'locked-out': 'Locked out',
  unverified: 'Email not verified',
};

const filters: Record<(typeof memberFilters)[number], string> = {
  active: 'Not blocked',
  blocked: statuses.blocked,
  unverified: statuses.unverified,
};

/** The label of each operation, wherever it is offered or named. */
const operations: Record<OperationOn<'menu'>, string> = {
  'password.reset': 'Send password reset',
  'email.verify': 'Send verification email',
  'member.clear-lockout': 'Unlock sign-in',
  'member.unblock': 'Unblock',
  'member.mfa-reset': 'Reset two-step verification',
  'roles.assign': 'Change roles',
  'member.revoke-access': 'Sign out everywhere',
  'member.block': 'Block',
  'membership.remove': 'Remove from organization',
  'user.delete': 'Delete account',
};

export const members = {
  title: 'People',
  /** The members of the whole organization; "1,000+" where Auth0 doesn't count further. */
  count: (count: string, exact: boolean) => `${count}${exact ? '' : '+'}`,
  loading: 'Loading members',
  slow: 'Still loading. Check your connection.',
  partMissing,
  retry,
  signIn,
  failedTitle: 'Couldn’t load members',
  signedOutTitle: signedOut,
  notAllowedTitle: 'You don’t have access to this page',
  notAllowed: 'Ask an admin of your organization for access.',
  requestId,
  stale: 'This list may be out of date.',
  wait: (left: number) => `Trying again in ${seconds(left)}.`,
  organization: 'Organization',
  exportCsv: 'Export CSV',
  invite: 'Invite people',
  sections: 'Sections',
  tabs: { members: 'Members', invitations: 'Invitations', activity: 'Activity' },
  search: 'Search by name or email',
  role: 'Role',
  anyRole: 'Any role',
  connection: 'Sign-in method',
  anyConnection: 'Any sign-in method',
  status: 'Status',
  anyStatus: 'Any status',
  filters,
  clearFilters: 'Clear filters',
  columns: {
    select: 'Select all on this page',
    person: 'Name',
    roles: 'Roles',
    connection: 'Sign-in method',
    lastLogin: 'Last sign-in',
    actions: 'Actions',
  },
  select: (name: string) => `Select ${name}`,
  actionsFor: (name: string) => `Actions for ${name}`,
  open: 'Open',
  you: 'You',
  nameless: 'No name',
  none: 'No roles',
  changeRoles: (name: string) => `Change roles for ${name}`,
  dismiss: 'Dismiss',
  found: (count: string, exact: boolean) => `${count}${exact ? '' : '+'} found`,
  removeFilter: (filter: string) => `Remove filter ${filter}`,
  unknownLabel: 'Unknown',
  never: 'Never',
  changed: 'Just updated',
  statuses,
  operations,
  /** The label of a button or menu item that opens a dialog. */
  opensDialog: (label: string) => `${label}…`,
  selected: (count: number) => `${count} selected`,
  clearSelection: 'Clear selection',
  actionsForSelected: 'Actions for selected members',
  empty: 'No members yet',
  emptyText: 'People you invite appear here after they accept.',
  noMatch: 'No members found',
  noMatchText:
    'Search matches the start of names and email addresses. Check the spelling or clear the filters.',
  cut: 'Showing the first 1,000. Search or filter to find others.',
  range: (first: string, last: string, total: string | null) =>
    total === null ? `${first}–${last}` : `${first}–${last} of ${total}`,
  pageSize: 'Rows per page',
  previous: 'Previous',
  next: 'Next',
  problems,
};

export type MembersMessages = typeof members;
