/** The account section: password, sessions, export and deletion, in German. */
import type { AccountMessages } from '../en/account.js';
import {
  blockedReset,
  borrowedSession,
  cancel,
  cantRightNow,
  days,
  downloadReceipt,
  lastAdmin,
  notAvailable,
  partMissing,
  plural,
  reference,
  seconds,
  sessionsNotAvailable,
  sharedUser,
  signInAgain,
  signInToContinue,
  typeExactly,
  typeToConfirm,
  justNow,
} from './common.js';

export const account: AccountMessages = {
  justNow,
  again: (left) => `Sie können in ${seconds(left)} eine weitere E-Mail anfordern.`,
  cancel,
  locked: cantRightNow,
  missing: partMissing,
  verify: {
    text: (email) =>
      `${email} ist noch nicht bestätigt. Verwenden Sie den Link in der E-Mail, die wir gesendet haben.`,
    textFor: (email) =>
      `${email} ist noch nicht bestätigt. Dafür braucht es den Link in der E-Mail, die wir gesendet haben.`,
    action: 'Bestätigungs-E-Mail erneut senden',
    sent: (email) => `Wir haben eine E-Mail an ${email} gesendet.`,
  },
  password: {
    title: 'Passwort',
    text: (organization, email) =>
      `Wir senden im Namen von ${organization} einen Link zum Zurücksetzen an ${email}. Ihr Passwort ändert sich erst, wenn Sie ihn verwenden.`,
    textFor: (name, email) =>
      `Wir senden ${name} einen Link zum Zurücksetzen an ${email}. Das Passwort ändert sich erst, wenn der Link verwendet wird.`,
    action: 'Link zum Zurücksetzen senden',
    sent: (email) => `Wenn ${email} E-Mails empfangen kann, kommt der Link in wenigen Minuten an.`,
  },
  sessions: {
    title: 'Wo Sie angemeldet sind',
    titleFor: 'Wo diese Person angemeldet ist',
    text: 'Browser, die mit Ihrem Konto angemeldet sind, in jeder Organisation.',
    textFor: 'Browser, die mit dem Konto dieser Person angemeldet sind, in jeder Organisation.',
    loading: 'Sitzungen werden geladen',
    unavailable: sessionsNotAvailable,
    none: 'Sie sind nirgendwo sonst angemeldet.',
    noneFor: 'Keine aktiven Sitzungen.',
    current: 'Dieser Browser',
    unknown: 'Unbekannter Browser',
    lastUsed: (when) => `Zuletzt aktiv: ${when}`,
    end: 'Abmelden',
    endOf: (browser) => `Von ${browser} abmelden`,
    endOthers: 'Überall sonst abmelden',
    endAll: 'Überall abmelden',
    ended: 'Sitzung beendet.',
    endedOthers: 'Überall sonst abgemeldet.',
    endedAll: 'Überall abgemeldet.',
  },
  export: {
    title: 'Ihre Daten',
    text: 'Laden Sie eine Kopie Ihrer Profildaten herunter.',
    json: 'Als JSON herunterladen',
    html: 'Als Webseite herunterladen',
    running: 'Download wird vorbereitet…',
    done: 'Ihr Download ist bereit.',
  },
  deletion: {
    dangerZone: 'Gefahrenbereich',
    notOffered: 'Sie können dieses Konto hier nicht löschen.',
    title: 'Konto löschen',
    text: 'Löschen Sie Ihr Konto endgültig in allen Organisationen, zu denen Sie gehören.',
    action: 'Konto löschen…',
    checking: 'Es wird geprüft, was gelöscht wird…',
    organizations: (name, others) =>
      others === 0
        ? `Sie verlassen ${name}.`
        : plural(others, {
            one: (number) => `Sie verlassen ${name} und ${number} weitere Organisation.`,
            other: (number) => `Sie verlassen ${name} und ${number} weitere Organisationen.`,
          }),
    delay: (count) =>
      `Ihr Konto wird nach Ablauf dieser Frist gelöscht: ${days(count)}. Bis dahin können Sie die Löschung hier abbrechen.`,
    phrase: typeToConfirm,
    word: 'löschen',
    confirm: 'Konto löschen',
    confirming: 'Wird gelöscht…',
    mismatch: typeExactly,
    signIn: signInToContinue,
    signInText:
      'Um Ihr Konto zu löschen, melden Sie sich zuerst erneut an. Danach kommen Sie auf diese Seite zurück.',
    signInTooLate:
      'Ihr Konto wurde nicht gelöscht, weil die Anmeldung zu lange gedauert hat. Beginnen Sie noch einmal.',
    receiptTitle: 'Ihr Konto wurde gelöscht',
    notDone: 'Daten über Sie in anderen Systemen und in Sicherungen wurden nicht gelöscht.',
    tokensUntil: (when) => `In einigen Apps bleiben Sie möglicherweise bis ${when} angemeldet.`,
    receiptId: reference,
    saveReceipt: downloadReceipt,
    leave: 'Weiter',
  },
  reveal: {
    action: (field) => `${field} anzeigen`,
    done: (field) => `${field} wird jetzt angezeigt. Das wurde im Aktivitätsprotokoll vermerkt.`,
  },
  pendingDeletion: {
    title: (when) => `Ihr Konto wird am ${when} gelöscht.`,
    text: 'Bis dahin können Sie es weiter nutzen oder die Löschung abbrechen.',
    keep: 'Mein Konto behalten',
    keeping: 'Löschung wird abgebrochen…',
  },
  problems: {
    step_up_required: `${signInAgain} Danach kommen Sie auf diese Seite zurück.`,
    operation_locked: cantRightNow,
    outcome_unknown:
      'Wir wissen nicht, ob die E-Mail gesendet wurde. Prüfen Sie den Posteingang, bevor Sie eine weitere senden.',
    feature_unavailable: notAvailable,
    erasure_failed:
      'Ihre Daten konnten nicht gelöscht werden, daher wurde nichts gelöscht. Versuchen Sie es in einigen Minuten erneut.',
  },
  reasons: {
    'recreated-at-login': (source, connectionClass) =>
      connectionClass === 'social'
        ? `Ihr Konto würde bei Ihrer nächsten Anmeldung mit ${source} neu angelegt. Um auszutreten, bitten Sie einen Admin, Sie zu entfernen.`
        : `${source} würde Ihr Konto bei Ihrer nächsten Anmeldung neu anlegen. Bitten Sie Ihr IT-Team, es dort zu entfernen.`,
    'last-admin': () =>
      'Eine Ihrer Organisationen hätte keinen Admin mehr. Machen Sie zuerst eine andere Person zum Admin.',
    'delegated-session': () => borrowedSession,
    'shared-user': () => `${sharedUser} Diese Person kann es selbst tun.`,
    blocked: () => blockedReset,
    'managed-by-connection': (source) => `Wird von ${source} verwaltet. Sie können das dort tun.`,
    'not-allowed': () => 'Ihre Organisation lässt das nicht zu. Fragen Sie einen Admin.',
  },
  theirReasons: {
    'last-admin': () => lastAdmin,
    'recreated-at-login': (source, connectionClass) =>
      connectionClass === 'social'
        ? `Das Konto würde bei der nächsten Anmeldung mit ${source} neu angelegt. Sperren Sie die Person stattdessen.`
        : `${source} würde das Konto bei der nächsten Anmeldung neu anlegen. Bitten Sie Ihr IT-Team, es dort zu entfernen.`,
    'managed-by-connection': (source) => `Wird von ${source} verwaltet.`,
    'not-allowed': () => 'Ihre Organisation lässt das bei anderen Personen nicht zu.',
  },
  consequences: {
    'mail-to-address': 'Wir senden eine E-Mail an die Adresse des Kontos.',
    'password-unchanged-until-used': 'Das Passwort ändert sich erst, wenn der Link verwendet wird.',
    'ends-other-sessions': 'Sie werden überall sonst abgemeldet.',
    'ends-all-sessions': 'Sie werden überall abgemeldet, auch hier.',
    'removes-account':
      'Ihr Konto und Ihr Profil werden endgültig gelöscht. Das kann nicht rückgängig gemacht werden.',
    'removes-memberships': 'Sie verlassen alle Organisationen, zu denen Sie gehören.',
    'removes-linked-identities':
      'Andere Anmeldemethoden, die mit Ihrem Konto verknüpft sind, werden ebenfalls gelöscht.',
    'erases-product-data': 'Ihre Daten in diesem Produkt werden zuerst gelöscht.',
    'keeps-other-systems': 'Daten über Sie in anderen Systemen und in Sicherungen werden nicht gelöscht.',
  },
  done: {
    'product-data': 'Produktdaten gelöscht',
    account: 'Konto gelöscht',
    'linked-identities': 'Verknüpfte Anmeldemethoden gelöscht',
    memberships: 'Alle Organisationen verlassen',
    sessions: 'Überall abgemeldet',
  },
};
