/** The list of invitations, in English. */
import type { InvitationState } from '../../contract/invitation.js';
import { cancel, justNow } from './common.js';

const states: Record<InvitationState, string> = {
  pending: 'Pending',
  expired: 'Expired',
  accepted: 'Accepted',
  revoked: 'Revoked',
  replaced: 'Replaced',
  gone: 'No longer open',
};

const stateNotes: Partial<Record<InvitationState, string>> = {
  expired: 'This link has expired. Resend the invitation.',
  replaced: 'A newer invitation was sent to this address.',
  gone: 'It was used or revoked outside this page. If they still need access, invite them again.',
};

export const invitations = {
  justNow,
  title: 'Invitations',
  loading: 'Loading invitations',
  none: 'No invitations.',
  more: 'Load more',
  invite: 'Invite people',
  columns: {
    email: 'Email',
    roles: 'Roles',
    connection: 'Sign-in method',
    inviter: 'Invited by',
    state: 'Status',
    actions: 'Actions',
  },
  noRoles: 'None',
  anyConnection: 'Any',
  /** `when`: “2 hours ago”, “yesterday”, or “May 12”. After a colon where a language has other prepositions for a date. */
  sent: (when: string) => `Sent ${when}`,
  /** `when` is relative: “in 7 days”, “tomorrow”. */
  expires: (when: string) => `Expires ${when}`,
  expired: (when: string) => `Expired ${when}`,
  resend: 'Resend',
  resendTo: (email: string) => `Resend invitation to ${email}`,
  resent: 'Invitation resent. The previous link no longer works.',
  resentOldWorks: 'Invitation resent. The previous link still works until it expires.',
  resending: 'Sending…',
  moreActionsFor: (email: string) => `More actions for the invitation to ${email}`,
  revoke: 'Revoke…',
  copy: 'Copy link',
  copied: 'Link copied. Share it only with the person you invited.',
  copyFailed: 'Couldn’t copy the link. Check your browser’s permissions.',
  revokeDialog: {
    title: (email: string) => `Revoke the invitation to ${email}?`,
    text: 'The link in the email will stop working. You can invite them again later.',
    confirm: 'Revoke invitation',
    running: 'Revoking…',
  },
  cancel,
  states,
  stateNotes,
};

export type InvitationsMessages = typeof invitations;
