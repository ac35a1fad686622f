/** Formatters and texts that several parts share, in French. Readers are addressed as vous. */
import { createFormatter } from '../formatter.js';

export const { plural, formatted } = createFormatter('fr');

/**
 * “de” in front of a name. It is shortened before a vowel, not before an h: names keep or lose theirs unpredictably.
 * @example de('Ada Keller') // "d’Ada Keller"
 */
export const de = (name: string) =>
  /^(?:[aeiouà-æè-ïò-öø-üœ]|y(?![aeiou]))/i.test(name) ? `d’${name}` : `de ${name}`;

export const seconds = (count: number) => plural(count, { one: '# seconde', other: '# secondes' });
export const days = (count: number) => plural(count, { one: '# jour', other: '# jours' });
export const members = (count: number) => plural(count, { one: '# membre', other: '# membres' });

export const withColon = (text: string) => `${text}\u00a0:`;
export const labeled = (label: string, text: string) => `${label}\u00a0: ${text}`;
export const justNow = 'à l’instant';
export const cancel = 'Annuler';
export const close = 'Fermer';
export const retry = 'Réessayer';
export const signIn = 'Se connecter';
export const signedOut = 'Connexion requise';
export const requestId = (id: string) => `ID de la demande\u00a0: ${id}`;

export const sessionExpired = 'Votre session a expiré. Reconnectez-vous pour continuer.';
export const checkFields = 'Vérifiez les champs signalés.';
export const outdatedPage =
  'Cette page n’est plus à jour. Rechargez-la. Si le problème persiste, contactez l’assistance.';
export const tryLater = 'Une erreur s’est produite. Réessayez dans quelques minutes.';
export const outcomeUnknown =
  'Nous ne savons pas si l’e-mail a été envoyé. Demandez à la personne si elle l’a reçu avant d’en envoyer un autre.';
export const unreachable =
  'Impossible de joindre le serveur. Vérifiez votre connexion Internet et réessayez.';
export const offline = 'Vous êtes hors ligne.';
export const notSignedIn = 'Vous devez vous connecter.';
export const accountBlocked = 'Votre compte est bloqué. Contactez un admin de votre organisation.';
export const noOrganizationTitle = 'Connexion à une organisation requise';
export const signInFailedTitle = 'La connexion a échoué';
export const otherAccount = 'Utiliser un autre compte';
export const chooseOrganization = 'Choisir une organisation';
export const signInDenied =
  'Vous ne pouvez pas vous connecter ici avec ce compte. Utilisez un autre compte ou contactez un admin de votre organisation.';
export const tooManyRequests = 'Trop de demandes.';
export const signInFailed = 'La connexion a échoué. Réessayez ou contactez un admin de votre organisation.';
export const partMissing = 'Impossible de charger une partie de cette page.';
export const sections = 'Sur cette page';
export const cantRightNow = 'Cette action n’est pas possible pour le moment.';
export const enterReason = 'Indiquez un motif.';
export const reasonHelp = 'Enregistré dans le journal d’activité.';
export const signInToContinue = 'Se connecter pour continuer';
export const signInAgain = 'Reconnectez-vous pour continuer.';
export const notAvailable = 'Cette fonctionnalité n’est pas disponible pour votre organisation.';
export const sessionsNotAvailable = 'La liste des sessions n’est pas disponible pour votre organisation.';
export const continueIn = (left: number) => `Vous pourrez continuer dans ${seconds(left)}.`;
export const typeToConfirm = (phrase: string) => `Saisissez «\u00a0${phrase}\u00a0» pour confirmer`;
export const typeExactly = (phrase: string) => `Saisissez «\u00a0${phrase}\u00a0» pour continuer.`;
export const reference = (id: string) => `Référence\u00a0: ${id}`;
export const downloadReceipt = 'Télécharger le récapitulatif';
export const working = 'En cours…';
export const undo = 'Annuler';
export const openApps = (until: string | null) =>
  until === null
    ? 'Les applications déjà ouvertes peuvent continuer à fonctionner un certain temps.'
    : `Les applications déjà ouvertes peuvent continuer à fonctionner. Heure limite\u00a0: ${until}.`;
export const rolesAbove = 'Les rôles dotés d’autorisations que vous n’avez pas ne sont pas affichés.';
export const lastAdmin =
  'Votre organisation n’aurait plus d’admin. Désignez d’abord une autre personne comme admin.';
export const sharedUser =
  'Cette personne appartient à plusieurs organisations, qui seraient toutes concernées.';
export const borrowedSession =
  'Votre session est ouverte au nom d’une autre personne. Connectez-vous avec votre propre compte pour effectuer cette action.';
export const blockedReset =
  'Cette personne est bloquée, et réinitialiser son mot de passe la débloquerait. Débloquez-la d’abord.';
