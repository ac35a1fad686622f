/** Bulk actions and the export of the list, in German. */
import type { BulkMessages } from '../en/bulk.js';
import {
  borrowedSession,
  cancel,
  close,
  continueIn,
  members,
  openApps,
  plural,
  reasonHelp,
  rolesAbove,
  signInAgain,
  signInToContinue,
  typeExactly,
  typeToConfirm,
  formatted,
} from './common.js';

/** In the dative: “3 von 8 Mitgliedern”. */
const share = (done: number, of: number) =>
  plural(of, {
    one: (number) => `${formatted(done)} von ${number} Mitglied`,
    other: (number) => `${formatted(done)} von ${number} Mitgliedern`,
  });

/** How many of the members it was done for. */
const doneOf = (done: number, of: number) => (done === of ? members(of) : share(done, of));

export const bulk: BulkMessages = {
  operations: {
    'password.reset': {
      title: (count) => `E-Mail zum Zurücksetzen des Passworts an ${members(count)} senden?`,
      confirm: (count) => plural(count, { one: 'E-Mail senden', other: 'E-Mails senden' }),
      running: (count) =>
        plural(count, {
          one: 'E-Mail zum Zurücksetzen wird an # Mitglied gesendet…',
          other: 'E-Mails zum Zurücksetzen werden an # Mitglieder gesendet…',
        }),
      ended: (done, of) => `E-Mails zum Zurücksetzen gesendet: ${doneOf(done, of)}`,
      consequences: [
        'Wir senden jeder Person einen Link zum Zurücksetzen. Passwörter ändern sich erst, wenn die Links verwendet werden.',
      ],
    },
    'member.block': {
      title: (count) => `${members(count)} sperren?`,
      confirm: (count) => `${members(count)} sperren`,
      running: (count) =>
        plural(count, { one: '# Mitglied wird gesperrt…', other: '# Mitglieder werden gesperrt…' }),
      ended: (done, of) => `Gesperrt: ${doneOf(done, of)}`,
      already: 'Bereits gesperrt.',
      consequences: [
        'Diese Personen können sich nicht mehr anmelden, auch nicht mit SSO.',
        'Diese Personen werden überall abgemeldet.',
      ],
      openApps,
    },
    'member.unblock': {
      title: (count) => `${members(count)} entsperren?`,
      confirm: (count) => `${members(count)} entsperren`,
      running: (count) =>
        plural(count, { one: '# Mitglied wird entsperrt…', other: '# Mitglieder werden entsperrt…' }),
      ended: (done, of) => `Entsperrt: ${doneOf(done, of)}`,
      already: 'Nicht gesperrt.',
      consequences: ['Diese Personen können sich wieder anmelden.'],
    },
    'member.revoke-access': {
      title: (count) => `${members(count)} überall abmelden?`,
      confirm: (count) => `${members(count)} abmelden`,
      running: (count) =>
        plural(count, {
          one: '# Mitglied wird überall abgemeldet…',
          other: '# Mitglieder werden überall abgemeldet…',
        }),
      ended: (done, of) => `Überall abgemeldet: ${doneOf(done, of)}`,
      consequences: [
        'Diese Personen werden in allen Browsern und Apps abgemeldet. Eine neue Anmeldung bleibt möglich.',
      ],
      openApps,
    },
    'membership.remove': {
      title: (count) => `${members(count)} aus der Organisation entfernen?`,
      confirm: (count) => `${members(count)} entfernen`,
      running: (count) =>
        plural(count, { one: '# Mitglied wird entfernt…', other: '# Mitglieder werden entfernt…' }),
      ended: (done, of) => `Entfernt: ${doneOf(done, of)}`,
      consequences: [
        'Diese Personen verlieren den Zugriff auf diese Organisation, behalten aber ihre Konten.',
        'Wer eine Anmeldemethode nutzt, die Mitglieder automatisch hinzufügt, ist nach der nächsten Anmeldung zurück.',
      ],
    },
    'user.delete': {
      title: (count) =>
        plural(count, { one: 'Konto von # Mitglied löschen?', other: 'Konten von # Mitgliedern löschen?' }),
      confirm: (count) => plural(count, { one: 'Konto löschen', other: 'Konten löschen' }),
      running: (count) =>
        plural(count, {
          one: 'Konto von # Mitglied wird gelöscht…',
          other: 'Konten von # Mitgliedern werden gelöscht…',
        }),
      ended: (done, of) => `Konten gelöscht: ${doneOf(done, of)}`,
      consequences: [
        'Konten und Profile werden endgültig gelöscht. Das kann nicht rückgängig gemacht werden.',
        'Konten, die SSO oder einen sozialen Anbieter nutzen, werden bei der nächsten Anmeldung neu angelegt.',
      ],
    },
    'roles.assign': {
      title: (count) =>
        plural(count, { one: 'Rollen von # Mitglied ändern?', other: 'Rollen von # Mitgliedern ändern?' }),
      confirm: () => 'Rollen ändern',
      running: (count) =>
        plural(count, {
          one: 'Rollen von # Mitglied werden geändert…',
          other: 'Rollen von # Mitgliedern werden geändert…',
        }),
      ended: (done, of) => `Rollen geändert: ${doneOf(done, of)}`,
      consequences: ['Wirkt möglicherweise erst nach der nächsten Anmeldung.'],
    },
  },
  reasons: {
    'managed-by-connection': 'Wird vom Anmeldeanbieter dieser Person verwaltet.',
    'refreshed-at-login': 'Würde bei der nächsten Anmeldung überschrieben.',
    'directory-owned': 'Aus einem Verzeichnis synchronisiert, das es überschreiben würde.',
    'sign-in-identifier': 'Damit meldet sich die Person an.',
    'external-database': 'Das Konto ist außerhalb dieses Produkts gespeichert.',
    'invited-address': 'Muss die Adresse bleiben, die eingeladen wurde.',
    'shared-user':
      'Gehört zu mehreren Organisationen. Sie können die Person aus dieser Organisation entfernen.',
    'not-allowed': 'Ihre Organisation lässt das nicht zu.',
    'connection-not-enabled': 'Die eigene Anmeldemethode des Kontos gibt es in Ihrer Organisation nicht.',
    masked: 'Ein Teil davon ist für Sie verborgen.',
    'unreadable-value': 'In einem unerwarteten Format gespeichert.',
    'recreated-at-login':
      'Das Konto würde bei der nächsten Anmeldung neu angelegt. Sperren Sie die Person stattdessen.',
    blocked: 'Ist gesperrt, und das würde die Sperre aufheben.',
    'role-above-own': 'Diese Rolle hat Berechtigungen, die Sie nicht haben.',
    'last-admin': 'Die Organisation hätte keinen Admin mehr.',
    'delegated-session': borrowedSession,
    'no-such-attribute': 'Gilt nicht für dieses Konto.',
    'step-up-required': signInAgain,
    profile_not_found: 'Kein Mitglied mehr.',
    yourself: 'Das sind Sie selbst. Aktionen für mehrere Mitglieder schließen Sie nicht ein.',
    'already-done': 'Nichts zu ändern.',
  },
  states: {
    allowed: 'Bereit',
    waiting: 'Wartet',
    done: 'Erledigt',
    refused: 'Übersprungen',
    failed: 'Fehlgeschlagen',
  },
  notStarted: 'Nicht begonnen',
  checking: 'Es wird geprüft, für wen das gilt…',
  allowed: (count) => `Gilt für ${members(count)}.`,
  skipped: (count) => `Übersprungen: ${members(count)}`,
  noneApply: 'Das gilt für keines der ausgewählten Mitglieder.',
  reason: 'Grund',
  reasonHelp,
  phrase: typeToConfirm,
  word: 'löschen',
  mismatch: typeExactly,
  signIn: signInToContinue,
  signInText: `${signInAgain} Danach kommen Sie auf diese Seite zurück.`,
  add: 'Hinzufügen',
  remove: 'Entfernen',
  next: 'Weiter',
  chooseOne: 'Wählen Sie mindestens eine Rolle.',
  rolesAbove,
  progress: (done, of) => `${formatted(done)} von ${formatted(of)}`,
  keepsRunning: 'Sie können diese Seite verlassen. Die Aktion läuft weiter.',
  hide: 'Schließen',
  pause: 'Pausieren',
  pausing: 'Wird pausiert…',
  paused: (done, of) => `Pausiert. ${formatted(done)} von ${formatted(of)}`,
  staysPaused: 'Bleibt bis zu 24 Stunden pausiert, bis Sie die Aktion fortsetzen.',
  resume: 'Fortsetzen',
  stop: 'Stoppen',
  stopping: 'Wird gestoppt…',
  show: 'Fortschritt anzeigen',
  showResults: 'Ergebnisse anzeigen',
  ended: (done, of) => `Erledigt: ${share(done, of)}.`,
  stopped: (done, of) => `Gestoppt. Erledigt: ${share(done, of)}.`,
  resultsUnavailable:
    'Die Ergebnisse sind nicht mehr verfügbar. Den aktuellen Stand sehen Sie in der Mitgliederliste.',
  retryFor: (count) => `Wiederholen (${members(count)})`,
  partly: 'Einige Schritte wurden nicht abgeschlossen.',
  save: 'Ergebnisse herunterladen',
  saveRest: 'Unvollständige herunterladen',
  notListed: (count) => `${members(count)} nicht aufgeführt. Die heruntergeladene Datei enthält alle.`,
  cancel,
  close,
  wait: continueIn,
  export: {
    action: 'CSV exportieren',
    running: (count) => `Wird exportiert… bisher ${members(count)}`,
    done: (count) => `${members(count)} exportiert.`,
    cancel: 'Export stoppen',
  },
  file: {
    selected: (count) => `Aus der Datei ausgewählt: ${members(count)}.`,
    failed: 'Die Datei konnte nicht gelesen werden. Wählen Sie sie noch einmal aus.',
    unreadable:
      'Diese Datei hat keine Spalte „user_id“. Wählen Sie eine Datei mit Ergebnissen, die Sie hier heruntergeladen haben.',
    tooLong: (max) =>
      `Diese Datei hat zu viele Zeilen. Eine Aktion ist für höchstens ${members(max)} möglich.`,
  },
  columns: ['name', 'email', 'user_id', 'result', 'detail'] as const,
};
