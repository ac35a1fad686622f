/** The account section: password, sessions, export and deletion, in Dutch. */
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
  again: (left) => `Je kunt over ${seconds(left)} een nieuwe e-mail aanvragen.`,
  cancel,
  locked: cantRightNow,
  missing: partMissing,
  verify: {
    text: (email) =>
      `${email} is nog niet geverifieerd. Gebruik de link in de e-mail die we hebben gestuurd.`,
    textFor: (email) =>
      `${email} is nog niet geverifieerd. Deze persoon moet de link gebruiken in de e-mail die we hebben gestuurd.`,
    action: 'Verificatie-e-mail opnieuw versturen',
    sent: (email) => `We hebben een e-mail gestuurd naar ${email}.`,
  },
  password: {
    title: 'Wachtwoord',
    text: (organization, email) =>
      `We sturen namens ${organization} een resetlink naar ${email}. Je wachtwoord verandert pas als je de link gebruikt.`,
    textFor: (name, email) =>
      `We sturen een resetlink voor ${name} naar ${email}. Het wachtwoord verandert pas als de link wordt gebruikt.`,
    action: 'Resetlink versturen',
    sent: (email) => `Als ${email} e-mail kan ontvangen, komt de link binnen een paar minuten aan.`,
  },
  sessions: {
    title: 'Waar je bent ingelogd',
    titleFor: 'Waar deze persoon is ingelogd',
    text: 'Browsers die zijn ingelogd met je account, in elke organisatie.',
    textFor: 'Browsers die zijn ingelogd met het account van deze persoon, in elke organisatie.',
    loading: 'Sessies laden',
    unavailable: sessionsNotAvailable,
    none: 'Je bent nergens anders ingelogd.',
    noneFor: 'Geen actieve sessies.',
    current: 'Deze browser',
    unknown: 'Onbekende browser',
    lastUsed: (when) => `Laatst actief: ${when}`,
    end: 'Uitloggen',
    endOf: (browser) => `Uitloggen bij ${browser}`,
    endOthers: 'Overal behalve hier uitloggen',
    endAll: 'Overal uitloggen',
    ended: 'Sessie beëindigd.',
    endedOthers: 'Overal behalve hier uitgelogd.',
    endedAll: 'Overal uitgelogd.',
  },
  export: {
    title: 'Je gegevens',
    text: 'Download een kopie van je profielgegevens.',
    json: 'Downloaden als JSON',
    html: 'Downloaden als webpagina',
    running: 'Je download wordt voorbereid…',
    done: 'Je download is klaar.',
  },
  deletion: {
    dangerZone: 'Gevarenzone',
    notOffered: 'Je kunt dit account hier niet verwijderen.',
    title: 'Account verwijderen',
    text: 'Verwijder je account definitief, in alle organisaties waar je lid van bent.',
    action: 'Account verwijderen…',
    checking: 'Nagaan wat er wordt verwijderd…',
    organizations: (name, others) =>
      others === 0
        ? `Je verlaat ${name}.`
        : plural(others, {
            one: (number) => `Je verlaat ${name} en ${number} andere organisatie.`,
            other: (number) => `Je verlaat ${name} en ${number} andere organisaties.`,
          }),
    delay: (count) =>
      `Je account wordt over ${days(count)} verwijderd. Tot die tijd kun je dat hier annuleren.`,
    phrase: typeToConfirm,
    word: 'verwijderen',
    confirm: 'Account verwijderen',
    confirming: 'Bezig met verwijderen…',
    mismatch: typeExactly,
    signIn: signInToContinue,
    signInText: 'Log eerst opnieuw in om je account te verwijderen. Daarna kom je terug op deze pagina.',
    signInTooLate: 'Je account is niet verwijderd omdat het inloggen te lang duurde. Begin opnieuw.',
    receiptTitle: 'Je account is verwijderd',
    notDone: 'Gegevens over jou in andere systemen en back-ups zijn niet verwijderd.',
    tokensUntil: (when) => `In sommige apps blijf je misschien ingelogd tot ${when}.`,
    receiptId: reference,
    saveReceipt: downloadReceipt,
    leave: 'Doorgaan',
  },
  reveal: {
    action: (field) => `${field} tonen`,
    done: (field) => `${field} is nu zichtbaar. Dit is toegevoegd aan het activiteitenlogboek.`,
  },
  pendingDeletion: {
    title: (when) => `Je account wordt verwijderd op ${when}.`,
    text: 'Tot die tijd kun je het blijven gebruiken of het verwijderen annuleren.',
    keep: 'Mijn account houden',
    keeping: 'Verwijderen wordt geannuleerd…',
  },
  problems: {
    step_up_required: `${signInAgain} Daarna kom je terug op deze pagina.`,
    operation_locked: cantRightNow,
    outcome_unknown:
      'We weten niet of de e-mail is verstuurd. Kijk in de inbox voordat je er nog een verstuurt.',
    feature_unavailable: notAvailable,
    erasure_failed:
      'Je gegevens konden niet worden gewist, dus er is niets verwijderd. Probeer het over een paar minuten opnieuw.',
  },
  reasons: {
    'recreated-at-login': (source, connectionClass) =>
      connectionClass === 'social'
        ? `Je account zou opnieuw worden aangemaakt zodra je weer inlogt met ${source}. Wil je de organisatie verlaten? Vraag een beheerder dan om je te verwijderen.`
        : `${source} zou je account opnieuw aanmaken zodra je weer inlogt. Vraag je IT-afdeling om het daar te verwijderen.`,
    'last-admin': () =>
      'Een van je organisaties zou geen beheerder meer hebben. Maak eerst iemand anders beheerder.',
    'delegated-session': () => borrowedSession,
    'shared-user': () => `${sharedUser} Deze persoon kan het zelf doen.`,
    blocked: () => blockedReset,
    'managed-by-connection': (source) => `Wordt beheerd door ${source}. Je kunt dit daar doen.`,
    'not-allowed': () => 'Je organisatie staat dit niet toe. Vraag het een beheerder.',
  },
  theirReasons: {
    'last-admin': () => lastAdmin,
    'recreated-at-login': (source, connectionClass) =>
      connectionClass === 'social'
        ? `Het account zou opnieuw worden aangemaakt zodra deze persoon weer inlogt met ${source}. Blokkeer deze persoon in plaats daarvan.`
        : `${source} zou het account opnieuw aanmaken zodra deze persoon weer inlogt. Vraag je IT-afdeling om het daar te verwijderen.`,
    'managed-by-connection': (source) => `Wordt beheerd door ${source}.`,
    'not-allowed': () => 'Je organisatie staat dit niet toe voor anderen.',
  },
  consequences: {
    'mail-to-address': 'We sturen een e-mail naar het adres van het account.',
    'password-unchanged-until-used': 'Het wachtwoord verandert pas als de link wordt gebruikt.',
    'ends-other-sessions': 'Je wordt overal uitgelogd, behalve hier.',
    'ends-all-sessions': 'Je wordt overal uitgelogd, ook hier.',
    'removes-account':
      'Je account en je profiel worden definitief verwijderd. Dit kan niet ongedaan worden gemaakt.',
    'removes-memberships': 'Je verlaat alle organisaties waar je lid van bent.',
    'removes-linked-identities':
      'Andere inlogmethoden die aan je account zijn gekoppeld, worden ook verwijderd.',
    'erases-product-data': 'Je gegevens in dit product worden eerst gewist.',
    'keeps-other-systems': 'Gegevens over jou in andere systemen en back-ups worden niet verwijderd.',
  },
  done: {
    'product-data': 'Productgegevens gewist',
    account: 'Account verwijderd',
    'linked-identities': 'Gekoppelde inlogmethoden verwijderd',
    memberships: 'Alle organisaties verlaten',
    sessions: 'Overal uitgelogd',
  },
};
