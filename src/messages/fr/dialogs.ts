/** The dialogs about one member, in French. */
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
  de,
  labeled,
} from './common.js';

export const dialogs: DialogMessages = {
  checking: 'Vérification de ce qui va changer…',
  absent: 'Cette action n’est pas disponible pour cette personne.',
  notLockedOut: 'La connexion de cette personne n’est pas verrouillée.',
  removed: (names) => `Méthodes qui seront supprimées\u00a0: ${names}.`,
  openApps,
  regainTitle: 'Comment cette personne pourrait retrouver l’accès',
  recommended: (why) => `Recommandé plutôt qu’une suppression. ${why}`,
  recommendations: {
    'membership.remove': 'Nous recommandons plutôt de retirer cette personne de votre organisation.',
    'member.revoke-access': 'Nous recommandons plutôt de déconnecter cette personne partout.',
    'member.block': 'Nous recommandons plutôt de bloquer cette personne.',
    'user.delete': 'Nous recommandons plutôt de supprimer le compte de cette personne.',
  },
  instead: {
    'membership.remove': 'Retirer à la place',
    'member.revoke-access': 'Déconnecter à la place',
    'member.block': 'Bloquer à la place',
    'user.delete': 'Supprimer à la place',
  },
  questions: {
    'password.reset': {
      title: (name) => `Envoyer à ${name} un e-mail de réinitialisation du mot de passe\u202f?`,
      confirm: 'Envoyer l’e-mail',
      done: (name) => `Si ${name} peut recevoir des e-mails, le lien arrivera dans quelques minutes.`,
      consequences: [
        'Nous enverrons un lien de réinitialisation par e-mail.',
        'Le mot de passe ne changera qu’à l’utilisation du lien.',
        'Personne d’autre ne verra ce lien, pas même vous.',
      ],
    },
    'email.verify': {
      title: (name) => `Envoyer à ${name} un e-mail de vérification\u202f?`,
      confirm: 'Envoyer l’e-mail',
      done: (name) => `Nous avons envoyé à ${name} un e-mail de vérification.`,
      consequences: [
        'Nous enverrons un nouveau lien par e-mail.',
        'L’adresse restera non vérifiée jusqu’à l’utilisation du lien.',
      ],
    },
    'member.clear-lockout': {
      title: (name) => `Déverrouiller la connexion ${de(name)}\u202f?`,
      confirm: 'Déverrouiller',
      done: (name) => `${name} peut de nouveau essayer de se connecter.`,
      consequences: [
        'Cette personne pourra tout de suite saisir de nouveau son mot de passe.',
        'Si un admin l’a bloquée, elle restera bloquée.',
      ],
    },
    'member.unblock': {
      title: (name) => `Débloquer ${name}\u202f?`,
      confirm: 'Débloquer',
      done: (name) => `${name} peut de nouveau se connecter.`,
      consequences: [
        'Cette personne pourra de nouveau se connecter.',
        'Si sa connexion est aussi verrouillée après trop de mots de passe incorrects, déverrouillez-la séparément.',
      ],
    },
    'member.mfa-reset': {
      title: (name) => `Réinitialiser la vérification en deux étapes ${de(name)}\u202f?`,
      confirm: 'Réinitialiser',
      done: (name) => `La vérification en deux étapes ${de(name)} a été réinitialisée.`,
      consequences: [
        'Les navigateurs de confiance demanderont de nouveau une vérification.',
        'Jusqu’à la nouvelle configuration, le mot de passe seul suffira peut-être pour se connecter.',
      ],
    },
    'member.revoke-access': {
      title: (name) => `Déconnecter ${name} partout\u202f?`,
      confirm: 'Déconnecter',
      done: (name) => `Déconnexion effectuée partout pour ${name}.`,
      consequences: [],
    },
    'member.block': {
      title: (name) => `Bloquer ${name}\u202f?`,
      confirm: 'Bloquer',
      done: (name) => `L’accès ${de(name)} a été bloqué.`,
      consequences: [],
    },
    'membership.remove': {
      title: (name, organization) => `Retirer ${name} de l’organisation ${organization}\u202f?`,
      confirm: 'Retirer',
      done: (name) => `${name} ne fait plus partie de l’organisation.`,
      consequences: [],
    },
    'user.delete': {
      title: (name) => `Supprimer le compte ${de(name)}\u202f?`,
      confirm: 'Supprimer le compte',
      done: (name) => `Le compte ${de(name)} a été supprimé.`,
      consequences: [],
    },
  },
  running: working,
  undo,
  partly: (name) => `Certaines étapes n’ont pas abouti pour ${name}.`,
  phrase: typeToConfirm,
  word: 'supprimer',
  mismatch: typeExactly,
  reason: 'Motif',
  reasonHelp,
  reasonMissing: enterReason,
  signIn: signInToContinue,
  signInText: `${signInAgain} Vous reviendrez ensuite à cette étape.`,
  wait: continueIn,
  rolesDialog: {
    title: (name) => `Modifier les rôles ${de(name)}`,
    legend: 'Rôles dans votre organisation',
    current: 'Actuels',
    next: 'Nouveaux',
    none: 'Aucun',
    unchanged: 'Aucun changement pour le moment.',
    effect: 'Peut ne prendre effet qu’à la prochaine connexion de cette personne.',
    effectOwn: 'Peut ne prendre effet qu’à votre prochaine connexion.',
    ownLoss:
      'Vous retirez votre propre accès. Vous ne pourrez pas revenir en arrière\u00a0: un autre admin devra le rétablir.',
    changedByOthers: 'Une autre personne a modifié ces rôles. Vérifiez-les avant de continuer.',
    added: (names) => `Rôles ajoutés par cette personne\u00a0: ${names}`,
    removed: (names) => `Rôles retirés par cette personne\u00a0: ${names}`,
    confirm: 'Modifier les rôles',
    running: 'Modification des rôles…',
    done: 'Rôles mis à jour',
    empty: 'Aucun rôle disponible.',
  },
  plan: {
    steps: {
      'remove-membership': (_source, _federated, organization) =>
        `Cette personne perdra l’accès à ${organization}. Son compte et ses autres organisations ne sont pas concernés.`,
      'block-account': (source, federated) =>
        federated
          ? `Cette personne ne pourra plus se connecter, même avec ${source}.`
          : 'Cette personne ne pourra plus se connecter.',
      'end-sessions': () => 'Cette personne sera déconnectée de tous les navigateurs.',
      'revoke-refresh-tokens': () => 'Les applications demanderont une nouvelle connexion.',
      'revoke-invitations': () => 'Les invitations en attente à son adresse e-mail seront révoquées.',
      'delete-account': () =>
        'Son compte et son profil seront définitivement supprimés. Cette action est irréversible.',
      'delete-linked-identities': () =>
        'Les autres méthodes de connexion associées à son compte seront aussi supprimées.',
    },
    regainPaths: {
      'joins-at-login': (source) =>
        `Toute personne qui se connecte avec ${source} devient membre. Cette personne sera donc de retour à sa prochaine connexion.`,
      'recreated-at-login': (source) => `${source} recréera le compte à la prochaine connexion.`,
      directory: (source) =>
        `L’annuaire ${source} recréera peut-être le compte à la prochaine synchronisation.`,
      'pending-invitation': () => 'Une invitation en attente lui redonnerait l’accès.',
    },
  },
  receipt: {
    title: (name) => `Récapitulatif pour ${name}`,
    done: 'Effectué',
    already: 'Déjà effectué',
    notDone: 'Non effectué',
    notCovered: 'Non concerné',
    steps: {
      'remove-membership': 'Retrait de l’organisation',
      'block-account': 'Blocage de l’accès',
      'end-sessions': 'Déconnexion des navigateurs',
      'revoke-refresh-tokens': 'Déconnexion des applications',
      'revoke-invitations': 'Révocation des invitations en attente',
      'delete-account': 'Suppression du compte',
      'delete-linked-identities': 'Suppression des méthodes de connexion associées',
      'unblock-account': 'Déblocage de l’accès',
      'clear-lockout': 'Déverrouillage de la connexion',
      'remove-authenticator': 'Suppression d’une méthode de vérification',
      'forget-trusted-browsers': 'Réinitialisation des navigateurs de confiance',
    },
    notCoveredItems: {
      'issued-access-tokens': openApps,
      'application-sessions': () =>
        'Les applications qui ont leur propre session restent connectées jusqu’à leur prochaine vérification.',
      'other-organizations': () => 'Les autres organisations de cette personne.',
    },
    repeated: (step, count) => `${step} (${count})`,
    failed: labeled,
    again: 'Vous pouvez réessayer sans risque.',
    id: reference,
    view: 'Voir le récapitulatif',
    save: downloadReceipt,
  },
};
