/** Labels of the default policy, in Dutch. */
import type { DefaultLabels } from './en.js';

export const nl: DefaultLabels = {
  groups: {
    identity: 'Persoonlijke gegevens',
    contact: 'Contact en inloggen',
    work: 'Werk',
  },
  fields: {
    givenName: 'Voornaam',
    familyName: 'Achternaam',
    name: 'Volledige naam',
    nickname: 'Roepnaam',
    picture: 'Foto',
    email: 'E-mail',
    phoneNumber: 'Telefoonnummer',
    username: 'Gebruikersnaam',
    jobTitle: 'Functie',
    deskPhone: 'Telefoon (werk)',
    timeZone: 'Tijdzone',
    language: 'Taal',
  },
  help: {
    picture: 'Adres van de afbeelding, beginnend met https://',
    language: 'Voor de app en voor e-mails aan jou',
  },
};
