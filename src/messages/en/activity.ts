/** The activity log, in English. */
import type { AuditAction, AuditOutcome, AuditProblem } from '../../contract/activity.js';
import { actionNames } from './action-names.js';
import { plural, labeled } from './common.js';

const entries = (count: number) => plural(count, { one: '# entry', other: '# entries' });

/** `whom` is a name, or empty if the entry doesn't have one. */
type Sentence = (who: string, whom: string) => string;

const actions: Record<AuditAction, Sentence> = {
  'profile.update': (who, whom) => (whom ? `${who} edited ${whom}’s profile` : `${who} edited a profile`),
  'profile.export': (who) => `${who} downloaded their data`,
  'profile.delete': (who) => `${who} deleted their account`,
  'profile.deletion-request': (who) => `${who} requested deletion of their account`,
  'profile.deletion-cancel': (who) => `${who} canceled the deletion of their account`,
  'field.reveal': (who, whom) => `${who} viewed a hidden field of ${whom}’s profile`,
  'password.reset': (who, whom) => `${who} sent ${whom} a password reset email`,
  'email.verify': (who, whom) => `${who} sent ${whom} a verification email`,
  'sessions.revoke': (who, whom) => `${who} ended ${whom}’s sessions`,
  'member.block': (who, whom) => `${who} blocked ${whom}`,
  'member.unblock': (who, whom) => `${who} unblocked ${whom}`,
  'member.clear-lockout': (who, whom) => `${who} unlocked sign-in for ${whom}`,
  'member.mfa-reset': (who, whom) => `${who} reset two-step verification for ${whom}`,
  'member.revoke-access': (who, whom) => `${who} signed ${whom} out everywhere`,
  'membership.remove': (who, whom) => `${who} removed ${whom} from the organization`,
  'user.delete': (who, whom) => `${who} deleted ${whom}’s account`,
  'roles.assign': (who, whom) => `${who} changed ${whom}’s roles`,
  'invitation.create': (who, whom) => (whom ? `${who} invited ${whom}` : `${who} invited people`),
  'invitation.revoke': (who, whom) =>
    whom ? `${who} revoked the invitation to ${whom}` : `${who} revoked an invitation`,
  'invitation.resend': (who, whom) =>
    whom ? `${who} resent the invitation to ${whom}` : `${who} resent an invitation`,
  'invitation.link': (who, whom) =>
    whom ? `${who} copied the invitation link for ${whom}` : `${who} copied an invitation link`,
  'members.export': (who) => `${who} exported the member list`,
  'activity.export': (who) => `${who} exported the activity log`,
  'bulk.run': (who) => `${who} started a bulk action`,
};

/** For actions that weren't done, or might not have been. */
const attempts: Record<AuditAction, Sentence> = {
  'profile.update': (who, whom) =>
    whom ? `${who} tried to edit ${whom}’s profile` : `${who} tried to edit a profile`,
  'profile.export': (who) => `${who} tried to download their data`,
  'profile.delete': (who) => `${who} tried to delete their account`,
  'profile.deletion-request': (who) => `${who} tried to request deletion of their account`,
  'profile.deletion-cancel': (who) => `${who} tried to cancel the deletion of their account`,
  'field.reveal': (who, whom) => `${who} tried to view a hidden field of ${whom}’s profile`,
  'password.reset': (who, whom) => `${who} tried to send ${whom} a password reset email`,
  'email.verify': (who, whom) => `${who} tried to send ${whom} a verification email`,
  'sessions.revoke': (who, whom) => `${who} tried to end ${whom}’s sessions`,
  'member.block': (who, whom) => `${who} tried to block ${whom}`,
  'member.unblock': (who, whom) => `${who} tried to unblock ${whom}`,
  'member.clear-lockout': (who, whom) => `${who} tried to unlock sign-in for ${whom}`,
  'member.mfa-reset': (who, whom) => `${who} tried to reset two-step verification for ${whom}`,
  'member.revoke-access': (who, whom) => `${who} tried to sign ${whom} out everywhere`,
  'membership.remove': (who, whom) => `${who} tried to remove ${whom} from the organization`,
  'user.delete': (who, whom) => `${who} tried to delete ${whom}’s account`,
  'roles.assign': (who, whom) => `${who} tried to change ${whom}’s roles`,
  'invitation.create': (who, whom) =>
    whom ? `${who} tried to invite ${whom}` : `${who} tried to invite people`,
  'invitation.revoke': (who, whom) =>
    whom ? `${who} tried to revoke the invitation to ${whom}` : `${who} tried to revoke an invitation`,
  'invitation.resend': (who, whom) =>
    whom ? `${who} tried to resend the invitation to ${whom}` : `${who} tried to resend an invitation`,
  'invitation.link': (who, whom) =>
    whom ? `${who} tried to copy the invitation link for ${whom}` : `${who} tried to copy an invitation link`,
  'members.export': (who) => `${who} tried to export the member list`,
  'activity.export': (who) => `${who} tried to export the activity log`,
  'bulk.run': (who) => `${who} tried to run a bulk action`,
};

const outcomes: Record<Exclude<AuditOutcome, 'done'>, string> = {
  partly: 'Only done in part',
  refused: 'Not allowed',
  failed: 'Failed',
  unknown: 'We don’t know whether this was done',
};

type Cause = AuditProblem['code'] | NonNullable<AuditProblem['reason']>;

/** Why an action wasn't done. `operation_locked` has a reason of its own. */
const causes: Partial<Record<Cause, string>> = {
  step_up_required: 'They had to sign in again first.',
  user_blocked: 'They were blocked.',
  profile_not_found: 'There’s no such member.',
  session_not_found: 'The session had already ended.',
  invitation_not_found: 'The invitation had already ended.',
  reason_required: 'They didn’t enter a reason.',
  field_locked: 'The field is locked.',
  rate_limited: 'There were too many attempts.',
  feature_unavailable: 'This isn’t available for the organization.',
  erasure_failed: 'Other data of the account couldn’t be deleted.',
  value_in_use: 'Another account has this value.',
  value_refused: 'The value was rejected.',
  invitation_refused: 'The invitation was rejected.',
  upstream_unavailable: 'The sign-in service couldn’t be reached.',
  upstream_timeout: 'The sign-in service didn’t respond.',
  upstream_refused: 'The sign-in service rejected it.',
  'address-invalid': 'The address isn’t valid.',
  'address-invisible': 'The address has an invisible character.',
  'address-look-alike': 'The address has letters that only look like others.',
  'already-member': 'They’re already a member.',
  'already-invited': 'They’re already invited.',
  'signs-in-elsewhere': 'They sign in another way.',
  'not-allowed': 'Their roles don’t allow this.',
  'shared-user': 'The member belongs to more than one organization.',
  'recreated-at-login': 'The account would be re-created at the next sign-in.',
  blocked: 'The member is blocked.',
  'role-above-own': 'The role has permissions they don’t have.',
  'last-admin': 'The organization would be left without an admin.',
  'delegated-session': 'Someone else was signed in on their behalf.',
  'managed-by-connection': 'Another system manages this.',
  'step-up-required': 'They had to sign in again first.',
};

/** For what people do to themselves. */
const own: Partial<Record<AuditAction, (who: string) => string>> = {
  'profile.update': (who) => `${who} edited their own profile`,
  'password.reset': (who) => `${who} requested a password reset email`,
  'email.verify': (who) => `${who} requested a verification email`,
  'sessions.revoke': (who) => `${who} ended their own sessions`,
  'roles.assign': (who) => `${who} changed their own roles`,
};

export const activity = {
  title: 'Activity',
  loading: 'Loading activity',
  none: 'No activity yet',
  noneText: 'Changes to members and invitations appear here.',
  noMatch: 'No activity found',
  noMatchText: 'Choose another person, action, or date, or clear the filters.',
  /** `hasMore`: older entries aren't loaded yet. */
  found: (count: number, hasMore: boolean) => (hasMore ? `The newest ${entries(count)}` : entries(count)),
  person: 'Person',
  searchPerson: 'Find a person by name or email',
  noPerson: 'No one found. Check the spelling.',
  searchFailed: 'Couldn’t search members. Try again.',
  /** For a person whose name isn't known. */
  somePerson: 'Selected person',
  action: 'Action',
  anyAction: 'Any action',
  actionNames,
  dates: 'Dates',
  anyDate: 'Any date',
  from: 'From',
  to: 'To',
  since: (day: string) => `Since ${day}`,
  until: (day: string) => `Until ${day}`,
  datesMixedUp: 'The first day is after the last one.',
  apply: 'Apply',
  clearDates: 'Clear',
  /** A filter that applies: “Status: Blocked”. */
  appliedFilter: labeled,
  removeFilter: (filter: string) => `Remove filter ${filter}`,
  showFilters: 'Filters',
  clearFilters: 'Clear filters',
  export: 'Export',
  formats: { csv: 'CSV', jsonl: 'JSON Lines' },
  exporting: (count: number) => `Exporting… ${entries(count)} so far`,
  exported: (count: number) => `Exported ${entries(count)}.`,
  cancelExport: 'Stop export',
  /** `zone`: the name of the reader's time zone. */
  timeZone: (zone: string) => `Times are in your time zone (${zone}).`,
  more: 'Load more',
  /** In the place of a name that isn’t known: of who did it, and of whom it was done to. */
  someone: { who: 'Someone', whom: 'someone' },
  actions,
  attempts,
  outcomes,
  causes,
  own,
  /** An action that only a newer proxy records. */
  other: (who: string, action: string) => `${who}: ${action}`,
  /** Read out for the arrow between a value and the next one. */
  changedTo: 'changed to',
  /** For a value that is hidden before and after. */
  changed: 'changed',
  roles: 'Roles',
  noValue: 'not set',
  yes: 'yes',
  no: 'no',
  fields: (names: string) => `Fields: ${names}`,
  reason: (reason: string) => `“${reason}”`,
  delegated: 'by someone signed in on their behalf',
};

export type ActivityMessages = typeof activity;
