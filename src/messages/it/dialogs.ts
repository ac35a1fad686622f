/** The dialogs about one member, in Italian. */
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
  checking: 'Controllo di ciò che cambierà…',
  absent: 'Questa azione non è disponibile per questa persona.',
  notLockedOut: 'L’accesso di questa persona non è sospeso.',
  removed: (names) => `Metodi che verranno rimossi: ${names}.`,
  openApps,
  regainTitle: 'Come questa persona potrebbe riottenere l’accesso',
  recommended: (why) => `Consigliato al posto dell’eliminazione. ${why}`,
  recommendations: {
    'membership.remove': 'Consigliamo invece di rimuovere questa persona dalla tua organizzazione.',
    'member.revoke-access': 'Consigliamo invece di disconnettere questa persona ovunque.',
    'member.block': 'Consigliamo invece di bloccare questa persona.',
    'user.delete': 'Consigliamo invece di eliminare l’account di questa persona.',
  },
  instead: {
    'membership.remove': 'Rimuovi invece',
    'member.revoke-access': 'Disconnetti invece',
    'member.block': 'Blocca invece',
    'user.delete': 'Elimina invece',
  },
  questions: {
    'password.reset': {
      title: (name) => `Inviare a ${name} un’email per reimpostare la password?`,
      confirm: 'Invia email',
      done: (name) => `Se ${name} può ricevere email, il link arriverà tra qualche minuto.`,
      consequences: [
        'Invieremo per email un link per reimpostare la password.',
        'La password non cambia finché il link non viene usato.',
        'Nessun altro può vedere il link, nemmeno tu.',
      ],
    },
    'email.verify': {
      title: (name) => `Inviare a ${name} un’email di verifica?`,
      confirm: 'Invia email',
      done: (name) => `Abbiamo inviato a ${name} un’email di verifica.`,
      consequences: [
        'Invieremo un nuovo link per email.',
        'L’indirizzo resta non verificato finché il link non viene usato.',
      ],
    },
    'member.clear-lockout': {
      title: (name) => `Riattivare l’accesso di ${name}?`,
      confirm: 'Riattiva',
      done: (name) => `${name} può riprovare ad accedere.`,
      consequences: [
        'Questa persona potrà riprovare subito con la sua password.',
        'Se un admin l’ha bloccata, resta bloccata.',
      ],
    },
    'member.unblock': {
      title: (name) => `Sbloccare ${name}?`,
      confirm: 'Sblocca',
      done: (name) => `${name} può accedere di nuovo.`,
      consequences: [
        'Questa persona potrà accedere di nuovo.',
        'Se il suo accesso è anche sospeso dopo troppe password errate, riattivalo separatamente.',
      ],
    },
    'member.mfa-reset': {
      title: (name) => `Reimpostare la verifica in due passaggi di ${name}?`,
      confirm: 'Reimposta',
      done: (name) => `La verifica in due passaggi di ${name} è stata reimpostata.`,
      consequences: [
        'I browser attendibili chiederanno di nuovo la verifica.',
        'Fino alla nuova configurazione, per accedere potrebbe bastare la password.',
      ],
    },
    'member.revoke-access': {
      title: (name) => `Disconnettere ${name} ovunque?`,
      confirm: 'Disconnetti',
      done: (name) => `Tutte le sessioni di ${name} sono state chiuse.`,
      consequences: [],
    },
    'member.block': {
      title: (name) => `Bloccare ${name}?`,
      confirm: 'Blocca',
      done: (name) => `L’account di ${name} è stato bloccato.`,
      consequences: [],
    },
    'membership.remove': {
      title: (name, organization) => `Rimuovere ${name} da ${organization}?`,
      confirm: 'Rimuovi',
      done: (name) => `${name} non fa più parte dell’organizzazione.`,
      consequences: [],
    },
    'user.delete': {
      title: (name) => `Eliminare l’account di ${name}?`,
      confirm: 'Elimina account',
      done: (name) => `L’account di ${name} è stato eliminato.`,
      consequences: [],
    },
  },
  running: working,
  undo,
  partly: (name) => `Alcuni passaggi per ${name} non sono stati completati.`,
  phrase: typeToConfirm,
  word: 'elimina',
  mismatch: typeExactly,
  reason: 'Motivo',
  reasonHelp,
  reasonMissing: enterReason,
  signIn: signInToContinue,
  signInText: `${signInAgain} Poi tornerai a questo passaggio.`,
  wait: continueIn,
  rolesDialog: {
    title: (name) => `Modifica i ruoli di ${name}`,
    legend: 'Ruoli nella tua organizzazione',
    current: 'Attuali',
    next: 'Nuovi',
    none: 'Nessuno',
    unchanged: 'Ancora nessuna modifica.',
    effect: 'Potrebbe avere effetto solo dal prossimo accesso di questa persona.',
    effectOwn: 'Potrebbe avere effetto solo dal tuo prossimo accesso.',
    ownLoss:
      'Stai rimuovendo il tuo stesso accesso. Non potrai tornare indietro: dovrà ripristinarlo un altro admin.',
    changedByOthers: 'Un’altra persona ha modificato questi ruoli. Controllali prima di continuare.',
    added: (names) => `Ruoli che ha aggiunto: ${names}`,
    removed: (names) => `Ruoli che ha rimosso: ${names}`,
    confirm: 'Modifica ruoli',
    running: 'Modifica dei ruoli…',
    done: 'Ruoli aggiornati',
    empty: 'Nessun ruolo disponibile.',
  },
  plan: {
    steps: {
      'remove-membership': (_source, _federated, organization) =>
        `Questa persona perderà l’accesso a ${organization}. Il suo account e le sue altre organizzazioni non ne risentiranno.`,
      'block-account': (source, federated) =>
        federated
          ? `Questa persona non potrà accedere, nemmeno con ${source}.`
          : 'Questa persona non potrà accedere.',
      'end-sessions': () => 'Questa persona verrà disconnessa da tutti i browser.',
      'revoke-refresh-tokens': () => 'Le app chiederanno di accedere di nuovo.',
      'revoke-invitations': () => 'Gli inviti in attesa al suo indirizzo email verranno revocati.',
      'delete-account': () =>
        'Il suo account e il suo profilo verranno eliminati definitivamente. Questa azione è irreversibile.',
      'delete-linked-identities': () =>
        'Verranno eliminati anche gli altri metodi di accesso collegati al suo account.',
    },
    regainPaths: {
      'joins-at-login': (source) =>
        `Chi accede con ${source} diventa membro, quindi questa persona tornerà al suo prossimo accesso.`,
      'recreated-at-login': (source) => `${source} ricreerà l’account al prossimo accesso di questa persona.`,
      directory: (source) =>
        `La directory di ${source} potrebbe ricreare l’account alla prossima sincronizzazione.`,
      'pending-invitation': () => 'Ha un invito in attesa che le consentirebbe di rientrare.',
    },
  },
  receipt: {
    title: (name) => `Riepilogo per ${name}`,
    done: 'Eseguito',
    already: 'Già eseguito',
    notDone: 'Non eseguito',
    notCovered: 'Non interessato',
    steps: {
      'remove-membership': 'Rimozione dall’organizzazione',
      'block-account': 'Blocco dell’account',
      'end-sessions': 'Disconnessione dai browser',
      'revoke-refresh-tokens': 'Disconnessione dalle app',
      'revoke-invitations': 'Revoca degli inviti in attesa',
      'delete-account': 'Eliminazione dell’account',
      'delete-linked-identities': 'Eliminazione dei metodi di accesso collegati',
      'unblock-account': 'Sblocco dell’account',
      'clear-lockout': 'Riattivazione dell’accesso',
      'remove-authenticator': 'Rimozione di un metodo di verifica',
      'forget-trusted-browsers': 'Reimpostazione dei browser attendibili',
    },
    notCoveredItems: {
      'issued-access-tokens': openApps,
      'application-sessions': () =>
        'Le app con una sessione propria restano connesse fino al loro prossimo controllo.',
      'other-organizations': () => 'Le altre organizzazioni di cui questa persona fa parte.',
    },
    repeated: (step, count) => `${step} (${count})`,
    failed: labeled,
    again: 'Puoi riprovare senza rischi.',
    id: reference,
    view: 'Vedi riepilogo',
    save: downloadReceipt,
  },
};
