/** Formatters and texts that several parts share, in Italian. Readers are addressed as tu. */
import { createFormatter } from '../formatter.js';

export const { plural, formatted } = createFormatter('it');

export const seconds = (count: number) => plural(count, { one: '# secondo', other: '# secondi' });
export const days = (count: number) => plural(count, { one: '# giorno', other: '# giorni' });
export const members = (count: number) => plural(count, { one: '# membro', other: '# membri' });

export const withColon = (text: string) => `${text}:`;
export const labeled = (label: string, text: string) => `${label}: ${text}`;
export const justNow = 'proprio ora';
export const cancel = 'Annulla';
export const close = 'Chiudi';
export const retry = 'Riprova';
export const signIn = 'Accedi';
export const signedOut = 'Non hai effettuato l’accesso';
export const requestId = (id: string) => `ID richiesta: ${id}`;

export const sessionExpired = 'La sessione è scaduta. Accedi di nuovo per continuare.';
export const checkFields = 'Controlla i campi evidenziati.';
export const outdatedPage =
  'Questa pagina non è aggiornata. Ricaricala. Se il problema persiste, contatta l’assistenza.';
export const tryLater = 'Qualcosa non ha funzionato. Riprova tra qualche minuto.';
export const outcomeUnknown =
  'Non sappiamo se l’email è stata inviata. Chiedi alla persona se l’ha ricevuta prima di inviarne un’altra.';
export const unreachable = 'Impossibile raggiungere il server. Controlla la connessione e riprova.';
export const offline = 'Sei offline.';
export const notSignedIn = 'Non hai effettuato l’accesso.';
export const accountBlocked = 'Il tuo account è bloccato. Contatta un admin della tua organizzazione.';
export const noOrganizationTitle = 'Non hai effettuato l’accesso a un’organizzazione';
export const signInFailedTitle = 'Accesso non riuscito';
export const otherAccount = 'Usa un altro account';
export const chooseOrganization = 'Scegli un’organizzazione';
export const signInDenied =
  'Non puoi accedere qui con questo account. Usa un altro account o contatta un admin della tua organizzazione.';
export const tooManyRequests = 'Troppe richieste.';
export const signInFailed = 'Accesso non riuscito. Riprova o contatta un admin della tua organizzazione.';
export const partMissing = 'Impossibile caricare una parte di questa pagina.';
export const sections = 'In questa pagina';
export const cantRightNow = 'Al momento non puoi farlo.';
export const enterReason = 'Inserisci un motivo.';
export const reasonHelp = 'Viene salvato nel registro attività.';
export const signInToContinue = 'Accedi per continuare';
export const signInAgain = 'Accedi di nuovo per continuare.';
export const notAvailable = 'Questa funzione non è disponibile per la tua organizzazione.';
export const sessionsNotAvailable = 'L’elenco delle sessioni non è disponibile per la tua organizzazione.';
export const continueIn = (left: number) => `Puoi continuare tra ${seconds(left)}.`;
export const typeToConfirm = (phrase: string) => `Digita “${phrase}” per confermare`;
export const typeExactly = (phrase: string) => `Digita “${phrase}” per continuare.`;
export const reference = (id: string) => `Riferimento: ${id}`;
export const downloadReceipt = 'Scarica riepilogo';
export const working = 'In corso…';
export const undo = 'Annulla';
export const openApps = (until: string | null) =>
  until === null
    ? 'Le app già aperte potrebbero continuare a funzionare per un po’ di tempo.'
    : `Le app già aperte potrebbero continuare a funzionare. Orario limite: ${until}.`;
export const rolesAbove = 'I ruoli con autorizzazioni che non hai non sono elencati.';
export const lastAdmin =
  'La tua organizzazione resterebbe senza admin. Prima fai diventare admin un’altra persona.';
export const sharedUser = 'Questa persona fa parte di più organizzazioni, e l’azione le riguarderebbe tutte.';
export const borrowedSession =
  'Hai effettuato l’accesso per conto di un’altra persona. Per farlo, accedi con il tuo account.';
export const blockedReset =
  'Questa persona è bloccata, e reimpostare la password la sbloccherebbe. Prima sbloccala.';
