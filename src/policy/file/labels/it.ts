/** Labels of the default policy, in Italian. */
import type { DefaultLabels } from './en.js';

export const it: DefaultLabels = {
  groups: {
    identity: 'Informazioni personali',
    contact: 'Contatti e accesso',
    work: 'Lavoro',
  },
  fields: {
    givenName: 'Nome',
    familyName: 'Cognome',
    name: 'Nome completo',
    nickname: 'Soprannome',
    picture: 'Foto',
    email: 'Email',
    phoneNumber: 'Numero di telefono',
    username: 'Nome utente',
    jobTitle: 'Qualifica',
    deskPhone: 'Telefono di lavoro',
    timeZone: 'Fuso orario',
    language: 'Lingua',
  },
  help: {
    picture: 'URL di un’immagine che inizia con https://',
    language: 'Usata nell’app e nelle email che ricevi',
  },
};
