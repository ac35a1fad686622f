/** Bulk actions and the export of the list, in French. */
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
  done === of ? members(of) : `${formatted(done)} sur ${members(of)}`;

export const bulk: BulkMessages = {
  operations: {
    'password.reset': {
      title: (count) => `Envoyer un e-mail de réinitialisation du mot de passe à ${members(count)}\u202f?`,
      confirm: (count) => plural(count, { one: 'Envoyer l’e-mail', other: 'Envoyer les e-mails' }),
      running: (count) =>
        plural(count, {
          one: 'Envoi de l’e-mail de réinitialisation à # membre…',
          other: 'Envoi des e-mails de réinitialisation à # membres…',
        }),
      ended: (done, of) => `E-mails de réinitialisation envoyés\u00a0: ${doneOf(done, of)}`,
      consequences: [
        'Chaque personne recevra un lien de réinitialisation par e-mail. Les mots de passe ne changeront qu’à l’utilisation des liens.',
      ],
    },
    'member.block': {
      title: (count) => `Bloquer ${members(count)}\u202f?`,
      confirm: (count) => `Bloquer ${members(count)}`,
      running: (count) => `Blocage de ${members(count)}…`,
      ended: (done, of) => `Blocage effectué\u00a0: ${doneOf(done, of)}`,
      already: 'L’accès est déjà bloqué.',
      consequences: [
        'Ces personnes ne pourront plus se connecter, même avec le SSO.',
        'Elles seront déconnectées partout.',
      ],
      openApps,
    },
    'member.unblock': {
      title: (count) => `Débloquer ${members(count)}\u202f?`,
      confirm: (count) => `Débloquer ${members(count)}`,
      running: (count) => `Déblocage de ${members(count)}…`,
      ended: (done, of) => `Déblocage effectué\u00a0: ${doneOf(done, of)}`,
      already: 'L’accès n’est pas bloqué.',
      consequences: ['Ces personnes pourront de nouveau se connecter.'],
    },
    'member.revoke-access': {
      title: (count) => `Déconnecter ${members(count)} partout\u202f?`,
      confirm: (count) => `Déconnecter ${members(count)}`,
      running: (count) => `Déconnexion de ${members(count)} partout…`,
      ended: (done, of) => `Déconnexion effectuée partout\u00a0: ${doneOf(done, of)}`,
      consequences: [
        'Ces personnes seront déconnectées de tous les navigateurs et de toutes les applications. Elles pourront se reconnecter.',
      ],
      openApps,
    },
    'membership.remove': {
      title: (count) => `Retirer ${members(count)} de l’organisation\u202f?`,
      confirm: (count) => `Retirer ${members(count)}`,
      running: (count) => `Retrait de ${members(count)}…`,
      ended: (done, of) => `Retrait effectué\u00a0: ${doneOf(done, of)}`,
      consequences: [
        'Ces personnes perdront l’accès à cette organisation, mais garderont leur compte.',
        'Celles dont la méthode de connexion ajoute automatiquement des membres seront de retour à leur prochaine connexion.',
      ],
    },
    'user.delete': {
      title: (count) =>
        plural(count, {
          one: 'Supprimer le compte de # membre\u202f?',
          other: 'Supprimer les comptes de # membres\u202f?',
        }),
      confirm: (count) => plural(count, { one: 'Supprimer le compte', other: 'Supprimer les comptes' }),
      running: (count) =>
        plural(count, {
          one: 'Suppression du compte de # membre…',
          other: 'Suppression des comptes de # membres…',
        }),
      ended: (done, of) => `Comptes supprimés\u00a0: ${doneOf(done, of)}`,
      consequences: [
        'Les comptes et les profils seront définitivement supprimés. Cette action est irréversible.',
        'Les comptes qui utilisent le SSO ou un fournisseur social seront recréés à la prochaine connexion.',
      ],
    },
    'roles.assign': {
      title: (count) => `Modifier les rôles de ${members(count)}\u202f?`,
      confirm: () => 'Modifier les rôles',
      running: (count) => `Modification des rôles de ${members(count)}…`,
      ended: (done, of) => `Rôles modifiés\u00a0: ${doneOf(done, of)}`,
      consequences: ['Peut ne prendre effet qu’à la prochaine connexion de chaque personne.'],
    },
  },
  reasons: {
    'managed-by-connection': 'Information gérée par le fournisseur de connexion de cette personne.',
    'refreshed-at-login': 'Cette information serait remplacée à la prochaine connexion de cette personne.',
    'directory-owned': 'Information synchronisée depuis un annuaire, qui la remplacerait.',
    'sign-in-identifier': 'Cette personne utilise cette information pour se connecter.',
    'external-database': 'Le compte est stocké en dehors de ce produit.',
    'invited-address': 'L’adresse doit rester celle de l’invitation.',
    'shared-user': 'Cette personne appartient à plusieurs organisations. Vous pouvez la retirer de celle-ci.',
    'not-allowed': 'Votre organisation ne le permet pas.',
    'connection-not-enabled':
      'La méthode de connexion propre à ce compte n’est pas disponible dans votre organisation.',
    masked: 'Une partie de cette information vous est masquée.',
    'unreadable-value': 'Information stockée dans un format inattendu.',
    'recreated-at-login': 'Le compte serait recréé à la prochaine connexion. Bloquez plutôt cette personne.',
    blocked: 'Cette personne est bloquée, et cette action la débloquerait.',
    'role-above-own': 'Ce rôle comporte des autorisations que vous n’avez pas.',
    'last-admin': 'L’organisation n’aurait plus d’admin.',
    'delegated-session': borrowedSession,
    'no-such-attribute': 'Ne s’applique pas à ce compte.',
    'step-up-required': signInAgain,
    profile_not_found: 'Ne fait plus partie des membres.',
    yourself: 'C’est vous. Les actions groupées ne vous incluent pas.',
    'already-done': 'Rien à modifier.',
  },
  states: {
    allowed: 'Prêt',
    waiting: 'En attente',
    done: 'Effectué',
    refused: 'Ignoré',
    failed: 'Échec',
  },
  notStarted: 'Non commencé',
  checking: 'Vérification des membres concernés…',
  allowed: (count) => `Concerne ${members(count)}.`,
  skipped: (count) =>
    plural(count, { one: '# membre sera ignoré\u00a0:', other: '# membres seront ignorés\u00a0:' }),
  noneApply: 'Cette action ne concerne aucun des membres sélectionnés.',
  reason: 'Motif',
  reasonHelp,
  phrase: typeToConfirm,
  word: 'supprimer',
  mismatch: typeExactly,
  signIn: signInToContinue,
  signInText: `${signInAgain} Vous reviendrez ensuite sur cette page.`,
  add: 'Ajouter',
  remove: 'Retirer',
  next: 'Suivant',
  chooseOne: 'Choisissez au moins un rôle.',
  rolesAbove,
  progress: (done, of) => `${formatted(done)} sur ${formatted(of)}`,
  keepsRunning: 'Vous pouvez quitter cette page. L’action se poursuit.',
  hide: 'Fermer',
  pause: 'Suspendre',
  pausing: 'Suspension…',
  paused: (done, of) => `En pause. ${formatted(done)} sur ${formatted(of)}`,
  staysPaused: 'L’action reste en pause jusqu’à ce que vous la repreniez, pendant 24 heures au maximum.',
  resume: 'Reprendre',
  stop: 'Arrêter',
  stopping: 'Arrêt…',
  show: 'Voir la progression',
  showResults: 'Voir les résultats',
  ended: (done, of) => `Effectué\u00a0: ${formatted(done)} sur ${members(of)}.`,
  stopped: (done, of) => `Arrêté. Effectué\u00a0: ${formatted(done)} sur ${members(of)}.`,
  resultsUnavailable:
    'Les résultats ne sont plus disponibles. Consultez la liste des membres pour connaître la situation actuelle.',
  retryFor: (count) => `Réessayer pour ${members(count)}`,
  partly: 'Certaines étapes n’ont pas abouti.',
  save: 'Télécharger les résultats',
  saveRest: 'Télécharger les incomplets',
  notListed: (count) => `Et ${members(count)} de plus. Le fichier téléchargé contient la liste complète.`,
  cancel,
  close,
  wait: continueIn,
  export: {
    action: 'Exporter en CSV',
    running: (count) => `Exportation… ${members(count)} pour l’instant`,
    done: (count) => plural(count, { one: '# membre exporté.', other: '# membres exportés.' }),
    cancel: 'Arrêter l’exportation',
  },
  file: {
    selected: (count) =>
      plural(count, {
        one: '# membre sélectionné à partir du fichier.',
        other: '# membres sélectionnés à partir du fichier.',
      }),
    failed: 'Impossible de lire le fichier. Choisissez-le de nouveau.',
    unreadable:
      'Ce fichier n’a pas de colonne «\u00a0user_id\u00a0». Choisissez un fichier de résultats que vous avez téléchargé ici.',
    tooLong: (max) => `Ce fichier contient trop de lignes. Une action groupée est limitée à ${members(max)}.`,
  },
  columns: ['name', 'email', 'user_id', 'result', 'detail'] as const,
};
