/** The account section: password, sessions, export and deletion, in French. */
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
  de,
} from './common.js';

export const account: AccountMessages = {
  justNow,
  again: (left) => `Vous pourrez demander un autre e-mail dans ${seconds(left)}.`,
  cancel,
  locked: cantRightNow,
  missing: partMissing,
  verify: {
    text: (email) =>
      `L’adresse ${email} n’est pas encore vérifiée. Utilisez le lien de l’e-mail que nous avons envoyé.`,
    textFor: (email) =>
      `L’adresse ${email} n’est pas encore vérifiée. Cette personne doit utiliser le lien de l’e-mail que nous avons envoyé.`,
    action: 'Renvoyer l’e-mail de vérification',
    sent: (email) => `Nous avons envoyé un e-mail à ${email}.`,
  },
  password: {
    title: 'Mot de passe',
    text: (organization, email) =>
      `Nous enverrons un lien de réinitialisation à ${email} au nom ${de(organization)}. Votre mot de passe ne changera que lorsque vous l’utiliserez.`,
    textFor: (name, email) =>
      `Nous enverrons à ${name} un lien de réinitialisation à l’adresse ${email}. Son mot de passe ne changera qu’à l’utilisation du lien.`,
    action: 'Envoyer le lien de réinitialisation',
    sent: (email) => `Si ${email} peut recevoir des e-mails, le lien arrivera dans quelques minutes.`,
  },
  sessions: {
    title: 'Vos sessions actives',
    titleFor: 'Ses sessions actives',
    text: 'Navigateurs connectés à votre compte, toutes organisations confondues.',
    textFor: 'Navigateurs connectés au compte de cette personne, toutes organisations confondues.',
    loading: 'Chargement des sessions',
    unavailable: sessionsNotAvailable,
    none: 'Vous n’avez aucune autre session active.',
    noneFor: 'Aucune session active.',
    current: 'Ce navigateur',
    unknown: 'Navigateur inconnu',
    lastUsed: (when) => `Dernière activité\u00a0: ${when}`,
    end: 'Déconnecter',
    endOf: (browser) => `Déconnecter ${browser}`,
    endOthers: 'Déconnecter partout ailleurs',
    endAll: 'Déconnecter partout',
    ended: 'Session fermée.',
    endedOthers: 'Déconnexion effectuée partout ailleurs.',
    endedAll: 'Déconnexion effectuée partout.',
  },
  export: {
    title: 'Vos données',
    text: 'Téléchargez une copie des données de votre profil.',
    json: 'Télécharger au format JSON',
    html: 'Télécharger comme page web',
    running: 'Préparation du téléchargement…',
    done: 'Votre téléchargement est prêt.',
  },
  deletion: {
    dangerZone: 'Zone de danger',
    notOffered: 'Vous ne pouvez pas supprimer ce compte ici.',
    title: 'Supprimer le compte',
    text: 'Supprimez définitivement votre compte dans toutes les organisations auxquelles vous appartenez.',
    action: 'Supprimer le compte…',
    checking: 'Vérification de ce qui sera supprimé…',
    organizations: (name, others) =>
      others === 0
        ? `Vous quitterez ${name}.`
        : plural(others, {
            one: (number) => `Vous quitterez ${name} et ${number} autre organisation.`,
            other: (number) => `Vous quitterez ${name} et ${number} autres organisations.`,
          }),
    delay: (count) =>
      `Votre compte sera supprimé dans ${days(count)}. D’ici là, vous pourrez annuler la suppression ici.`,
    phrase: typeToConfirm,
    word: 'supprimer',
    confirm: 'Supprimer le compte',
    confirming: 'Suppression…',
    mismatch: typeExactly,
    signIn: signInToContinue,
    signInText:
      'Pour supprimer votre compte, reconnectez-vous d’abord. Vous reviendrez ensuite sur cette page.',
    signInTooLate: 'Votre compte n’a pas été supprimé, car la connexion a pris trop de temps. Recommencez.',
    receiptTitle: 'Votre compte a été supprimé',
    notDone:
      'Les données vous concernant dans d’autres systèmes et dans les sauvegardes n’ont pas été supprimées.',
    tokensUntil: (when) => `Dans certaines applications, votre session peut rester ouverte jusqu’au ${when}.`,
    receiptId: reference,
    saveReceipt: downloadReceipt,
    leave: 'Continuer',
  },
  reveal: {
    action: (field) => `Afficher «\u00a0${field}\u00a0»`,
    done: (field) =>
      `Le champ «\u00a0${field}\u00a0» est maintenant affiché. Cette action est inscrite au journal d’activité.`,
  },
  pendingDeletion: {
    title: (when) => `Votre compte sera supprimé le ${when}.`,
    text: 'D’ici là, vous pouvez continuer à l’utiliser ou annuler la suppression.',
    keep: 'Garder mon compte',
    keeping: 'Annulation de la suppression…',
  },
  problems: {
    step_up_required: `${signInAgain} Vous reviendrez ensuite sur cette page.`,
    operation_locked: cantRightNow,
    outcome_unknown:
      'Nous ne savons pas si l’e-mail a été envoyé. Vérifiez la boîte de réception avant d’en envoyer un autre.',
    feature_unavailable: notAvailable,
    erasure_failed:
      'Nous n’avons pas pu effacer vos données. Rien n’a donc été supprimé. Réessayez dans quelques minutes.',
  },
  reasons: {
    'recreated-at-login': (source, connectionClass) =>
      connectionClass === 'social'
        ? `Votre compte serait recréé à votre prochaine connexion avec ${source}. Pour partir, demandez à un admin de vous retirer.`
        : `${source} recréerait votre compte à votre prochaine connexion. Demandez à votre équipe informatique de le supprimer à la source.`,
    'last-admin': () =>
      'L’une de vos organisations n’aurait plus d’admin. Désignez d’abord une autre personne comme admin.',
    'delegated-session': () => borrowedSession,
    'shared-user': () => `${sharedUser} Elle peut effectuer cette action elle-même.`,
    blocked: () => blockedReset,
    'managed-by-connection': (source) =>
      `Cette action est gérée par ${source}. Vous pouvez l’effectuer dans ce service.`,
    'not-allowed': () => 'Votre organisation ne le permet pas. Adressez-vous à un admin.',
  },
  theirReasons: {
    'last-admin': () => lastAdmin,
    'recreated-at-login': (source, connectionClass) =>
      connectionClass === 'social'
        ? `Son compte serait recréé à sa prochaine connexion avec ${source}. Bloquez plutôt cette personne.`
        : `${source} recréerait son compte à sa prochaine connexion. Demandez à votre équipe informatique de le supprimer à la source.`,
    'managed-by-connection': (source) => `Cette action est gérée par ${source}.`,
    'not-allowed': () => 'Votre organisation ne le permet pas pour d’autres personnes.',
  },
  consequences: {
    'mail-to-address': 'Nous enverrons un e-mail à l’adresse du compte.',
    'password-unchanged-until-used': 'Le mot de passe ne changera qu’à l’utilisation du lien.',
    'ends-other-sessions': 'Toutes vos autres sessions seront fermées.',
    'ends-all-sessions': 'Toutes vos sessions seront fermées, y compris celle-ci.',
    'removes-account':
      'Votre compte et votre profil seront définitivement supprimés. Cette action est irréversible.',
    'removes-memberships': 'Vous quitterez toutes les organisations auxquelles vous appartenez.',
    'removes-linked-identities':
      'Les autres méthodes de connexion associées à votre compte seront aussi supprimées.',
    'erases-product-data': 'Vos données dans ce produit seront d’abord effacées.',
    'keeps-other-systems':
      'Les données vous concernant dans d’autres systèmes et dans les sauvegardes ne seront pas supprimées.',
  },
  done: {
    'product-data': 'Données du produit effacées',
    account: 'Compte supprimé',
    'linked-identities': 'Méthodes de connexion associées supprimées',
    memberships: 'Départ de toutes les organisations',
    sessions: 'Déconnexion effectuée partout',
  },
};
