/** The activity log, in German. */
import type { ActivityMessages } from '../en/activity.js';

export const activity: ActivityMessages = {
  title: 'Aktivität',
  loading: 'Aktivität wird geladen',
  none: 'Noch keine Aktivität',
  noneText: 'Änderungen an Mitgliedern und Einladungen erscheinen hier.',
  more: 'Mehr laden',
  someone: 'Eine unbekannte Person',
  other: (who, action) => `${who}: ${action}`,
  fields: (names) => `Geändert: ${names}`,
  reason: (reason) => `„${reason}“`,
  delegated: 'in Vertretung angemeldet',
};
