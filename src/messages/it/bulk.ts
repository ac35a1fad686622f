/** Bulk actions and the export of the list, in Italian. */
import type { BulkMessages } from '../en/bulk.js';
import {
  borrowedSession,
  cancel,
  close,
  continueIn,
  members,
  openApps,
  reasonHelp,
  rolesAbove,
  signInAgain,
  signInToContinue,
  typeExactly,
  typeToConfirm,
  plural,
  formatted,
} from './common.js';

/** How many of the members it was done for. */
const doneOf = (done: number, of: number) =>
  done === of ? members(of) : `${formatted(done)} di ${members(of)}`;

export const bulk: BulkMessages = {
  operations: {
    'password.reset': {
      title: (count) => `Inviare un’email per reimpostare la password a ${members(count)}?`,
      confirm: () => 'Invia email',
      running: (count) =>
        plural(count, {
          one: 'Invio dell’email per reimpostare la password a # membro…',
          other: 'Invio delle email per reimpostare la password a # membri…',
        }),
      ended: (done, of) => `Email per reimpostare la password inviate: ${doneOf(done, of)}`,
      consequences: [
        'Invieremo un link a ciascuna persona. Le password non cambiano finché i link non vengono usati.',
      ],
    },
    'member.block': {
      title: (count) => `Bloccare ${members(count)}?`,
      confirm: (count) => `Blocca ${members(count)}`,
      running: (count) => `Blocco di ${members(count)}…`,
      ended: (done, of) => `Blocco completato: ${doneOf(done, of)}`,
      already: 'L’account è già bloccato.',
      consequences: [
        'Queste persone non potranno accedere, nemmeno con SSO.',
        'Verranno disconnesse ovunque.',
      ],
      openApps,
    },
    'member.unblock': {
      title: (count) => `Sbloccare ${members(count)}?`,
      confirm: (count) => `Sblocca ${members(count)}`,
      running: (count) => `Sblocco di ${members(count)}…`,
      ended: (done, of) => `Sblocco completato: ${doneOf(done, of)}`,
      already: 'L’account non è bloccato.',
      consequences: ['Queste persone potranno accedere di nuovo.'],
    },
    'member.revoke-access': {
      title: (count) => `Disconnettere ${members(count)} ovunque?`,
      confirm: (count) => `Disconnetti ${members(count)}`,
      running: (count) => `Disconnessione di ${members(count)}…`,
      ended: (done, of) => `Disconnessione completata: ${doneOf(done, of)}`,
      consequences: [
        'Queste persone verranno disconnesse da tutti i browser e da tutte le app. Potranno accedere di nuovo.',
      ],
      openApps,
    },
    'membership.remove': {
      title: (count) => `Rimuovere ${members(count)} dall’organizzazione?`,
      confirm: (count) => `Rimuovi ${members(count)}`,
      running: (count) => `Rimozione di ${members(count)}…`,
      ended: (done, of) => `Rimozione completata: ${doneOf(done, of)}`,
      consequences: [
        'Queste persone perderanno l’accesso a questa organizzazione, ma manterranno il loro account.',
        'Chi usa un metodo di accesso che aggiunge membri automaticamente tornerà al prossimo accesso.',
      ],
    },
    'user.delete': {
      title: (count) =>
        plural(count, {
          one: 'Eliminare l’account di # membro?',
          other: 'Eliminare gli account di # membri?',
        }),
      confirm: () => 'Elimina account',
      running: (count) =>
        plural(count, {
          one: 'Eliminazione dell’account di # membro…',
          other: 'Eliminazione degli account di # membri…',
        }),
      ended: (done, of) => `Account eliminati: ${doneOf(done, of)}`,
      consequences: [
        'Gli account e i profili verranno eliminati definitivamente. Questa azione è irreversibile.',
        'Gli account che usano SSO o un provider social vengono ricreati al prossimo accesso.',
      ],
    },
    'roles.assign': {
      title: (count) => `Modificare i ruoli di ${members(count)}?`,
      confirm: () => 'Modifica ruoli',
      running: (count) => `Modifica dei ruoli di ${members(count)}…`,
      ended: (done, of) => `Ruoli modificati: ${doneOf(done, of)}`,
      consequences: ['Potrebbe avere effetto solo dal prossimo accesso di ciascuna persona.'],
    },
  },
  reasons: {
    'managed-by-connection': 'Informazione gestita dal provider di accesso di questa persona.',
    'refreshed-at-login': 'Verrebbe sovrascritta al prossimo accesso di questa persona.',
    'directory-owned': 'Informazione sincronizzata da una directory, che la sovrascriverebbe.',
    'sign-in-identifier': 'Questa persona usa questa informazione per accedere.',
    'external-database': 'L’account è conservato al di fuori di questo prodotto.',
    'invited-address': 'L’indirizzo deve restare quello dell’invito.',
    'shared-user': 'Fa parte di più organizzazioni. Puoi rimuovere questa persona dalla tua.',
    'not-allowed': 'La tua organizzazione non lo consente.',
    'connection-not-enabled':
      'Il metodo di accesso proprio dell’account non è disponibile nella tua organizzazione.',
    masked: 'Una parte di questa informazione non ti è visibile.',
    'unreadable-value': 'Informazione in un formato imprevisto.',
    'recreated-at-login':
      'L’account verrebbe ricreato al prossimo accesso. È meglio bloccare questa persona.',
    blocked: 'Questa persona è bloccata, e l’azione la sbloccherebbe.',
    'role-above-own': 'Questo ruolo ha autorizzazioni che non hai.',
    'last-admin': 'L’organizzazione resterebbe senza admin.',
    'delegated-session': borrowedSession,
    'no-such-attribute': 'Non si applica a questo account.',
    'step-up-required': signInAgain,
    profile_not_found: 'Non è più membro.',
    yourself: 'È il tuo account. Le azioni multiple non ti includono.',
    'already-done': 'Nulla da modificare.',
  },
  states: {
    allowed: 'Pronto',
    waiting: 'In attesa',
    done: 'Eseguito',
    refused: 'Ignorato',
    failed: 'Non riuscito',
  },
  notStarted: 'Non iniziato',
  checking: 'Controllo dei membri interessati…',
  allowed: (count) => `Si applica a ${members(count)}.`,
  skipped: (count) =>
    plural(count, { one: '# membro verrà ignorato:', other: '# membri verranno ignorati:' }),
  noneApply: 'L’azione non si applica a nessuno dei membri selezionati.',
  reason: 'Motivo',
  reasonHelp,
  phrase: typeToConfirm,
  word: 'elimina',
  mismatch: typeExactly,
  signIn: signInToContinue,
  signInText: `${signInAgain} Poi tornerai a questa pagina.`,
  add: 'Aggiungi',
  remove: 'Rimuovi',
  next: 'Avanti',
  chooseOne: 'Scegli almeno un ruolo.',
  rolesAbove,
  progress: (done, of) => `${formatted(done)} di ${formatted(of)}`,
  keepsRunning: 'Puoi lasciare questa pagina. L’azione continua.',
  hide: 'Chiudi',
  pause: 'Metti in pausa',
  pausing: 'Messa in pausa…',
  paused: (done, of) => `In pausa. ${formatted(done)} di ${formatted(of)}`,
  staysPaused: 'L’azione resta in pausa finché non la riprendi, per 24 ore al massimo.',
  resume: 'Riprendi',
  stop: 'Interrompi',
  stopping: 'Interruzione…',
  show: 'Mostra avanzamento',
  showResults: 'Mostra risultati',
  ended: (done, of) => `Eseguito: ${formatted(done)} di ${members(of)}.`,
  stopped: (done, of) => `Interrotto. Eseguito: ${formatted(done)} di ${members(of)}.`,
  resultsUnavailable:
    'I risultati non sono più disponibili. Controlla la situazione attuale nell’elenco dei membri.',
  retryFor: (count) => `Riprova per ${members(count)}`,
  partly: 'Alcuni passaggi non sono stati completati.',
  save: 'Scarica risultati',
  saveRest: 'Scarica incompleti',
  notListed: (count) => `Non elencati qui: ${members(count)}. Il file scaricato contiene l’elenco completo.`,
  cancel,
  close,
  wait: continueIn,
  export: {
    action: 'Esporta CSV',
    running: (count) => `Esportazione… ${members(count)} finora`,
    done: (count) => plural(count, { one: '# membro esportato.', other: '# membri esportati.' }),
    cancel: 'Interrompi esportazione',
  },
  file: {
    selected: (count) =>
      plural(count, {
        one: '# membro selezionato dal file.',
        other: '# membri selezionati dal file.',
      }),
    failed: 'Impossibile leggere il file. Sceglilo di nuovo.',
    unreadable:
      'Questo file non ha una colonna “user_id”. Scegli un file di risultati che hai scaricato qui.',
    tooLong: (max) =>
      `Questo file ha troppe righe. Un’azione multipla può includere al massimo ${members(max)}.`,
  },
  columns: ['name', 'email', 'user_id', 'result', 'detail'] as const,
};
