/** Editing a profile, in Italian. */
import type { Violation } from '../../policy/check-value.js';
import type { FieldKind } from '../../policy/vocabulary.js';
import type { EditingMessages } from '../en/editing.js';
import { cancel, enterReason, plural } from './common.js';

const invalid = 'Questo valore non è valido.';
const unprintable = 'Rimuovi i caratteri non stampabili.';

const formats: Partial<Record<FieldKind, string>> = {
  text: unprintable,
  multiline: unprintable,
  list: unprintable,
  email: 'Inserisci un indirizzo email, ad esempio name@example.com.',
  phone: 'Inserisci un numero di telefono con il prefisso internazionale, ad esempio +390612345678.',
  username:
    'Usa solo lettere, numeri e . _ - +. Gli indirizzi email e i numeri di telefono non sono ammessi.',
  url: 'Inserisci un indirizzo web, ad esempio https://example.com.',
  picture: 'Inserisci l’URL di un’immagine che inizi con https://.',
  date: 'Inserisci una data completa.',
  number: 'Inserisci un numero.',
};

const characters = (limit: Violation['limit']) =>
  plural(Number(limit), { one: '# carattere', other: '# caratteri' });

export const editing: EditingMessages = {
  auditReason: 'Motivo di questa modifica',
  signInAndSave: 'Accedi e salva',
  unsavedField: 'Non salvato',
  notSavedYet: 'Non ancora salvato. Controlla le modifiche e salvale.',
  saved: 'Modifiche salvate.',
  partlySaved: (fields) => `Salvato: ${fields}. Le altre modifiche non sono state salvate. Riprova.`,
  theirReasons: {
    'refreshed-at-login': (source, changer) =>
      `Informazione gestita da ${source} e aggiornata a ogni accesso di questa persona. ${changer}`,
    'sign-in-identifier': (_source, changer) =>
      `Questa persona usa questa informazione per accedere. ${changer}`,
    'invited-address': (_source, changer) =>
      `Questa persona ha ricevuto l’invito a questo indirizzo email. ${changer}`,
    'shared-user': (_source, changer) =>
      `Questa persona fa parte di più organizzazioni, e una modifica le riguarderebbe tutte. ${changer}`,
    'not-allowed': (_source, changer) =>
      `La tua organizzazione non consente di modificare questa informazione per altre persone. ${changer}`,
  },
  theirChangers: {
    person: 'Questa persona può modificarla lì.',
    inviter: 'Per usare un altro indirizzo, invita di nuovo questa persona.',
  },
  conflict: {
    title: (field) => `Il campo “${field}” è cambiato mentre lo modificavi`,
    stored: 'Valore attuale',
    mine: 'La tua modifica',
    keepMine: 'Mantieni la mia modifica',
    useStored: 'Usa il valore attuale',
    choose: 'Scegli quale valore mantenere prima di salvare.',
  },
  followsNames: 'Segue il nome e il cognome finché non lo modifichi.',
  upload: {
    remove: 'Rimuovi',
    removePhoto: 'Rimuovi foto',
    choose: 'Carica foto…',
    running: 'Caricamento della foto',
    cancel,
    faults: {
      type: 'Scegli un’immagine PNG, JPEG, WebP, GIF o AVIF.',
      size: 'Scegli un’immagine di massimo 5\u00a0MB.',
      host: 'Impossibile caricare la foto. Riprova.',
    },
  },
  consequences: {
    own: {
      'changes-sign-in': (field) => `${field}: userai il nuovo valore per accedere.`,
      'verification-mail': (_field, value) =>
        `Invieremo un’email di verifica a ${value}. Usa il link che contiene per verificare l’indirizzo.`,
      'ends-sessions': () =>
        'Verranno chiuse tutte le altre tue sessioni, e qui potresti dover accedere di nuovo.',
    },
    theirs: {
      'changes-sign-in': (field) => `${field}: questa persona userà il nuovo valore per accedere.`,
      'verification-mail': (_field, value) => `Invieremo un’email di verifica a ${value}.`,
      'ends-sessions': () => 'Questa persona verrà disconnessa ovunque.',
    },
    signInFirst: 'Prima dovrai accedere di nuovo. Salveremo le modifiche quando tornerai qui.',
  },
  lostDraft: {
    expired:
      'Le modifiche non sono state salvate perché l’accesso ha richiesto troppo tempo. Inseriscile di nuovo.',
    'other-account':
      'Le modifiche non sono state salvate perché hai effettuato l’accesso con un altro account o a un’altra organizzazione.',
  },
  displaced: 'Questo campo non è più modificabile, quindi la tua modifica non è stata salvata:',
  dismiss: 'Nascondi',
  inItem: (item, text) => `“${item}”: ${text}`,
  violations: {
    required: () => 'Questo campo è obbligatorio.',
    'not-removable': () => 'Questo campo si può modificare, ma non svuotare.',
    type: (_limit, kind) => formats[kind] ?? invalid,
    'too-short': (limit) => `Usa almeno ${characters(limit)}.`,
    'too-long': (limit) => `Usa al massimo ${characters(limit)}.`,
    'too-small': (limit, kind) =>
      kind === 'date'
        ? `Scegli il giorno ${limit} o una data successiva.`
        : `Inserisci ${limit} o un numero maggiore.`,
    'too-large': (limit, kind) =>
      kind === 'date'
        ? `Scegli il giorno ${limit} o una data precedente.`
        : `Inserisci ${limit} o un numero minore.`,
    format: (_limit, kind) => formats[kind] ?? invalid,
    pattern: () => 'Usa il formato descritto qui sotto.',
    prohibited: (character) => `Rimuovi questo carattere: ${character}`,
    invisible: (text) => `Rimuovi il carattere invisibile dopo “${text}” o digita di nuovo il valore.`,
    'look-alike': (_limit, kind) =>
      kind === 'email'
        ? 'Alcune lettere assomigliano soltanto a quelle di questo indirizzo. Digitalo di nuovo.'
        : 'Usa lettere di un solo alfabeto.',
    'no-country-code': () => 'Aggiungi il prefisso internazionale, ad esempio +393123456789.',
    'unknown-country-code': () => 'Nessun paese ha questo prefisso. Controlla le cifre dopo il segno più.',
    extension: () => 'Inserisci il numero senza l’interno.',
    'two-numbers': () => 'Inserisci un solo numero di telefono.',
    'number-length': () => 'Questo numero ha troppe o troppo poche cifre. Controllalo.',
    choice: () => 'Scegli dall’elenco.',
    'too-many': (limit) =>
      `Inserisci al massimo ${plural(Number(limit), { one: '# voce', other: '# voci' })}.`,
  },
  saveProblems: {
    step_up_required: 'Accedi di nuovo per salvare questa modifica.',
    body_too_large: 'C’è troppo testo da salvare. Accorcia il campo più lungo.',
    profile_changed: 'Questo profilo è cambiato mentre lo modificavi.',
    reason_required: enterReason,
  },
  refusals: {
    field_unknown: 'Questo campo non è più disponibile.',
    field_locked: 'Questo campo non è più modificabile.',
    value_invalid: invalid,
    step_up_required: 'Accedi di nuovo per modificare questo campo.',
    value_in_use: 'Questo valore è già in uso. Provane un altro.',
    value_refused: 'Questo valore non è stato accettato. Provane un altro.',
    profile_too_large: 'Non c’è abbastanza spazio nel profilo. Accorcia il testo.',
  },
};
