/** The dialogs about one member, in German. */
import type { DialogMessages } from '../en/dialogs.js';
import {
  continueIn,
  downloadReceipt,
  enterReason,
  openApps,
  reasonHelp,
  reference,
  signInAgain,
  signInToContinue,
  typeExactly,
  typeToConfirm,
  working,
  undo,
  labeled,
} from './common.js';

export const dialogs: DialogMessages = {
  checking: 'Es wird geprüft, was sich ändert…',
  absent: 'Das ist für diese Person nicht verfügbar.',
  notLockedOut: 'Diese Person ist nicht ausgesperrt.',
  removed: (names) => `Entfernt: ${names}.`,
  openApps,
  regainTitle: 'Wie die Person wieder Zugang bekäme',
  recommended: (why) => `Statt zu löschen empfohlen. ${why}`,
  recommendations: {
    'membership.remove': 'Wir empfehlen, die Person stattdessen aus Ihrer Organisation zu entfernen.',
    'member.revoke-access': 'Wir empfehlen, die Person stattdessen überall abzumelden.',
    'member.block': 'Wir empfehlen, die Person stattdessen zu sperren.',
    'user.delete': 'Wir empfehlen, stattdessen das Konto zu löschen.',
  },
  instead: {
    'membership.remove': 'Stattdessen entfernen',
    'member.revoke-access': 'Stattdessen abmelden',
    'member.block': 'Stattdessen sperren',
    'user.delete': 'Stattdessen löschen',
  },
  questions: {
    'password.reset': {
      title: (name) => `${name} eine E-Mail zum Zurücksetzen des Passworts senden?`,
      confirm: 'E-Mail senden',
      done: (name) => `Wenn ${name} E-Mails empfangen kann, kommt der Link in wenigen Minuten an.`,
      consequences: [
        'Wir senden einen Link zum Zurücksetzen per E-Mail.',
        'Das Passwort ändert sich erst, wenn der Link verwendet wird.',
        'Niemand sonst sieht den Link, auch Sie nicht.',
      ],
    },
    'email.verify': {
      title: (name) => `${name} eine Bestätigungs-E-Mail senden?`,
      confirm: 'E-Mail senden',
      done: (name) => `Wir haben ${name} eine Bestätigungs-E-Mail gesendet.`,
      consequences: [
        'Wir senden einen neuen Link per E-Mail.',
        'Die Adresse bleibt unbestätigt, bis der Link verwendet wird.',
      ],
    },
    'member.clear-lockout': {
      title: (name) => `Anmeldung für ${name} freigeben?`,
      confirm: 'Freigeben',
      done: (name) => `${name} kann die Anmeldung wieder versuchen.`,
      consequences: [
        'Die Person kann ihr Passwort sofort wieder eingeben.',
        'Eine Sperre durch einen Admin bleibt bestehen.',
      ],
    },
    'member.unblock': {
      title: (name) => `${name} entsperren?`,
      confirm: 'Entsperren',
      done: (name) => `${name} kann sich wieder anmelden.`,
      consequences: [
        'Die Person kann sich wieder anmelden.',
        'Falls sie auch nach zu vielen falschen Passwörtern ausgesperrt ist, geben Sie die Anmeldung gesondert frei.',
      ],
    },
    'member.mfa-reset': {
      title: (name) => `Bestätigung in zwei Schritten für ${name} zurücksetzen?`,
      confirm: 'Zurücksetzen',
      done: (name) => `Die Bestätigung in zwei Schritten wurde für ${name} zurückgesetzt.`,
      consequences: [
        'Vertrauenswürdige Browser verlangen wieder eine Bestätigung.',
        'Bis zur neuen Einrichtung reicht für die Anmeldung möglicherweise das Passwort allein.',
      ],
    },
    'member.revoke-access': {
      title: (name) => `${name} überall abmelden?`,
      confirm: 'Abmelden',
      done: (name) => `${name} wurde überall abgemeldet.`,
      consequences: [],
    },
    'member.block': {
      title: (name) => `${name} sperren?`,
      confirm: 'Sperren',
      done: (name) => `${name} wurde gesperrt.`,
      consequences: [],
    },
    'membership.remove': {
      title: (name, organization) => `${name} aus ${organization} entfernen?`,
      confirm: 'Entfernen',
      done: (name) => `${name} wurde entfernt.`,
      consequences: [],
    },
    'user.delete': {
      title: (name) => `Konto von ${name} löschen?`,
      confirm: 'Konto löschen',
      done: (name) => `Das Konto von ${name} wurde gelöscht.`,
      consequences: [],
    },
  },
  running: working,
  undo,
  partly: (name) => `Einige Schritte für ${name} wurden nicht abgeschlossen.`,
  phrase: typeToConfirm,
  word: 'löschen',
  mismatch: typeExactly,
  reason: 'Grund',
  reasonHelp,
  reasonMissing: enterReason,
  signIn: signInToContinue,
  signInText: `${signInAgain} Danach kommen Sie zu diesem Schritt zurück.`,
  wait: continueIn,
  rolesDialog: {
    title: (name) => `Rollen von ${name} ändern`,
    legend: 'Rollen in Ihrer Organisation',
    current: 'Aktuell',
    next: 'Neu',
    none: 'Keine',
    unchanged: 'Noch keine Änderungen.',
    effect: 'Wirkt möglicherweise erst nach der nächsten Anmeldung dieser Person.',
    effectOwn: 'Wirkt möglicherweise erst, wenn Sie sich neu anmelden.',
    ownLoss:
      'Sie entziehen sich selbst den Zugriff. Das können Sie nicht selbst rückgängig machen: Ein anderer Admin muss ihn wiederherstellen.',
    changedByOthers: 'Eine andere Person hat diese Rollen geändert. Prüfen Sie sie, bevor Sie fortfahren.',
    added: (names) => `Von der anderen Person hinzugefügt: ${names}`,
    removed: (names) => `Von der anderen Person entfernt: ${names}`,
    confirm: 'Rollen ändern',
    running: 'Rollen werden geändert…',
    done: 'Rollen aktualisiert',
    empty: 'Keine Rollen verfügbar.',
  },
  plan: {
    steps: {
      'remove-membership': (_source, _federated, organization) =>
        `Die Person verliert den Zugriff auf ${organization}. Konto und andere Organisationen bleiben unverändert.`,
      'block-account': (source, federated) =>
        federated
          ? `Die Person kann sich nicht mehr anmelden, auch nicht mit ${source}.`
          : 'Die Person kann sich nicht mehr anmelden.',
      'end-sessions': () => 'Die Person wird in allen Browsern abgemeldet.',
      'revoke-refresh-tokens': () => 'Apps verlangen eine erneute Anmeldung.',
      'revoke-invitations': () => 'Ausstehende Einladungen an die E-Mail-Adresse werden widerrufen.',
      'delete-account': () =>
        'Konto und Profil werden endgültig gelöscht. Das kann nicht rückgängig gemacht werden.',
      'delete-linked-identities': () =>
        'Andere Anmeldemethoden, die mit dem Konto verknüpft sind, werden ebenfalls gelöscht.',
    },
    regainPaths: {
      'joins-at-login': (source) =>
        `Wer sich mit ${source} anmeldet, wird Mitglied. Die Person ist also nach ihrer nächsten Anmeldung zurück.`,
      'recreated-at-login': (source) => `${source} legt das Konto bei der nächsten Anmeldung neu an.`,
      directory: (source) =>
        `Das Verzeichnis von ${source} legt das Konto bei der nächsten Synchronisierung möglicherweise neu an.`,
      'pending-invitation': () => 'Eine ausstehende Einladung würde die Person wieder hereinlassen.',
    },
  },
  receipt: {
    title: (name) => `Beleg für ${name}`,
    done: 'Erledigt',
    already: 'Bereits erledigt',
    notDone: 'Nicht erledigt',
    notCovered: 'Nicht betroffen',
    steps: {
      'remove-membership': 'Aus der Organisation entfernt',
      'block-account': 'Anmeldung gesperrt',
      'end-sessions': 'In Browsern abgemeldet',
      'revoke-refresh-tokens': 'In Apps abgemeldet',
      'revoke-invitations': 'Ausstehende Einladungen widerrufen',
      'delete-account': 'Konto gelöscht',
      'delete-linked-identities': 'Verknüpfte Anmeldemethoden gelöscht',
      'unblock-account': 'Entsperrt',
      'clear-lockout': 'Anmeldung freigegeben',
      'remove-authenticator': 'Bestätigungsmethode entfernt',
      'forget-trusted-browsers': 'Vertrauenswürdige Browser zurückgesetzt',
    },
    notCoveredItems: {
      'issued-access-tokens': openApps,
      'application-sessions': () =>
        'Apps mit eigener Sitzung bleiben angemeldet, bis sie das nächste Mal nachfragen.',
      'other-organizations': () => 'Andere Organisationen, zu denen die Person gehört.',
    },
    repeated: (step, count) => `${step} (${count})`,
    failed: labeled,
    again: 'Sie können es gefahrlos erneut versuchen.',
    id: reference,
    view: 'Beleg anzeigen',
    save: downloadReceipt,
  },
};
