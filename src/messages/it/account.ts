/** The account section: password, sessions, export and deletion, in Italian. */
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
  again: (left) => `Puoi richiedere un’altra email tra ${seconds(left)}.`,
  cancel,
  locked: cantRightNow,
  missing: partMissing,
  verify: {
    text: (email) =>
      `L’indirizzo ${email} non è ancora verificato. Usa il link nell’email che abbiamo inviato.`,
    textFor: (email) =>
      `L’indirizzo ${email} non è ancora verificato. Questa persona deve usare il link nell’email che abbiamo inviato.`,
    action: 'Reinvia email di verifica',
    sent: (email) => `Abbiamo inviato un’email a ${email}.`,
  },
  password: {
    title: 'Password',
    text: (organization, email) =>
      `Invieremo a ${email}, per conto di ${organization}, un link per reimpostare la password. La password non cambia finché non lo usi.`,
    textFor: (name, email) =>
      `Invieremo a ${name} un link per reimpostare la password (${email}). La password non cambia finché il link non viene usato.`,
    action: 'Invia link di reimpostazione',
    sent: (email) => `Se ${email} può ricevere email, il link arriverà tra qualche minuto.`,
  },
  sessions: {
    title: 'Le tue sessioni attive',
    titleFor: 'Le sue sessioni attive',
    text: 'I browser connessi al tuo account, in qualsiasi organizzazione.',
    textFor: 'I browser connessi all’account di questa persona, in qualsiasi organizzazione.',
    loading: 'Caricamento delle sessioni',
    unavailable: sessionsNotAvailable,
    none: 'Non hai altre sessioni attive.',
    noneFor: 'Nessuna sessione attiva.',
    current: 'Questo browser',
    unknown: 'Browser sconosciuto',
    lastUsed: (when) => `Ultima attività: ${when}`,
    end: 'Disconnetti',
    endOf: (browser) => `Disconnetti ${browser}`,
    endOthers: 'Disconnetti ovunque tranne qui',
    endAll: 'Disconnetti ovunque',
    ended: 'Sessione chiusa.',
    endedOthers: 'Tutte le altre sessioni sono state chiuse.',
    endedAll: 'Tutte le sessioni sono state chiuse.',
  },
  export: {
    title: 'I tuoi dati',
    text: 'Scarica una copia dei dati del tuo profilo.',
    json: 'Scarica come JSON',
    html: 'Scarica come pagina web',
    running: 'Preparazione del download…',
    done: 'Il download è pronto.',
  },
  deletion: {
    dangerZone: 'Zona di pericolo',
    notOffered: 'Qui non puoi eliminare questo account.',
    title: 'Elimina account',
    text: 'Elimina definitivamente il tuo account in tutte le organizzazioni di cui fai parte.',
    action: 'Elimina account…',
    checking: 'Controllo di ciò che verrà eliminato…',
    organizations: (name, others) =>
      others === 0
        ? `Lascerai ${name}.`
        : plural(others, {
            one: (number) => `Lascerai ${name} e ${number} altra organizzazione.`,
            other: (number) => `Lascerai ${name} e ${number} altre organizzazioni.`,
          }),
    delay: (count) =>
      `Il tuo account verrà eliminato tra ${days(count)}. Fino ad allora puoi annullare l’eliminazione qui.`,
    phrase: typeToConfirm,
    word: 'elimina',
    confirm: 'Elimina account',
    confirming: 'Eliminazione…',
    mismatch: typeExactly,
    signIn: signInToContinue,
    signInText: 'Per eliminare il tuo account, prima accedi di nuovo. Poi tornerai a questa pagina.',
    signInTooLate:
      'Il tuo account non è stato eliminato perché l’accesso ha richiesto troppo tempo. Ricomincia.',
    receiptTitle: 'Il tuo account è stato eliminato',
    notDone: 'I dati che ti riguardano in altri sistemi e nei backup non sono stati eliminati.',
    tokensUntil: (when) => `In alcune app la tua sessione potrebbe restare aperta fino al giorno ${when}.`,
    receiptId: reference,
    saveReceipt: downloadReceipt,
    leave: 'Continua',
  },
  reveal: {
    action: (field) => `Mostra “${field}”`,
    done: (field) => `Il campo “${field}” ora è visibile. L’azione è stata aggiunta al registro attività.`,
  },
  pendingDeletion: {
    title: (when) => `Il tuo account verrà eliminato il giorno ${when}.`,
    text: 'Fino ad allora puoi continuare a usarlo o annullare l’eliminazione.',
    keep: 'Mantieni il mio account',
    keeping: 'Annullamento dell’eliminazione…',
  },
  problems: {
    step_up_required: `${signInAgain} Poi tornerai a questa pagina.`,
    operation_locked: cantRightNow,
    outcome_unknown:
      'Non sappiamo se l’email è stata inviata. Controlla la posta in arrivo prima di inviarne un’altra.',
    feature_unavailable: notAvailable,
    erasure_failed:
      'Non siamo riusciti a cancellare i tuoi dati, quindi non è stato eliminato nulla. Riprova tra qualche minuto.',
  },
  reasons: {
    'recreated-at-login': (source, connectionClass) =>
      connectionClass === 'social'
        ? `Il tuo account verrebbe ricreato al tuo prossimo accesso con ${source}. Per uscire dall’organizzazione, chiedi a un admin di rimuoverti.`
        : `${source} ricreerebbe il tuo account al tuo prossimo accesso. Chiedi al tuo team IT di eliminarlo lì.`,
    'last-admin': () =>
      'Una delle tue organizzazioni resterebbe senza admin. Prima fai diventare admin un’altra persona.',
    'delegated-session': () => borrowedSession,
    'shared-user': () => `${sharedUser} Può farlo direttamente.`,
    blocked: () => blockedReset,
    'managed-by-connection': (source) => `Azione gestita da ${source}. Puoi eseguirla lì.`,
    'not-allowed': () => 'La tua organizzazione non lo consente. Chiedi a un admin.',
  },
  theirReasons: {
    'last-admin': () => lastAdmin,
    'recreated-at-login': (source, connectionClass) =>
      connectionClass === 'social'
        ? `L’account verrebbe ricreato al prossimo accesso di questa persona con ${source}. È meglio bloccarla.`
        : `${source} ricreerebbe l’account al prossimo accesso di questa persona. Chiedi al tuo team IT di eliminarlo lì.`,
    'managed-by-connection': (source) => `Azione gestita da ${source}.`,
    'not-allowed': () => 'La tua organizzazione non lo consente per altre persone.',
  },
  consequences: {
    'mail-to-address': 'Invieremo un’email all’indirizzo dell’account.',
    'password-unchanged-until-used': 'La password non cambia finché il link non viene usato.',
    'ends-other-sessions': 'Tutte le altre tue sessioni verranno chiuse.',
    'ends-all-sessions': 'Tutte le tue sessioni verranno chiuse, anche questa.',
    'removes-account':
      'Il tuo account e il tuo profilo verranno eliminati definitivamente. Questa azione è irreversibile.',
    'removes-memberships': 'Lascerai tutte le organizzazioni di cui fai parte.',
    'removes-linked-identities':
      'Verranno eliminati anche gli altri metodi di accesso collegati al tuo account.',
    'erases-product-data': 'Prima verranno cancellati i tuoi dati in questo prodotto.',
    'keeps-other-systems': 'I dati che ti riguardano in altri sistemi e nei backup non verranno eliminati.',
  },
  done: {
    'product-data': 'Dati del prodotto cancellati',
    account: 'Account eliminato',
    'linked-identities': 'Metodi di accesso collegati eliminati',
    memberships: 'Uscita da tutte le organizzazioni',
    sessions: 'Disconnessione ovunque',
  },
};
