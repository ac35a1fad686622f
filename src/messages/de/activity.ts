/** The activity log, in German. */
import { justNow } from './common.js';
import type { ActivityMessages } from '../en/activity.js';

export const activity: ActivityMessages = {
  justNow,
  title: 'Aktivität',
  loading: 'Aktivität wird geladen',
  none: 'Noch keine Aktivität',
  noneText: 'Änderungen an Mitgliedern und Einladungen erscheinen hier.',
  more: 'Mehr laden',
  someone: 'Unbekannt',
  actions: {
    'profile.update': (who, whom) =>
      whom ? `${who} hat das Profil von ${whom} bearbeitet` : `${who} hat ein Profil bearbeitet`,
    'profile.export': (who) => `${who} hat die eigenen Daten heruntergeladen`,
    'profile.delete': (who) => `${who} hat das eigene Konto gelöscht`,
    'profile.deletion-request': (who) => `${who} hat die Löschung des eigenen Kontos beantragt`,
    'profile.deletion-cancel': (who) => `${who} hat die Löschung des eigenen Kontos abgebrochen`,
    'field.reveal': (who, whom) => `${who} hat ein verborgenes Feld im Profil von ${whom} angesehen`,
    'password.reset': (who, whom) =>
      `${who} hat eine E-Mail zum Zurücksetzen des Passworts an ${whom} gesendet`,
    'email.verify': (who, whom) => `${who} hat eine Bestätigungs-E-Mail an ${whom} gesendet`,
    'sessions.revoke': (who, whom) => `${who} hat Sitzungen von ${whom} beendet`,
    'member.block': (who, whom) => `${who} hat ${whom} gesperrt`,
    'member.unblock': (who, whom) => `${who} hat ${whom} entsperrt`,
    'member.clear-lockout': (who, whom) => `${who} hat die Anmeldung für ${whom} freigegeben`,
    'member.mfa-reset': (who, whom) =>
      `${who} hat die Bestätigung in zwei Schritten für ${whom} zurückgesetzt`,
    'member.revoke-access': (who, whom) => `${who} hat ${whom} überall abgemeldet`,
    'membership.remove': (who, whom) => `${who} hat ${whom} aus der Organisation entfernt`,
    'user.delete': (who, whom) => `${who} hat das Konto von ${whom} gelöscht`,
    'roles.assign': (who, whom) => `${who} hat die Rollen von ${whom} geändert`,
    'invitation.create': (who, whom) =>
      whom ? `${who} hat ${whom} eingeladen` : `${who} hat Personen eingeladen`,
    'invitation.revoke': (who, whom) =>
      whom ? `${who} hat die Einladung an ${whom} widerrufen` : `${who} hat eine Einladung widerrufen`,
    'invitation.resend': (who, whom) =>
      whom
        ? `${who} hat die Einladung an ${whom} erneut gesendet`
        : `${who} hat eine Einladung erneut gesendet`,
    'invitation.link': (who, whom) =>
      whom ? `${who} hat den Einladungslink für ${whom} kopiert` : `${who} hat einen Einladungslink kopiert`,
    'members.export': (who) => `${who} hat die Mitgliederliste exportiert`,
  },
  own: {
    'profile.update': (who) => `${who} hat das eigene Profil bearbeitet`,
    'password.reset': (who) => `${who} hat eine E-Mail zum Zurücksetzen des Passworts angefordert`,
    'email.verify': (who) => `${who} hat eine Bestätigungs-E-Mail angefordert`,
    'sessions.revoke': (who) => `${who} hat eigene Sitzungen beendet`,
    'roles.assign': (who) => `${who} hat die eigenen Rollen geändert`,
  },
  other: (who, action) => `${who}: ${action}`,
  fields: (names) => `Geändert: ${names}`,
  reason: (reason) => `„${reason}“`,
  delegated: 'in Vertretung angemeldet',
};
