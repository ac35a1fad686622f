/** Labels of the default policy, in Polish. */
import type { DefaultLabels } from './en.js';

export const pl: DefaultLabels = {
  groups: {
    identity: 'Dane osobowe',
    contact: 'Kontakt i logowanie',
    work: 'Praca',
  },
  fields: {
    givenName: 'Imię',
    familyName: 'Nazwisko',
    name: 'Imię i nazwisko',
    nickname: 'Pseudonim',
    picture: 'Zdjęcie',
    email: 'E-mail',
    phoneNumber: 'Numer telefonu',
    username: 'Nazwa użytkownika',
    jobTitle: 'Stanowisko',
    deskPhone: 'Telefon służbowy',
    timeZone: 'Strefa czasowa',
    language: 'Język',
  },
  help: {
    picture: 'Adres obrazu, który zaczyna się od https://',
    language: 'Używany w aplikacji i w e-mailach do Ciebie',
  },
};
