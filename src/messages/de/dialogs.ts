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
} from './common.js';

export const dialogs: DialogMessages = {
  checking: 'Es wird geprüft, was sich ändert…',
  absent: 'Das ist für diese Person nicht verfügbar.',
  notLockedOut: 'Diese Person ist nicht ausgesperrt.',
  removed: (names) => `Entfernt: ${names}.`,
  openApps,
  regainTitle: 'Wie die Person wieder Zugang bekäme',
  recommended: (why) => `Statt zu löschen empfohlen. ${why}`,
  better: (title) => `Unsere Empfehlung: ${title}`,
  running: 'Wird ausgeführt…',
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
    effectOwn: 'Wirkt möglicherweise erst nach Ihrer nächsten Anmeldung.',
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
    again: 'Sie können es gefahrlos erneut versuchen.',
    id: reference,
    save: downloadReceipt,
  },
};
