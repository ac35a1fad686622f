/** The activity log, in English. */

export const activity = {
  title: 'Activity',
  loading: 'Loading activity',
  none: 'No activity yet',
  noneText: 'Changes to members and invitations appear here.',
  more: 'Load more',
  someone: 'Someone',
  /** An action that only a newer proxy records. */
  other: (who: string, action: string) => `${who}: ${action}`,
  fields: (names: string) => `Changed: ${names}`,
  reason: (reason: string) => `“${reason}”`,
  delegated: 'by someone signed in on their behalf',
};

export type ActivityMessages = typeof activity;
