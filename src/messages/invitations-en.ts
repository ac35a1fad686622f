/** The texts about invitations. They come with that part of the element, when somebody looks at it. */
import type { InvitationState } from '../contract/invitation.js';

const states: Record<InvitationState, string> = {
  pending: 'Pending',
  expired: 'Expired',
  accepted: 'Accepted',
  'consumed-by-another': 'Used with another account',
  revoked: 'Revoked',
  replaced: 'Replaced',
  gone: 'Gone',
};

const stateNotes: Partial<Record<InvitationState, string>> = {
  expired: 'The link works no more. Send a new one.',
  'consumed-by-another':
    'Somebody opened the link while signed in with another address. That uses it up: send a new one.',
  replaced: 'A newer invitation was sent to this address.',
  gone: 'It was used or revoked somewhere else.',
};

export const invitationsEn = {
  title: 'Invitations',
  loading: 'Loading invitations',
  none: 'Nobody is invited at the moment.',
  more: 'Show more',
  invite: 'Invite people',
  columns: {
    email: 'Address',
    roles: 'Roles',
    connection: 'Signs in with',
    inviter: 'Invited by',
    state: 'State',
    actions: 'Actions',
  },
  noRoles: 'None',
  anyConnection: 'Any',
  sent: (when: string) => `Sent ${when}`,
  expires: (when: string) => `Expires ${when}`,
  expired: (when: string) => `Expired ${when}`,
  resend: 'Send again',
  resendTo: (email: string) => `Send again to ${email}`,
  resent: 'A new invitation is on its way. The link before works no more.',
  resending: 'Sending…',
  revoke: 'Revoke…',
  revokeOf: (email: string) => `Revoke the invitation to ${email}`,
  copy: 'Copy link',
  copyOf: (email: string) => `Copy link of the invitation to ${email}`,
  copied: 'Copied. Give it only to the person who is invited.',
  copyFailed: 'Your browser did not let the link be copied.',
  revokeDialog: {
    title: (email: string) => `Revoke the invitation to ${email}`,
    text: 'The link in the mail stops working. To let them in after all, send a new invitation.',
    confirm: 'Revoke invitation',
    running: 'Revoking…',
  },
  cancel: 'Cancel',
  states,
  stateNotes,
};

export type InvitationsMessages = typeof invitationsEn;
