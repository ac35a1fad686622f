/** The texts about what was done. They come with that part of the element. */
import type { AuditAction } from '../contract/activity.js';

/** `who` did it to `whom`, which is empty for an action that concerns no member. */
type Sentence = (who: string, whom: string) => string;

const actions: Record<AuditAction, Sentence> = {
  'profile.update': (who, whom) =>
    whom ? `${who} edited the profile of ${whom}` : `${who} edited a profile`,
  'profile.export': (who) => `${who} downloaded their data`,
  'profile.delete': (who) => `${who} deleted their account`,
  'profile.deletion-request': (who) => `${who} requested deletion of their account`,
  'profile.deletion-cancel': (who) => `${who} canceled the deletion of their account`,
  'field.reveal': (who, whom) => `${who} looked at a hidden value of ${whom}`,
  'password.reset': (who, whom) => `${who} sent a password reset to ${whom}`,
  'email.verify': (who, whom) => `${who} sent a verification mail to ${whom}`,
  'sessions.revoke': (who, whom) => `${who} ended sessions of ${whom}`,
  'member.block': (who, whom) => `${who} blocked ${whom}`,
  'member.unblock': (who, whom) => `${who} unblocked ${whom}`,
  'member.clear-lockout': (who, whom) => `${who} cleared the lockout of ${whom}`,
  'member.mfa-reset': (who, whom) => `${who} reset the sign-in methods of ${whom}`,
  'member.revoke-access': (who, whom) => `${who} signed ${whom} out everywhere`,
  'membership.remove': (who, whom) => `${who} removed ${whom} from the organization`,
  'user.delete': (who, whom) => `${who} deleted the account of ${whom}`,
  'roles.assign': (who, whom) => `${who} changed the roles of ${whom}`,
  'invitation.create': (who) => `${who} invited people`,
  'invitation.revoke': (who) => `${who} revoked an invitation`,
  'invitation.resend': (who) => `${who} sent an invitation again`,
  'invitation.link': (who) => `${who} took the link of an invitation`,
  'members.export': (who) => `${who} exported the list of people`,
};

const own: Partial<Record<AuditAction, (who: string) => string>> = {
  'profile.update': (who) => `${who} edited their own profile`,
  'password.reset': (who) => `${who} asked for a password reset`,
  'email.verify': (who) => `${who} asked for a verification mail`,
  'sessions.revoke': (who) => `${who} ended sessions of their own`,
  'roles.assign': (who) => `${who} changed their own roles`,
};

export const activityEn = {
  title: 'Activity',
  loading: 'Loading activity',
  none: 'Nothing has been done here yet',
  noneText: 'What people do to the members of this organization is kept here.',
  more: 'Show older',
  someone: 'Somebody',
  actions,
  /** Where somebody did it to themselves. */
  own,
  /** An action that only a newer proxy knows. */
  other: (who: string, action: string) => `${who}: ${action}`,
  fields: (names: string) => `Fields: ${names}`,
  reason: (reason: string) => `“${reason}”`,
  delegated: 'in somebody else’s session',
};

export type ActivityMessages = typeof activityEn;
