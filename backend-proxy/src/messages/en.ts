/** Texts of the proxy's own files, in English: the member export and the profile export. */
import type { MemberStatus } from '../../../src/contract/index.js';

const statuses: Record<MemberStatus, string> = {
  blocked: 'Blocked',
  'locked-out': 'Locked out',
  unverified: 'Email not verified',
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
