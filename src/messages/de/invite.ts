/** The dialog that invites people, in German. */
import type { InviteMessages } from '../en/invite.js';
import { addresses, cancel, continueIn, plural, rolesAbove, formatted } from './common.js';

export const invite: InviteMessages = {
  title: (organization) => `Personen zu ${organization} einladen`,
  addresses: 'E-Mail-Adressen',
  addressesHelp: 'Trennen Sie Adressen mit Kommas, Leerzeichen oder neuen Zeilen.',
  entered: (count) => `${addresses(count)} eingegeben`,
  remove: (email) => `${email} entfernen`,
  edit: (email) => `${email} bearbeiten`,
  file: 'Oder eine CSV- oder TSV-Datei hochladen',
  fileHelp:
    'Aus einer Tabelle oder einem Verzeichnis, mit einer Spalte mit E-Mail-Adressen und, wenn Sie möchten, einer mit Rollen. Vor dem Senden können Sie alles prüfen.',
  fileRead: (count) =>
    plural(count, { one: '# Person in der Datei gefunden.', other: '# Personen in der Datei gefunden.' }),
  emailsFrom: (heading) => `E-Mail-Adressen stammen aus der Spalte „${heading}“.`,
  rolesFrom: (heading) => `Rollen stammen aus der Spalte „${heading}“.`,
  noRoleColumn: 'Die Datei hat keine Spalte mit Rollen.',
  skipped: (count, rows) =>
    plural(count, {
      one: (number) => `${number} Zeile ohne E-Mail-Adresse übersprungen: ${rows}`,
      other: (number) => `${number} Zeilen ohne E-Mail-Adresse übersprungen: ${rows}`,
    }),
  unknownRoles: (names) => `Diese Rollen gibt es nicht: ${names}`,
  fileProblems: {
    unreadable: 'Die Datei konnte nicht gelesen werden. Wählen Sie sie noch einmal aus.',
    'no-addresses': 'Keine E-Mail-Adressen gefunden. Die Datei braucht eine Spalte mit E-Mail-Adressen.',
    workbook: 'Das ist eine Excel-Arbeitsmappe. Speichern Sie sie als CSV und wählen Sie diese Datei aus.',
  },
  roles: 'Rollen',
  rolesHelp: 'Ohne Rolle gilt nur der Standardzugriff.',
  rolesAbove,
  connection: 'Anmeldemethode',
  anyConnection: 'Beliebig (freie Wahl)',
  noConnection:
    'Sie können niemanden einladen: Keine Anmeldemethode Ihrer Organisation unterstützt Einladungen. Wenden Sie sich an den Support.',
  expiry: 'Läuft ab nach',
  days: (count) => plural(count, { one: '# Tag', other: '# Tagen' }),
  hours: (count) => plural(count, { one: '# Stunde', other: '# Stunden' }),
  language: 'Sprache der E-Mail',
  anyLanguage: 'Standard',
  check: 'Nur prüfen',
  checking: 'Wird geprüft…',
  send: (count) =>
    count === 0 ? 'Einladen' : plural(count, { one: '# Person einladen', other: '# Personen einladen' }),
  sending: (done, of) => `${formatted(done)} von ${formatted(of)} wird gesendet…`,
  invited: (count) => plural(count, { one: '# Einladung gesendet.', other: '# Einladungen gesendet.' }),
  ready: (count) =>
    plural(count, {
      one: '# Adresse kann eingeladen werden.',
      other: '# Adressen können eingeladen werden.',
    }),
  refused: (count) =>
    plural(count, {
      one: '# Adresse konnte nicht eingeladen werden. Die Gründe stehen oben.',
      other: '# Adressen konnten nicht eingeladen werden. Die Gründe stehen oben.',
    }),
  enterOne: 'Geben Sie mindestens eine E-Mail-Adresse ein.',
  cancel,
  close: 'Fertig',
  loading: 'Wird geladen…',
  wait: continueIn,
  refusals: {
    'address-invalid': () => 'Keine gültige E-Mail-Adresse.',
    'address-invisible': () => 'Enthält ein unsichtbares Zeichen. Geben Sie sie noch einmal ein.',
    'address-look-alike': () =>
      'Enthält Buchstaben, die nur so aussehen wie andere. Geben Sie sie noch einmal ein.',
    'address-twice': () => 'Doppelt aufgeführt.',
    'already-member': () => 'Bereits Mitglied.',
    'already-invited': () => 'Bereits eingeladen.',
    'signs-in-elsewhere': (connection) =>
      connection
        ? `Meldet sich mit ${connection} an. Wählen Sie diese Anmeldemethode oder fragen Sie Ihr IT-Team.`
        : 'Verwendet eine andere Anmeldemethode.',
    'connection-not-invitable': () => 'Diese Anmeldemethode unterstützt keine Einladungen.',
    'role-not-assignable': () => 'Eine dieser Rollen können Sie nicht vergeben.',
    'rate-limited': () => 'Nicht gesendet: zu viele Einladungen. Versuchen Sie es in einigen Minuten erneut.',
    'not-sent': () => 'Konnte nicht gesendet werden. Versuchen Sie es erneut.',
    'outcome-unknown': () =>
      'Wir wissen nicht, ob das gesendet wurde. Versuchen Sie es in einer Minute erneut, um es herauszufinden.',
  },
};
