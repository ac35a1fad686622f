/** Labels of the default policy, in German. */
import type { DefaultLabels } from './en.js';

export const de: DefaultLabels = {
  groups: {
    identity: 'Persönliche Angaben',
    contact: 'Kontakt und Anmeldung',
    work: 'Arbeit',
  },
  fields: {
    givenName: 'Vorname',
    familyName: 'Nachname',
    name: 'Vollständiger Name',
    nickname: 'Rufname',
    picture: 'Foto',
    email: 'E-Mail',
    phoneNumber: 'Telefonnummer',
    username: 'Benutzername',
    jobTitle: 'Position',
    deskPhone: 'Telefon (Arbeit)',
    timeZone: 'Zeitzone',
    language: 'Sprache',
  },
  help: {
    picture: 'Bildadresse, die mit https:// beginnt',
    language: 'Für die App und für E-Mails an Sie',
  },
};
