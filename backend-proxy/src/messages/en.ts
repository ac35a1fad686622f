/** Texts of the proxy's own files, in English: the exports of members, of the activity log, and of one's own data. */
import type { MemberStatus } from '../../../src/contract/index.js';

const statuses: Record<MemberStatus, string> = {
  blocked: 'Blocked',
  'locked-out': 'Locked out',
  unverified: 'Email not verified',
};

/** Headings of the activity export. */
const activityColumns = {
  at: 'Time (UTC)',
  actor: 'Done by',
  actorId: 'Done by (user ID)',
  action: 'Action',
  target: 'Member',
  targetId: 'Member (user ID)',
  invited: 'Invited address',
  outcome: 'Outcome',
  problem: 'Problem',
  fields: 'Fields',
  from: 'From',
  to: 'To',
  reason: 'Reason',
  requestId: 'Request ID',
};

export const en = {
  /** Headings of the member export. */
  columns: {
    name: 'Name',
    email: 'Email',
    roles: 'Roles',
    connection: 'Sign-in method',
    status: 'Status',
    lastLogin: 'Last sign-in',
    createdAt: 'Created',
    userId: 'User ID',
  },
  statuses,
  activityColumns,
  /** The page with one's own data. */
  exportPage: {
    title: (organization: string) => `Your data at ${organization}`,
    exported: (when: string) => `Exported ${when}.`,
    userId: 'User ID',
    signIn: 'Sign-in method',
    otherOrganizations: 'Other organizations',
    verified: 'verified',
    unverified: 'not verified',
    notSet: 'Not set',
    sessions: 'Active sessions',
    browser: 'Browser',
    ipAddress: 'IP address',
    lastActive: 'Last active',
  },
};

export type ProxyMessages = typeof en;
