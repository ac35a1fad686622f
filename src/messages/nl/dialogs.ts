/** The dialogs about one member, in Dutch. */
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
  checking: 'Nagaan wat er verandert…',
  absent: 'Dit is niet beschikbaar voor deze persoon.',
  notLockedOut: 'Het inloggen van deze persoon is niet vergrendeld.',
  removed: (names) => `Dit wordt verwijderd: ${names}.`,
  openApps,
  regainTitle: 'Hoe deze persoon weer toegang kan krijgen',
  recommended: (why) => `Aanbevolen in plaats van het account te verwijderen. ${why}`,
  recommendations: {
    'membership.remove': 'We raden aan om deze persoon in plaats daarvan uit je organisatie te verwijderen.',
    'member.revoke-access': 'We raden aan om deze persoon in plaats daarvan overal uit te loggen.',
    'member.block': 'We raden aan om deze persoon in plaats daarvan te blokkeren.',
    'user.delete': 'We raden aan om in plaats daarvan het account van deze persoon te verwijderen.',
  },
  instead: {
    'membership.remove': 'Liever uit organisatie verwijderen',
    'member.revoke-access': 'Liever uitloggen',
    'member.block': 'Liever blokkeren',
    'user.delete': 'Liever account verwijderen',
  },
  questions: {
    'password.reset': {
      title: (name) => `${name} een resetlink voor het wachtwoord sturen?`,
      confirm: 'E-mail versturen',
      done: (name) => `Als ${name} e-mail kan ontvangen, komt de link binnen een paar minuten aan.`,
      consequences: [
        'We sturen een e-mail met een resetlink.',
        'Het wachtwoord verandert pas als de link wordt gebruikt.',
        'Niemand anders kan de link zien, jij ook niet.',
      ],
    },
    'email.verify': {
      title: (name) => `${name} een verificatie-e-mail sturen?`,
      confirm: 'E-mail versturen',
      done: (name) => `We hebben ${name} een verificatie-e-mail gestuurd.`,
      consequences: [
        'We sturen een e-mail met een nieuwe link.',
        'Het e-mailadres is pas geverifieerd als de link wordt gebruikt.',
      ],
    },
    'member.clear-lockout': {
      title: (name) => `Inloggen ontgrendelen voor ${name}?`,
      confirm: 'Ontgrendelen',
      done: (name) => `${name} kan weer proberen in te loggen.`,
      consequences: [
        'Deze persoon kan het wachtwoord meteen opnieuw proberen.',
        'Een blokkering door een beheerder blijft gelden.',
      ],
    },
    'member.unblock': {
      title: (name) => `${name} deblokkeren?`,
      confirm: 'Deblokkeren',
      done: (name) => `${name} kan weer inloggen.`,
      consequences: [
        'Deze persoon kan weer inloggen.',
        'Is het inloggen ook vergrendeld na te veel verkeerde wachtwoorden? Ontgrendel het dan apart.',
      ],
    },
    'member.mfa-reset': {
      title: (name) => `Tweestapsverificatie van ${name} resetten?`,
      confirm: 'Resetten',
      done: (name) => `De tweestapsverificatie van ${name} is gereset.`,
      consequences: [
        'Vertrouwde browsers vragen weer om verificatie.',
        'Tot de verificatie opnieuw is ingesteld, is alleen het wachtwoord misschien genoeg om in te loggen.',
      ],
    },
    'member.revoke-access': {
      title: (name) => `${name} overal uitloggen?`,
      confirm: 'Uitloggen',
      done: (name) => `${name} is overal uitgelogd.`,
      consequences: [],
    },
    'member.block': {
      title: (name) => `${name} blokkeren?`,
      confirm: 'Blokkeren',
      done: (name) => `${name} is geblokkeerd.`,
      consequences: [],
    },
    'membership.remove': {
      title: (name, organization) => `${name} verwijderen uit ${organization}?`,
      confirm: 'Verwijderen',
      done: (name) => `${name} is verwijderd uit de organisatie.`,
      consequences: [],
    },
    'user.delete': {
      title: (name) => `Account van ${name} verwijderen?`,
      confirm: 'Account verwijderen',
      done: (name) => `Het account van ${name} is verwijderd.`,
      consequences: [],
    },
  },
  running: working,
  undo,
  partly: (name) => `Sommige stappen voor ${name} zijn niet voltooid.`,
  phrase: typeToConfirm,
  word: 'verwijderen',
  mismatch: typeExactly,
  reason: 'Reden',
  reasonHelp,
  reasonMissing: enterReason,
  signIn: signInToContinue,
  signInText: `${signInAgain} Daarna kom je terug bij deze stap.`,
  wait: continueIn,
  rolesDialog: {
    title: (name) => `Rollen van ${name} wijzigen`,
    legend: 'Rollen in je organisatie',
    current: 'Huidig',
    next: 'Nieuw',
    none: 'Geen',
    unchanged: 'Nog geen wijzigingen.',
    effect: 'Werkt misschien pas als deze persoon opnieuw inlogt.',
    effectOwn: 'Werkt misschien pas als je opnieuw inlogt.',
    ownLoss:
      'Je haalt je eigen toegang weg. Dat kun je zelf niet ongedaan maken: een andere beheerder moet je toegang herstellen.',
    changedByOthers: 'Iemand anders heeft deze rollen gewijzigd. Bekijk ze voordat je doorgaat.',
    added: (names) => `Door de ander toegevoegd: ${names}`,
    removed: (names) => `Door de ander verwijderd: ${names}`,
    confirm: 'Rollen wijzigen',
    running: 'Bezig met wijzigen van rollen…',
    done: 'Rollen gewijzigd',
    empty: 'Geen rollen beschikbaar.',
  },
  plan: {
    steps: {
      'remove-membership': (_source, _federated, organization) =>
        `Deze persoon verliest toegang tot ${organization}. Voor het account en andere organisaties verandert er niets.`,
      'block-account': (source, federated) =>
        federated
          ? `Deze persoon kan niet meer inloggen, ook niet met ${source}.`
          : 'Deze persoon kan niet meer inloggen.',
      'end-sessions': () => 'Deze persoon wordt uitgelogd in alle browsers.',
      'revoke-refresh-tokens': () => 'Apps vragen deze persoon om opnieuw in te loggen.',
      'revoke-invitations': () =>
        'Openstaande uitnodigingen aan het e-mailadres van deze persoon worden ingetrokken.',
      'delete-account': () =>
        'Het account en het profiel worden definitief verwijderd. Dit kan niet ongedaan worden gemaakt.',
      'delete-linked-identities': () =>
        'Andere inlogmethoden die aan het account zijn gekoppeld, worden ook verwijderd.',
    },
    regainPaths: {
      'joins-at-login': (source) =>
        `Iedereen die inlogt met ${source} wordt lid, dus deze persoon is terug bij de volgende keer inloggen.`,
      'recreated-at-login': (source) =>
        `${source} maakt het account opnieuw aan bij de volgende keer inloggen.`,
      directory: (source) =>
        `De directory van ${source} maakt het account misschien opnieuw aan bij de volgende synchronisatie.`,
      'pending-invitation': () => 'Met een openstaande uitnodiging zou deze persoon weer lid kunnen worden.',
    },
  },
  receipt: {
    title: (name) => `Bevestiging voor ${name}`,
    done: 'Uitgevoerd',
    already: 'Was al uitgevoerd',
    notDone: 'Niet uitgevoerd',
    notCovered: 'Blijft ongewijzigd',
    steps: {
      'remove-membership': 'Verwijderd uit organisatie',
      'block-account': 'Geblokkeerd',
      'end-sessions': 'Uitgelogd in browsers',
      'revoke-refresh-tokens': 'Uitgelogd in apps',
      'revoke-invitations': 'Openstaande uitnodigingen ingetrokken',
      'delete-account': 'Account verwijderd',
      'delete-linked-identities': 'Gekoppelde inlogmethoden verwijderd',
      'unblock-account': 'Gedeblokkeerd',
      'clear-lockout': 'Inloggen ontgrendeld',
      'remove-authenticator': 'Verificatiemethode verwijderd',
      'forget-trusted-browsers': 'Vertrouwde browsers gewist',
    },
    notCoveredItems: {
      'issued-access-tokens': openApps,
      'application-sessions': () =>
        'Apps met een eigen sessie blijven ingelogd tot ze de toegang opnieuw controleren.',
      'other-organizations': () => 'Andere organisaties waar deze persoon lid van is.',
    },
    repeated: (step, count) => `${step} (${count})`,
    failed: labeled,
    again: 'Je kunt het veilig opnieuw proberen.',
    id: reference,
    view: 'Bevestiging bekijken',
    save: downloadReceipt,
  },
};
