/** Labels of the default policy, in French. */
import type { DefaultLabels } from './en.js';

export const fr: DefaultLabels = {
  groups: {
    identity: 'Informations personnelles',
    contact: 'Contact et connexion',
    work: 'Travail',
  },
  fields: {
    givenName: 'Prénom',
    familyName: 'Nom',
    name: 'Nom complet',
    nickname: 'Surnom',
    picture: 'Photo',
    email: 'E-mail',
    phoneNumber: 'Numéro de téléphone',
    username: 'Nom d’utilisateur',
    jobTitle: 'Fonction',
    deskPhone: 'Téléphone professionnel',
    timeZone: 'Fuseau horaire',
    language: 'Langue',
  },
  help: {
    picture: 'URL d’une image, qui commence par https://',
    language: 'Celle de l’application et des e-mails que vous recevez',
  },
};
