/** The activity log, in English. */
import { justNow } from './common.js';
import type { AuditAction, AuditOutcome } from '../../contract/activity.js';

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

/** For what people do to themselves. */
const own: Partial<Record<AuditAction, (who: string) => string>> = {
  'profile.update': (who) => `${who} edited their own profile`,
  'password.reset': (who) => `${who} requested a password reset email`,
  'email.verify': (who) => `${who} requested a verification email`,
  'sessions.revoke': (who) => `${who} ended their own sessions`,
  'roles.assign': (who) => `${who} changed their own roles`,
};

export const activity = {
  justNow,
  title: 'Activity',
  loading: 'Loading activity',
  none: 'No activity yet',
  noneText: 'Changes to members and invitations appear here.',
  more: 'Load more',
  someone: 'Someone',
  actions,
  attempts,
  outcomes,
  own,
  /** An action that only a newer proxy records. */
  other: (who: string, action: string) => `${who}: ${action}`,
  /** A change of one field, or of the roles. */
  change: (field: string, from: string, to: string) => `${field}: ${from} → ${to}`,
  roles: 'Roles',
  noValue: 'not set',
  yes: 'yes',
  no: 'no',
  fields: (names: string) => `Changed: ${names}`,
  reason: (reason: string) => `“${reason}”`,
  delegated: 'by someone signed in on their behalf',
};

export type ActivityMessages = typeof activity;
