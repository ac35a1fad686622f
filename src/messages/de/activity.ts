/** The activity log, in German. */
import { actionNames } from './action-names.js';
import { plural, labeled } from './common.js';
import type { ActivityMessages } from '../en/activity.js';

const entries = (count: number) => plural(count, { one: '# Eintrag', other: '# Einträge' });

export const activity: ActivityMessages = {
  title: 'Aktivität',
  loading: 'Aktivität wird geladen',
  none: 'Noch keine Aktivität',
  noneText: 'Änderungen an Mitgliedern und Einladungen erscheinen hier.',
  noMatch: 'Keine Aktivität gefunden',
  noMatchText: 'Wählen Sie eine andere Person, Aktion oder Zeit, oder löschen Sie die Filter.',
  found: (count, hasMore) => (hasMore ? `Die neuesten ${entries(count)}` : entries(count)),
  person: 'Person',
  searchPerson: 'Person nach Name oder E-Mail suchen',
  noPerson: 'Niemand gefunden. Prüfen Sie die Schreibweise.',
  searchFailed: 'Die Mitglieder konnten nicht durchsucht werden. Versuchen Sie es noch einmal.',
  somePerson: 'Gewählte Person',
  action: 'Aktion',
  anyAction: 'Alle Aktionen',
  actionNames,
  dates: 'Zeitraum',
  anyDate: 'Alle Tage',
  from: 'Von',
  to: 'Bis',
  since: (day) => `Seit ${day}`,
  until: (day) => `Bis ${day}`,
  datesMixedUp: 'Der erste Tag liegt nach dem letzten.',
  apply: 'Anwenden',
  clearDates: 'Löschen',
  appliedFilter: labeled,
  removeFilter: (filter) => `Filter ${filter} entfernen`,
  showFilters: 'Filter',
  clearFilters: 'Filter löschen',
  export: 'Exportieren',
  formats: { csv: 'CSV', jsonl: 'JSON Lines' },
  exporting: (count) => `Export läuft… bisher ${entries(count)}`,
  exported: (count) => `${entries(count)} exportiert.`,
  cancelExport: 'Export abbrechen',
  timeZone: (zone) => `Zeiten gelten in Ihrer Zeitzone (${zone}).`,
  more: 'Mehr laden',
  someone: { who: 'Jemand', whom: 'Unbekannt' },
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
    'activity.export': (who) => `${who} hat das Aktivitätsprotokoll exportiert`,
    'bulk.run': (who) => `${who} hat eine Sammelaktion gestartet`,
  },
  attempts: {
    'profile.update': (who, whom) =>
      whom ? `${who} wollte das Profil von ${whom} bearbeiten` : `${who} wollte ein Profil bearbeiten`,
    'profile.export': (who) => `${who} wollte die eigenen Daten herunterladen`,
    'profile.delete': (who) => `${who} wollte das eigene Konto löschen`,
    'profile.deletion-request': (who) => `${who} wollte die Löschung des eigenen Kontos beantragen`,
    'profile.deletion-cancel': (who) => `${who} wollte die Löschung des eigenen Kontos abbrechen`,
    'field.reveal': (who, whom) => `${who} wollte ein verborgenes Feld im Profil von ${whom} ansehen`,
    'password.reset': (who, whom) =>
      `${who} wollte eine E-Mail zum Zurücksetzen des Passworts an ${whom} senden`,
    'email.verify': (who, whom) => `${who} wollte eine Bestätigungs-E-Mail an ${whom} senden`,
    'sessions.revoke': (who, whom) => `${who} wollte Sitzungen von ${whom} beenden`,
    'member.block': (who, whom) => `${who} wollte ${whom} sperren`,
    'member.unblock': (who, whom) => `${who} wollte ${whom} entsperren`,
    'member.clear-lockout': (who, whom) => `${who} wollte die Anmeldung für ${whom} freigeben`,
    'member.mfa-reset': (who, whom) =>
      `${who} wollte die Bestätigung in zwei Schritten für ${whom} zurücksetzen`,
    'member.revoke-access': (who, whom) => `${who} wollte ${whom} überall abmelden`,
    'membership.remove': (who, whom) => `${who} wollte ${whom} aus der Organisation entfernen`,
    'user.delete': (who, whom) => `${who} wollte das Konto von ${whom} löschen`,
    'roles.assign': (who, whom) => `${who} wollte die Rollen von ${whom} ändern`,
    'invitation.create': (who, whom) =>
      whom ? `${who} wollte ${whom} einladen` : `${who} wollte Personen einladen`,
    'invitation.revoke': (who, whom) =>
      whom ? `${who} wollte die Einladung an ${whom} widerrufen` : `${who} wollte eine Einladung widerrufen`,
    'invitation.resend': (who, whom) =>
      whom
        ? `${who} wollte die Einladung an ${whom} erneut senden`
        : `${who} wollte eine Einladung erneut senden`,
    'invitation.link': (who, whom) =>
      whom
        ? `${who} wollte den Einladungslink für ${whom} kopieren`
        : `${who} wollte einen Einladungslink kopieren`,
    'members.export': (who) => `${who} wollte die Mitgliederliste exportieren`,
    'activity.export': (who) => `${who} wollte das Aktivitätsprotokoll exportieren`,
    'bulk.run': (who) => `${who} wollte eine Sammelaktion ausführen`,
  },
  outcomes: {
    partly: 'Nur teilweise ausgeführt',
    refused: 'Nicht erlaubt',
    failed: 'Fehlgeschlagen',
    unknown: 'Unklar, ob das ausgeführt wurde',
  },
  causes: {
    step_up_required: 'Eine erneute Anmeldung war nötig.',
    user_blocked: 'Die Person war gesperrt.',
    profile_not_found: 'Es gibt kein solches Mitglied.',
    session_not_found: 'Die Sitzung war schon beendet.',
    invitation_not_found: 'Die Einladung war schon beendet.',
    reason_required: 'Es wurde kein Grund angegeben.',
    field_locked: 'Das Feld kann nicht geändert werden.',
    rate_limited: 'Es gab zu viele Versuche.',
    feature_unavailable: 'Das ist für die Organisation nicht verfügbar.',
    erasure_failed: 'Andere Daten des Kontos konnten nicht gelöscht werden.',
    value_in_use: 'Ein anderes Konto hat diesen Wert.',
    value_refused: 'Der Wert wurde abgelehnt.',
    invitation_refused: 'Die Einladung wurde abgelehnt.',
    upstream_unavailable: 'Der Anmeldedienst war nicht erreichbar.',
    upstream_timeout: 'Der Anmeldedienst hat nicht geantwortet.',
    upstream_refused: 'Der Anmeldedienst hat es abgelehnt.',
    'address-invalid': 'Die Adresse ist ungültig.',
    'address-invisible': 'Die Adresse enthält ein unsichtbares Zeichen.',
    'address-look-alike': 'Die Adresse enthält Buchstaben, die nur so aussehen wie andere.',
    'already-member': 'Die Person ist schon Mitglied.',
    'already-invited': 'Die Person ist schon eingeladen.',
    'signs-in-elsewhere': 'Die Person meldet sich anders an.',
    'not-allowed': 'Die eigenen Rollen erlauben das nicht.',
    'shared-user': 'Das Mitglied gehört zu mehreren Organisationen.',
    'recreated-at-login': 'Das Konto würde bei der nächsten Anmeldung neu angelegt.',
    blocked: 'Das Mitglied ist gesperrt.',
    'role-above-own': 'Die Rolle hat Berechtigungen, die der Person fehlen.',
    'last-admin': 'Die Organisation hätte keinen Admin mehr.',
    'delegated-session': 'Jemand anderes war in Vertretung angemeldet.',
    'managed-by-connection': 'Das verwaltet ein anderes System.',
    'step-up-required': 'Eine erneute Anmeldung war nötig.',
  },
  own: {
    'profile.update': (who) => `${who} hat das eigene Profil bearbeitet`,
    'password.reset': (who) => `${who} hat eine E-Mail zum Zurücksetzen des Passworts angefordert`,
    'email.verify': (who) => `${who} hat eine Bestätigungs-E-Mail angefordert`,
    'sessions.revoke': (who) => `${who} hat eigene Sitzungen beendet`,
    'roles.assign': (who) => `${who} hat die eigenen Rollen geändert`,
  },
  other: (who, action) => `${who}: ${action}`,
  changedTo: 'geändert zu',
  changed: 'geändert',
  roles: 'Rollen',
  noValue: 'nicht angegeben',
  yes: 'ja',
  no: 'nein',
  fields: (names) => `Felder: ${names}`,
  reason: (reason) => `„${reason}“`,
  delegated: 'in Vertretung angemeldet',
};
