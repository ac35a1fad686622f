/** The texts of the dialog in which people are invited. They come with it. */
import type { InvitationRefusal } from '../contract/invitation.js';

const people = (count: number) => `${count} ${count === 1 ? 'person' : 'people'}`;
const addresses = (count: number) => `${count} ${count === 1 ? 'address' : 'addresses'}`;

const refusals: Record<InvitationRefusal, (connection: string) => string> = {
  'address-invalid': () => 'This is not an email address.',
  'address-twice': () => 'This address is in the list twice.',
  'already-member': () => 'Is a member already.',
  'already-invited': () => 'Has a pending invitation already.',
  'signs-in-elsewhere': (connection) =>
    connection ? `Signs in with ${connection}. Choose that, or ask your IT team.` : 'Signs in another way.',
  'connection-not-invitable': () => 'Nobody can be invited to this way of signing in.',
  'role-not-assignable': () => 'You cannot give one of these roles.',
  'rate-limited': () => 'Not sent yet: too many invitations at the moment.',
  'not-sent': () => 'Not sent. Try again.',
};

export const invitingEn = {
  title: (organization: string) => `Invite people to ${organization}`,
  addresses: 'Email addresses',
  addressesHelp: 'Type or paste as many as you like: separated by commas, spaces or lines.',
  entered: (count: number) => `${addresses(count)} entered`,
  remove: (email: string) => `Remove ${email}`,
  mend: (email: string) => `Change ${email}`,
  file: 'Or take them from a CSV file',
  fileHelp:
    'A column “email”, and if you like a column “role”. Nothing is sent before you have seen the result.',
  skipped: (count: number) => `${count} ${count === 1 ? 'line' : 'lines'} without an address left out.`,
  unknownRoles: (names: string) => `There are no roles of these names: ${names}.`,
  unreadable: 'No addresses were found in this file. It needs a column “email”.',
  roles: 'Roles',
  rolesHelp: 'Without a role they can sign in, and do what your organization allows everybody.',
  rolesAbove: 'Roles that can do more than you are not offered.',
  connection: 'Signs in with',
  anyConnection: 'Let them choose',
  noConnection:
    'Nobody can be invited: your organization has no way to sign in that takes invitations. Ask whoever runs this product.',
  expiry: 'Valid for',
  days: (count: number) => `${count} ${count === 1 ? 'day' : 'days'}`,
  hours: (count: number) => `${count} ${count === 1 ? 'hour' : 'hours'}`,
  language: 'Language of the mail',
  anyLanguage: 'Default',
  check: 'Check only',
  checking: 'Checking…',
  send: (count: number) => (count === 0 ? 'Invite' : `Invite ${people(count)}`),
  sending: (done: number, of: number) => `Inviting: ${done} of ${of}…`,
  invited: (count: number) => `${people(count)} invited.`,
  ready: (count: number) => `${addresses(count)} can be invited.`,
  refused: (count: number) => `${addresses(count)} could not be invited: see why above.`,
  enterOne: 'Enter at least one address.',
  cancel: 'Cancel',
  close: 'Done',
  loading: 'Loading what an invitation can be made with…',
  wait: (left: number) => `You can go on in ${left} ${left === 1 ? 'second' : 'seconds'}.`,
  refusals,
};

export type InvitingMessages = typeof invitingEn;
