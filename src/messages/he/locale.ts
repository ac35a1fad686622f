/** Hebrew: loads each part of its catalog on demand. */
import type { Locale } from '../types.js';

export const locale: Locale = {
  profile: async () => (await import('./profile.js')).profile,
  editing: async () => (await import('./editing.js')).editing,
  account: async () => (await import('./account.js')).account,
  members: async () => (await import('./members.js')).members,
  member: async () => (await import('./member.js')).member,
  dialogs: async () => (await import('./dialogs.js')).dialogs,
  bulk: async () => (await import('./bulk.js')).bulk,
  invitations: async () => (await import('./invitations.js')).invitations,
  invite: async () => (await import('./invite.js')).invite,
  activity: async () => (await import('./activity.js')).activity,
};
