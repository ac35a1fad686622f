/** The dialog that invites people, in French. */
import type { InviteMessages } from '../en/invite.js';
import { cancel, continueIn, plural, rolesAbove, days, formatted } from './common.js';

export const invite: InviteMessages = {
  title: (organization) => `Inviter des personnes à rejoindre ${organization}`,
  addresses: 'Adresses e-mail',
  addressesHelp: 'Séparez les adresses par des virgules, des espaces ou des retours à la ligne.',
  entered: (count) => plural(count, { one: '# adresse saisie', other: '# adresses saisies' }),
  remove: (email) => `Retirer ${email}`,
  edit: (email) => `Modifier ${email}`,
  file: 'Ou importez un fichier CSV ou TSV',
  fileHelp:
    'Issu d’un tableur ou d’un annuaire, avec une colonne d’adresses e-mail et, si vous le souhaitez, une colonne de rôles. Vous pourrez tout vérifier avant l’envoi.',
  fileRead: (count) =>
    plural(count, {
      one: '# personne trouvée dans le fichier.',
      other: '# personnes trouvées dans le fichier.',
    }),
  emailsFrom: (heading) => `Les adresses e-mail proviennent de la colonne «\u00a0${heading}\u00a0».`,
  rolesFrom: (heading) => `Les rôles proviennent de la colonne «\u00a0${heading}\u00a0».`,
  noRoleColumn: 'Le fichier n’a pas de colonne de rôles.',
  skipped: (count, rows) =>
    plural(count, {
      one: (number) => `${number} ligne sans adresse e-mail ignorée\u00a0: ${rows}`,
      other: (number) => `${number} lignes sans adresse e-mail ignorées\u00a0: ${rows}`,
    }),
  unknownRoles: (names) => `Ces rôles n’existent pas\u00a0: ${names}`,
  fileProblems: {
    unreadable: 'Impossible de lire le fichier. Choisissez-le de nouveau.',
    'no-addresses': 'Aucune adresse e-mail trouvée. Le fichier doit contenir une colonne d’adresses e-mail.',
    workbook:
      'Ce fichier est un classeur Excel. Enregistrez-le au format CSV, puis choisissez le nouveau fichier.',
  },
  roles: 'Rôles',
  rolesHelp: 'Sans rôle, ces personnes n’ont que l’accès par défaut.',
  rolesAbove,
  connection: 'Méthode de connexion',
  anyConnection: 'Au choix de la personne',
  noConnection:
    'Vous ne pouvez pas inviter de personnes\u00a0: aucune méthode de connexion de votre organisation ne prend en charge les invitations. Contactez l’assistance.',
  expiry: 'Expire après',
  days,
  hours: (count) => plural(count, { one: '# heure', other: '# heures' }),
  language: 'Langue de l’e-mail',
  anyLanguage: 'Par défaut',
  check: 'Vérifier sans envoyer',
  checking: 'Vérification…',
  send: (count) =>
    count === 0 ? 'Inviter' : plural(count, { one: 'Inviter # personne', other: 'Inviter # personnes' }),
  sending: (done, of) => `Envoi\u00a0: ${formatted(done)} sur ${formatted(of)}…`,
  invited: (count) => plural(count, { one: '# invitation envoyée.', other: '# invitations envoyées.' }),
  ready: (count) =>
    plural(count, { one: '# adresse peut être invitée.', other: '# adresses peuvent être invitées.' }),
  refused: (count) =>
    plural(count, {
      one: '# adresse n’a pas pu être invitée. Les raisons figurent ci-dessus.',
      other: '# adresses n’ont pas pu être invitées. Les raisons figurent ci-dessus.',
    }),
  enterOne: 'Saisissez au moins une adresse e-mail.',
  cancel,
  close: 'Terminé',
  loading: 'Chargement…',
  wait: continueIn,
  refusals: {
    'address-invalid': () => 'Adresse e-mail non valide.',
    'address-invisible': () => 'Contient un caractère invisible. Saisissez l’adresse de nouveau.',
    'address-look-alike': () =>
      'Contient des lettres trompeuses, qui ressemblent à d’autres. Saisissez l’adresse de nouveau.',
    'address-twice': () => 'Figure deux fois dans la liste.',
    'already-member': () => 'Déjà membre.',
    'already-invited': () => 'Invitation déjà envoyée.',
    'signs-in-elsewhere': (connection) =>
      connection
        ? `Se connecte avec ${connection}. Choisissez cette méthode de connexion ou contactez votre équipe informatique.`
        : 'Utilise une autre méthode de connexion.',
    'connection-not-invitable': () => 'Cette méthode de connexion ne prend pas en charge les invitations.',
    'role-not-assignable': () => 'Vous ne pouvez pas attribuer l’un de ces rôles.',
    'rate-limited': () => 'Non envoyée\u00a0: trop d’invitations. Réessayez dans quelques minutes.',
    'not-sent': () => 'Envoi impossible. Réessayez.',
    'outcome-unknown': () =>
      'Nous ne savons pas si l’invitation a été envoyée. Réessayez dans une minute pour le savoir.',
  },
};
