/** The actions of the activity log, as lines of a member's page and as a filter, in English. */
import type { AuditAction } from '../../contract/activity.js';

export const actionNames: Record<AuditAction, string> = {
  'profile.update': 'Profile edited',
  'profile.export': 'Profile data downloaded',
  'profile.delete': 'Own account deleted',
  'profile.deletion-request': 'Account deletion requested',
  'profile.deletion-cancel': 'Account deletion canceled',
  'field.reveal': 'Hidden value shown',
  'password.reset': 'Password reset email sent',
  'email.verify': 'Verification email sent',
  'sessions.revoke': 'Session ended',
  'member.block': 'Blocked',
  'member.unblock': 'Unblocked',
  'member.clear-lockout': 'Sign-in unlocked',
  'member.mfa-reset': 'Two-step verification reset',
  'member.revoke-access': 'Signed out everywhere',
  'membership.remove': 'Removed from organization',
  'user.delete': 'Account deleted',
  'roles.assign': 'Roles changed',
  'invitation.create': 'Invitation sent',
  'invitation.revoke': 'Invitation revoked',
  'invitation.resend': 'Invitation resent',
  'invitation.link': 'Invitation link copied',
  'members.export': 'Member list exported',
  'activity.export': 'Activity log exported',
  'bulk.run': 'Bulk action started',
};
