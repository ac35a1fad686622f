/** Editing a profile, in German. */
import type { Violation } from '../../policy/check-value.js';
import type { FieldKind } from '../../policy/vocabulary.js';
import type { EditingMessages } from '../en/editing.js';
import { cancel, enterReason, plural } from './common.js';

const invalid = 'Dieser Wert ist ungültig.';
const unprintable = 'Entfernen Sie die nicht darstellbaren Zeichen.';

const formats: Partial<Record<FieldKind, string>> = {
  text: unprintable,
  multiline: unprintable,
  list: unprintable,
  email: 'Geben Sie eine E-Mail-Adresse ein, etwa name@example.com.',
  phone: 'Geben Sie eine Telefonnummer mit Ländervorwahl ein, etwa +4930123456.',
  username:
    'Verwenden Sie nur Buchstaben, Ziffern und . _ - +. E-Mail-Adressen und Telefonnummern sind nicht erlaubt.',
  url: 'Geben Sie eine Webadresse ein, etwa https://example.com.',
  picture: 'Geben Sie eine Bildadresse ein, die mit https:// beginnt.',
  date: 'Geben Sie ein vollständiges Datum ein.',
  number: 'Geben Sie eine Zahl ein.',
};

const characters = (limit: Violation['limit']) =>
  plural(Number(limit), { one: '# Zeichen', other: '# Zeichen' });

export const editing: EditingMessages = {
  auditReason: 'Grund für diese Änderung',
  signInAndSave: 'Anmelden und speichern',
  unsavedField: 'Nicht gespeichert',
  notSavedYet: 'Noch nicht gespeichert. Prüfen und speichern Sie Ihre Änderungen.',
  saved: 'Änderungen gespeichert.',
  partlySaved: (fields) =>
    `${fields} gespeichert. Ihre anderen Änderungen wurden nicht gespeichert. Versuchen Sie es erneut.`,
  theirReasons: {
    'refreshed-at-login': (source, changer) =>
      `Wird von ${source} verwaltet und bei jeder Anmeldung dieser Person aktualisiert. ${changer}`,
    'sign-in-identifier': (_source, changer) => `Damit meldet sich diese Person an. ${changer}`,
    'invited-address': (_source, changer) =>
      `Diese Person wurde mit dieser E-Mail-Adresse eingeladen. ${changer}`,
    'shared-user': (_source, changer) =>
      `Diese Person gehört zu mehreren Organisationen, und eine Änderung würde sich auf alle auswirken. ${changer}`,
    'not-allowed': (_source, changer) =>
      `Ihre Organisation lässt diese Änderung bei anderen Personen nicht zu. ${changer}`,
  },
  theirChangers: {
    person: 'Diese Person kann es selbst ändern.',
    inviter: 'Für eine andere Adresse laden Sie diese Person erneut ein.',
  },
  conflict: {
    title: (field) => `${field} wurde während Ihrer Bearbeitung geändert`,
    stored: 'Aktueller Wert',
    mine: 'Ihre Änderung',
    keepMine: 'Meine Änderung behalten',
    useStored: 'Aktuellen Wert verwenden',
    choose: 'Wählen Sie vor dem Speichern, welcher Wert gelten soll.',
  },
  followsNames: 'Richtet sich nach Vor- und Nachname, bis Sie ihn ändern.',
  upload: {
    remove: 'Entfernen',
    removePhoto: 'Foto entfernen',
    choose: 'Foto hochladen…',
    running: 'Foto wird hochgeladen',
    cancel,
    faults: {
      type: 'Wählen Sie ein Bild im Format PNG, JPEG, WebP, GIF oder AVIF.',
      size: 'Wählen Sie ein Bild mit höchstens 5 MB.',
      host: 'Das Foto konnte nicht hochgeladen werden. Versuchen Sie es erneut.',
    },
  },
  consequences: {
    own: {
      'changes-sign-in': (field) => `${field}: Sie melden sich künftig mit dem neuen Wert an.`,
      'verification-mail': (_field, value) =>
        `Wir senden eine Bestätigungs-E-Mail an ${value}. Bestätigen Sie Ihre Adresse mit dem Link darin.`,
      'ends-sessions': () =>
        'Sie werden überall sonst abgemeldet und müssen sich hier möglicherweise erneut anmelden.',
    },
    theirs: {
      'changes-sign-in': (field) => `${field}: Diese Person meldet sich künftig mit dem neuen Wert an.`,
      'verification-mail': (_field, value) => `Wir senden eine Bestätigungs-E-Mail an ${value}.`,
      'ends-sessions': () => 'Diese Person wird überall abgemeldet.',
    },
    signInFirst: 'Sie melden sich zuerst erneut an. Wenn Sie zurück sind, speichern wir Ihre Änderungen.',
  },
  lostDraft: {
    expired:
      'Ihre Änderungen wurden nicht gespeichert, weil die Anmeldung zu lange gedauert hat. Geben Sie sie erneut ein.',
    'other-account':
      'Ihre Änderungen wurden nicht gespeichert, weil Sie sich mit einem anderen Konto oder bei einer anderen Organisation angemeldet haben.',
  },
  displaced: 'Dieses Feld ist jetzt geschützt, daher wurde Ihre Änderung nicht gespeichert:',
  dismiss: 'Ausblenden',
  inItem: (item, text) => `„${item}“: ${text}`,
  violations: {
    required: () => 'Dieses Feld ist erforderlich.',
    'not-removable': () => 'Dieses Feld kann geändert, aber nicht geleert werden.',
    type: (_limit, kind) => formats[kind] ?? invalid,
    'too-short': (limit) => `Verwenden Sie mindestens ${characters(limit)}.`,
    'too-long': (limit) => `Verwenden Sie höchstens ${characters(limit)}.`,
    'too-small': (limit, kind) =>
      kind === 'date' ? `Wählen Sie ${limit} oder später.` : `Geben Sie ${limit} oder mehr ein.`,
    'too-large': (limit, kind) =>
      kind === 'date' ? `Wählen Sie ${limit} oder früher.` : `Geben Sie ${limit} oder weniger ein.`,
    format: (_limit, kind) => formats[kind] ?? invalid,
    pattern: () => 'Verwenden Sie das unten beschriebene Format.',
    prohibited: (character) => `Entfernen Sie dieses Zeichen: ${character}`,
    invisible: (text) =>
      `Löschen Sie das unsichtbare Zeichen nach „${text}“ oder geben Sie den Wert neu ein.`,
    'look-alike': (_limit, kind) =>
      kind === 'email'
        ? 'Manche Buchstaben sehen nur so aus wie die in dieser Adresse. Geben Sie sie noch einmal ein.'
        : 'Verwenden Sie Buchstaben aus nur einem Alphabet.',
    'no-country-code': () => 'Geben Sie die Ländervorwahl mit an, etwa +491701234567.',
    'unknown-country-code': () => 'Kein Land hat diese Vorwahl. Prüfen Sie die Ziffern nach dem Pluszeichen.',
    extension: () => 'Geben Sie die Nummer ohne Durchwahl ein.',
    'two-numbers': () => 'Geben Sie nur eine Telefonnummer ein.',
    'number-length': () => 'Diese Nummer hat zu wenige oder zu viele Ziffern. Prüfen Sie sie.',
    choice: () => 'Wählen Sie aus der Liste.',
    'too-many': (limit) =>
      `Geben Sie höchstens ${plural(Number(limit), { one: '# Eintrag', other: '# Einträge' })} ein.`,
  },
  saveProblems: {
    step_up_required: 'Melden Sie sich erneut an, um diese Änderung zu speichern.',
    body_too_large: 'Das ist zu viel Text. Kürzen Sie das längste Feld.',
    profile_changed: 'Dieses Profil wurde während Ihrer Bearbeitung geändert.',
    reason_required: enterReason,
  },
  refusals: {
    field_unknown: 'Dieses Feld ist nicht mehr verfügbar.',
    field_locked: 'Dieses Feld ist jetzt geschützt.',
    value_invalid: invalid,
    step_up_required: 'Melden Sie sich erneut an, um das zu ändern.',
    value_in_use: 'Dieser Wert wird bereits verwendet. Versuchen Sie einen anderen.',
    value_refused: 'Dieser Wert wurde nicht akzeptiert. Versuchen Sie einen anderen.',
    profile_too_large: 'Dafür ist im Profil nicht genug Platz. Kürzen Sie den Text.',
  },
};
