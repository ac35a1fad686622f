/** The dialog that invites people, in English. */
import type { InvitationRefusal } from '../../contract/invitation.js';
import { addresses, cancel, continueIn, days, plural, rolesAbove, formatted } from './common.js';

const refusals: Record<InvitationRefusal, (connection: string) => string> = {
  'address-invalid': () => 'Not a valid email address.',
  'address-invisible': () => 'Has an invisible character. Type it again.',
  'address-look-alike': () => 'Has letters that only look like others. Type it again.',
  'address-twice': () => 'Listed twice.',
  'already-member': () => 'Already a member.',
  'already-invited': () => 'Already invited.',
  'signs-in-elsewhere': (connection) =>
    connection
      ? `Signs in with ${connection}. Choose that sign-in method, or ask your IT team.`
      : 'Uses a different sign-in method.',
  'connection-not-invitable': () => 'This sign-in method doesn’t support invitations.',
  'role-not-assignable': () => 'You can’t assign one of these roles.',
  'rate-limited': () => 'Not sent: too many invitations. Try again in a few minutes.',
  'not-sent': () => 'Couldn’t send. Try again.',
  'outcome-unknown': () => 'We don’t know whether this was sent. Try again in a minute to find out.',
};

export const invite = {
  title: (organization: string) => `Invite people to ${organization}`,
  addresses: 'Email addresses',
  addressesHelp: 'Separate addresses with commas, spaces, or new lines.',
  entered: (count: number) => `${addresses(count)} entered`,
  remove: (email: string) => `Remove ${email}`,
  edit: (email: string) => `Edit ${email}`,
  file: 'Or upload a CSV or TSV file',
  fileHelp:
    'From a spreadsheet or a directory, with a column of email addresses and, optionally, one of roles. You can review everything before it’s sent.',
  fileRead: (count: number) =>
    plural(count, { one: 'Found # person in the file.', other: 'Found # people in the file.' }),
  emailsFrom: (heading: string) => `Email addresses are from the column “${heading}”.`,
  rolesFrom: (heading: string) => `Roles are from the column “${heading}”.`,
  noRoleColumn: 'The file has no column of roles.',
  skipped: (count: number, rows: string) =>
    plural(count, {
      one: (number) => `Skipped ${number} row without an email address: ${rows}`,
      other: (number) => `Skipped ${number} rows without an email address: ${rows}`,
    }),
  unknownRoles: (names: string) => `These roles don’t exist: ${names}`,
  fileProblems: {
    unreadable: 'Couldn’t read the file. Choose it again.',
    'no-addresses': 'No email addresses found. The file needs a column of email addresses.',
    workbook: 'This is an Excel workbook. Save it as CSV, and choose that file.',
  },
  roles: 'Roles',
  rolesHelp: 'Without a role, they get only the default access.',
  rolesAbove,
  connection: 'Sign-in method',
  anyConnection: 'Any (they choose)',
  noConnection:
    'You can’t invite people: none of your organization’s sign-in methods support invitations. Contact support.',
  expiry: 'Expires after',
  days,
  hours: (count: number) => plural(count, { one: '# hour', other: '# hours' }),
  language: 'Email language',
  anyLanguage: 'Default',
  check: 'Check without sending',
  checking: 'Checking…',
  send: (count: number) =>
    count === 0 ? 'Invite' : plural(count, { one: 'Invite # person', other: 'Invite # people' }),
  sending: (done: number, of: number) => `Sending ${formatted(done)} of ${formatted(of)}…`,
  invited: (count: number) => plural(count, { one: '# invitation sent.', other: '# invitations sent.' }),
  ready: (count: number) => `${addresses(count)} ready to invite.`,
  refused: (count: number) => `${addresses(count)} couldn’t be invited. See the reasons above.`,
  enterOne: 'Enter at least one email address.',
  cancel,
  close: 'Done',
  loading: 'Loading…',
  wait: continueIn,
  refusals,
};

export type InviteMessages = typeof invite;
