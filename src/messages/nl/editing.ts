/** Editing a profile, in Dutch. */
import type { Violation } from '../../policy/check-value.js';
import type { FieldKind } from '../../policy/vocabulary.js';
import type { EditingMessages } from '../en/editing.js';
import { cancel, enterReason, plural } from './common.js';

const invalid = 'Deze waarde is niet geldig.';
const unprintable = 'Verwijder de tekens die niet kunnen worden weergegeven.';

const formats: Partial<Record<FieldKind, string>> = {
  text: unprintable,
  multiline: unprintable,
  list: unprintable,
  email: 'Vul een e-mailadres in, zoals name@example.com.',
  phone: 'Vul een telefoonnummer met landcode in, zoals +31612345678.',
  username:
    'Gebruik alleen letters, cijfers en . _ - +. Een e-mailadres of telefoonnummer is niet toegestaan.',
  url: 'Vul een webadres in, zoals https://example.com.',
  picture: 'Vul het adres van een afbeelding in dat begint met https://.',
  date: 'Vul een volledige datum in.',
  number: 'Vul een getal in.',
};

const characters = (limit: Violation['limit']) =>
  plural(Number(limit), { one: '# teken', other: '# tekens' });

export const editing: EditingMessages = {
  auditReason: 'Reden voor deze wijziging',
  signInAndSave: 'Inloggen en opslaan',
  unsavedField: 'Niet opgeslagen',
  notSavedYet: 'Nog niet opgeslagen. Controleer je wijzigingen en sla ze op.',
  saved: 'Wijzigingen opgeslagen.',
  partlySaved: (fields) =>
    `Opgeslagen: ${fields}. Je andere wijzigingen zijn niet opgeslagen. Probeer het opnieuw.`,
  theirReasons: {
    'refreshed-at-login': (source, changer) =>
      `Wordt beheerd door ${source} en bijgewerkt telkens als deze persoon inlogt. ${changer}`,
    'sign-in-identifier': (_source, changer) => `Deze persoon logt hiermee in. ${changer}`,
    'invited-address': (_source, changer) => `Deze persoon is uitgenodigd met dit e-mailadres. ${changer}`,
    'shared-user': (_source, changer) =>
      `Deze persoon is lid van meer dan één organisatie en een wijziging zou voor alle organisaties gelden. ${changer}`,
    'not-allowed': (_source, changer) =>
      `Je organisatie staat niet toe dat je dit voor anderen wijzigt. ${changer}`,
  },
  theirChangers: {
    person: 'Deze persoon kan het zelf wijzigen.',
    inviter: 'Nodig deze persoon opnieuw uit om een ander adres te gebruiken.',
  },
  conflict: {
    title: (field) => `${field} is gewijzigd terwijl je aan het bewerken was`,
    stored: 'Huidige waarde',
    mine: 'Jouw wijziging',
    keepMine: 'Mijn wijziging houden',
    useStored: 'Huidige waarde gebruiken',
    choose: 'Kies voor het opslaan welke waarde je wilt houden.',
  },
  followsNames: 'Volgt de voor- en achternaam tot je dit veld wijzigt.',
  upload: {
    remove: 'Verwijderen',
    removePhoto: 'Foto verwijderen',
    choose: 'Foto uploaden…',
    running: 'Foto uploaden',
    cancel,
    faults: {
      type: 'Kies een afbeelding in PNG, JPEG, WebP, GIF of AVIF.',
      size: 'Kies een afbeelding van maximaal 5 MB.',
      host: 'Uploaden van de foto is niet gelukt. Probeer het opnieuw.',
    },
  },
  consequences: {
    own: {
      'changes-sign-in': (field) => `${field}: je logt voortaan in met de nieuwe waarde.`,
      'verification-mail': (_field, value) =>
        `We sturen een verificatie-e-mail naar ${value}. Gebruik de link daarin om je adres te verifiëren.`,
      'ends-sessions': () =>
        'Je wordt overal uitgelogd, behalve hier. Misschien moet je hier ook opnieuw inloggen.',
    },
    theirs: {
      'changes-sign-in': (field) => `${field}: deze persoon logt voortaan in met de nieuwe waarde.`,
      'verification-mail': (_field, value) => `We sturen een verificatie-e-mail naar ${value}.`,
      'ends-sessions': () => 'Deze persoon wordt overal uitgelogd.',
    },
    signInFirst: 'Je logt eerst opnieuw in. Als je terug bent, slaan we je wijzigingen op.',
  },
  lostDraft: {
    expired: 'Je wijzigingen zijn niet opgeslagen omdat het inloggen te lang duurde. Voer ze opnieuw in.',
    'other-account':
      'Je wijzigingen zijn niet opgeslagen omdat je hebt ingelogd met een ander account of bij een andere organisatie.',
  },
  displaced: 'Dit veld is nu beveiligd, dus je wijziging is niet opgeslagen:',
  dismiss: 'Sluiten',
  inItem: (item, text) => `“${item}”: ${text}`,
  violations: {
    required: () => 'Dit veld is verplicht.',
    'not-removable': () => 'Je kunt dit veld wijzigen, maar niet leegmaken.',
    type: (_limit, kind) => formats[kind] ?? invalid,
    'too-short': (limit) => `Gebruik minstens ${characters(limit)}.`,
    'too-long': (limit) => `Gebruik maximaal ${characters(limit)}.`,
    'too-small': (limit, kind) => (kind === 'date' ? `Kies ${limit} of later.` : `Vul ${limit} of meer in.`),
    'too-large': (limit, kind) =>
      kind === 'date' ? `Kies ${limit} of eerder.` : `Vul ${limit} of minder in.`,
    format: (_limit, kind) => formats[kind] ?? invalid,
    pattern: () => 'Gebruik de notatie die hieronder staat.',
    prohibited: (character) => `Verwijder dit teken: ${character}`,
    invisible: (text) => `Verwijder het onzichtbare teken na “${text}” of typ de waarde opnieuw.`,
    'look-alike': (_limit, kind) =>
      kind === 'email'
        ? 'Sommige letters lijken alleen op die in dit adres. Typ het adres opnieuw.'
        : 'Gebruik letters uit maar één alfabet.',
    'no-country-code': () => 'Voeg de landcode toe, zoals +31612345678.',
    'unknown-country-code': () =>
      'Geen enkel land heeft deze landcode. Controleer de cijfers na het plusteken.',
    extension: () => 'Vul het nummer in zonder toestelnummer.',
    'two-numbers': () => 'Vul maar één telefoonnummer in.',
    'number-length': () => 'Dit nummer heeft te weinig of te veel cijfers. Controleer het.',
    choice: () => 'Kies uit de lijst.',
    'too-many': (limit) => `Vul maximaal ${plural(Number(limit), { one: '# item', other: '# items' })} in.`,
  },
  saveProblems: {
    step_up_required: 'Log opnieuw in om deze wijziging op te slaan.',
    body_too_large: 'Dit is te veel tekst om op te slaan. Kort het langste veld in.',
    profile_changed: 'Dit profiel is gewijzigd terwijl je aan het bewerken was.',
    reason_required: enterReason,
  },
  refusals: {
    field_unknown: 'Dit veld is niet meer beschikbaar.',
    field_locked: 'Dit veld is nu beveiligd.',
    value_invalid: invalid,
    step_up_required: 'Log opnieuw in om dit te wijzigen.',
    value_in_use: 'Deze waarde is al in gebruik. Probeer een andere.',
    value_refused: 'Deze waarde is niet geaccepteerd. Probeer een andere.',
    profile_too_large: 'Hiervoor is niet genoeg ruimte in het profiel. Kort de tekst in.',
  },
};
