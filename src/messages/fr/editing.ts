/** Editing a profile, in French. */
import type { Violation } from '../../policy/check-value.js';
import type { FieldKind } from '../../policy/vocabulary.js';
import type { EditingMessages } from '../en/editing.js';
import { cancel, enterReason, plural } from './common.js';

const invalid = 'Cette valeur n’est pas valide.';
const unprintable = 'Supprimez les caractères non imprimables.';

const formats: Partial<Record<FieldKind, string>> = {
  text: unprintable,
  multiline: unprintable,
  list: unprintable,
  email: 'Saisissez une adresse e-mail, par exemple name@example.com.',
  phone: 'Saisissez un numéro de téléphone avec l’indicatif du pays, par exemple +33199001234.',
  username:
    'Utilisez uniquement des lettres, des chiffres et . _ - +. Les adresses e-mail et les numéros de téléphone ne sont pas acceptés.',
  url: 'Saisissez une adresse web, par exemple https://example.com.',
  picture: 'Saisissez l’URL d’une image, qui commence par https://.',
  date: 'Saisissez une date complète.',
  number: 'Saisissez un nombre.',
};

const characters = (limit: Violation['limit']) =>
  plural(Number(limit), { one: '# caractère', other: '# caractères' });

export const editing: EditingMessages = {
  auditReason: 'Motif de cette modification',
  signInAndSave: 'Se connecter et enregistrer',
  unsavedField: 'Non enregistré',
  notSavedYet: 'Pas encore enregistré. Vérifiez vos modifications et enregistrez-les.',
  saved: 'Modifications enregistrées.',
  partlySaved: (fields) =>
    `Enregistré\u00a0: ${fields}. Vos autres modifications n’ont pas été enregistrées. Réessayez.`,
  theirReasons: {
    'refreshed-at-login': (source, changer) =>
      `Information gérée par ${source} et mise à jour à chaque connexion de cette personne. ${changer}`,
    'sign-in-identifier': (_source, changer) =>
      `Cette personne utilise cette information pour se connecter. ${changer}`,
    'invited-address': (_source, changer) =>
      `Cette personne a reçu son invitation à cette adresse e-mail. ${changer}`,
    'shared-user': (_source, changer) =>
      `Cette personne appartient à plusieurs organisations, et une modification les concernerait toutes. ${changer}`,
    'not-allowed': (_source, changer) =>
      `Votre organisation ne permet pas de modifier cette information pour d’autres personnes. ${changer}`,
  },
  theirChangers: {
    person: 'Cette personne peut la modifier elle-même.',
    inviter: 'Pour utiliser une autre adresse, invitez de nouveau cette personne.',
  },
  conflict: {
    title: (field) => `Le champ «\u00a0${field}\u00a0» a changé pendant votre saisie`,
    stored: 'Valeur actuelle',
    mine: 'Votre modification',
    keepMine: 'Garder ma modification',
    useStored: 'Utiliser la valeur actuelle',
    choose: 'Choisissez la valeur à garder avant d’enregistrer.',
  },
  followsNames: 'Reprend le prénom et le nom tant que vous ne le modifiez pas.',
  upload: {
    remove: 'Supprimer',
    removePhoto: 'Supprimer la photo',
    choose: 'Importer une photo…',
    running: 'Importation de la photo',
    cancel,
    faults: {
      type: 'Choisissez une image PNG, JPEG, WebP, GIF ou AVIF.',
      size: 'Choisissez une image de 5\u00a0Mo au maximum.',
      host: 'Impossible d’importer la photo. Réessayez.',
    },
  },
  consequences: {
    own: {
      'changes-sign-in': (field) => `${field}\u00a0: vous utiliserez la nouvelle valeur pour vous connecter.`,
      'verification-mail': (_field, value) =>
        `Nous enverrons un e-mail de vérification à ${value}. Utilisez le lien qu’il contient pour vérifier votre adresse.`,
      'ends-sessions': () =>
        'Toutes vos autres sessions seront fermées. Vous devrez peut-être vous reconnecter ici.',
    },
    theirs: {
      'changes-sign-in': (field) =>
        `${field}\u00a0: cette personne utilisera la nouvelle valeur pour se connecter.`,
      'verification-mail': (_field, value) => `Nous enverrons un e-mail de vérification à ${value}.`,
      'ends-sessions': () => 'Cette personne sera déconnectée partout.',
    },
    signInFirst:
      'Vous devrez d’abord vous reconnecter. Nous enregistrerons vos modifications à votre retour.',
  },
  lostDraft: {
    expired:
      'Vos modifications n’ont pas été enregistrées, car la connexion a pris trop de temps. Saisissez-les de nouveau.',
    'other-account':
      'Vos modifications n’ont pas été enregistrées, car vous avez changé de compte ou d’organisation en vous connectant.',
  },
  displaced: 'Ce champ n’est plus modifiable. Votre modification n’a donc pas été enregistrée\u00a0:',
  dismiss: 'Masquer',
  inItem: (item, text) => `«\u00a0${item}\u00a0»\u00a0: ${text}`,
  violations: {
    required: () => 'Ce champ est obligatoire.',
    'not-removable': () => 'Ce champ peut être modifié, mais pas vidé.',
    type: (_limit, kind) => formats[kind] ?? invalid,
    'too-short': (limit) => `Saisissez au moins ${characters(limit)}.`,
    'too-long': (limit) => `Saisissez ${characters(limit)} au maximum.`,
    'too-small': (limit, kind) =>
      kind === 'date'
        ? `Choisissez le ${limit} ou une date ultérieure.`
        : `Saisissez ${limit} ou une valeur supérieure.`,
    'too-large': (limit, kind) =>
      kind === 'date'
        ? `Choisissez le ${limit} ou une date antérieure.`
        : `Saisissez ${limit} ou une valeur inférieure.`,
    format: (_limit, kind) => formats[kind] ?? invalid,
    pattern: () => 'Respectez le format indiqué ci-dessous.',
    prohibited: (character) => `Supprimez ce caractère\u00a0: ${character}`,
    invisible: (text) =>
      `Supprimez le caractère invisible après «\u00a0${text}\u00a0» ou saisissez de nouveau la valeur.`,
    'look-alike': (_limit, kind) =>
      kind === 'email'
        ? 'Certaines lettres sont trompeuses\u00a0: elles ressemblent seulement à celles de cette adresse. Saisissez-la de nouveau.'
        : 'Utilisez les lettres d’un seul alphabet.',
    'no-country-code': () => 'Ajoutez l’indicatif du pays, par exemple +33639981234.',
    'unknown-country-code': () => 'Aucun pays n’a cet indicatif. Vérifiez les chiffres après le signe plus.',
    extension: () => 'Saisissez le numéro sans numéro de poste.',
    'two-numbers': () => 'Saisissez un seul numéro de téléphone.',
    'number-length': () => 'Ce numéro a trop ou trop peu de chiffres. Vérifiez-le.',
    choice: () => 'Choisissez dans la liste.',
    'too-many': (limit) =>
      `Saisissez ${plural(Number(limit), { one: '# élément', other: '# éléments' })} au maximum.`,
  },
  saveProblems: {
    step_up_required: 'Reconnectez-vous pour enregistrer cette modification.',
    body_too_large: 'Il y a trop de texte à enregistrer. Raccourcissez le champ le plus long.',
    profile_changed: 'Ce profil a changé pendant votre saisie.',
    reason_required: enterReason,
  },
  refusals: {
    field_unknown: 'Ce champ n’est plus disponible.',
    field_locked: 'Ce champ n’est plus modifiable.',
    value_invalid: invalid,
    step_up_required: 'Reconnectez-vous pour modifier ce champ.',
    value_in_use: 'Cette valeur est déjà utilisée. Essayez-en une autre.',
    value_refused: 'Cette valeur n’a pas été acceptée. Essayez-en une autre.',
    profile_too_large: 'Il n’y a pas assez de place pour cela dans le profil. Raccourcissez ce texte.',
  },
};
