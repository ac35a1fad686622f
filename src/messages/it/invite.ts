/** The dialog that invites people, in Italian. */
import type { InviteMessages } from '../en/invite.js';
import { cancel, continueIn, plural, rolesAbove, days, formatted } from './common.js';

export const invite: InviteMessages = {
  title: (organization) => `Invita persone in ${organization}`,
  addresses: 'Indirizzi email',
  addressesHelp: 'Separa gli indirizzi con virgole, spazi o righe nuove.',
  entered: (count) => plural(count, { one: '# indirizzo inserito', other: '# indirizzi inseriti' }),
  remove: (email) => `Rimuovi ${email}`,
  edit: (email) => `Modifica ${email}`,
  file: 'Oppure carica un file CSV o TSV',
  fileHelp:
    'Da un foglio di calcolo o da una directory, con una colonna di indirizzi email e, se vuoi, una di ruoli. Potrai controllare tutto prima dell’invio.',
  fileRead: (count) =>
    plural(count, { one: '# persona trovata nel file.', other: '# persone trovate nel file.' }),
  emailsFrom: (heading) => `Gli indirizzi email provengono dalla colonna “${heading}”.`,
  rolesFrom: (heading) => `I ruoli provengono dalla colonna “${heading}”.`,
  noRoleColumn: 'Il file non ha una colonna di ruoli.',
  skipped: (count, rows) =>
    plural(count, {
      one: (number) => `${number} riga senza indirizzo email ignorata: ${rows}`,
      other: (number) => `${number} righe senza indirizzo email ignorate: ${rows}`,
    }),
  unknownRoles: (names) => `Questi ruoli non esistono: ${names}`,
  fileProblems: {
    unreadable: 'Impossibile leggere il file. Sceglilo di nuovo.',
    'no-addresses': 'Nessun indirizzo email trovato. Il file deve avere una colonna di indirizzi email.',
    workbook: 'Questa è una cartella di lavoro di Excel. Salvala come CSV e scegli quel file.',
  },
  roles: 'Ruoli',
  rolesHelp: 'Senza un ruolo, queste persone hanno solo l’accesso predefinito.',
  rolesAbove,
  connection: 'Metodo di accesso',
  anyConnection: 'Qualsiasi (a loro scelta)',
  noConnection:
    'Non puoi invitare persone: nessun metodo di accesso della tua organizzazione supporta gli inviti. Contatta l’assistenza.',
  expiry: 'Scade dopo',
  days,
  hours: (count) => plural(count, { one: '# ora', other: '# ore' }),
  language: 'Lingua dell’email',
  anyLanguage: 'Predefinita',
  check: 'Controlla senza inviare',
  checking: 'Controllo…',
  send: (count) =>
    count === 0 ? 'Invita' : plural(count, { one: 'Invita # persona', other: 'Invita # persone' }),
  sending: (done, of) => `Invio ${formatted(done)} di ${formatted(of)}…`,
  invited: (count) => plural(count, { one: '# invito inviato.', other: '# inviti inviati.' }),
  ready: (count) =>
    plural(count, {
      one: '# indirizzo può essere invitato.',
      other: '# indirizzi possono essere invitati.',
    }),
  refused: (count) =>
    plural(count, {
      one: 'Impossibile invitare # indirizzo. Vedi i motivi qui sopra.',
      other: 'Impossibile invitare # indirizzi. Vedi i motivi qui sopra.',
    }),
  enterOne: 'Inserisci almeno un indirizzo email.',
  cancel,
  close: 'Fine',
  loading: 'Caricamento…',
  wait: continueIn,
  refusals: {
    'address-invalid': () => 'Indirizzo email non valido.',
    'address-invisible': () => 'Contiene un carattere invisibile. Digitalo di nuovo.',
    'address-look-alike': () => 'Contiene lettere che assomigliano soltanto ad altre. Digitalo di nuovo.',
    'address-twice': () => 'Compare due volte.',
    'already-member': () => 'È già membro.',
    'already-invited': () => 'Ha già un invito.',
    'signs-in-elsewhere': (connection) =>
      connection
        ? `Accede con ${connection}. Scegli quel metodo di accesso o chiedi al tuo team IT.`
        : 'Usa un altro metodo di accesso.',
    'connection-not-invitable': () => 'Questo metodo di accesso non supporta gli inviti.',
    'role-not-assignable': () => 'Non puoi assegnare uno di questi ruoli.',
    'rate-limited': () => 'Non inviato: troppi inviti. Riprova tra qualche minuto.',
    'not-sent': () => 'Invio non riuscito. Riprova.',
    'outcome-unknown': () => 'Non sappiamo se l’invito è stato inviato. Riprova tra un minuto per scoprirlo.',
  },
};
