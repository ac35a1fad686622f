/** The dialog that invites people, in Dutch. */
import type { InviteMessages } from '../en/invite.js';
import { addresses, cancel, continueIn, days, plural, rolesAbove, formatted } from './common.js';

export const invite: InviteMessages = {
  title: (organization) => `Mensen uitnodigen voor ${organization}`,
  addresses: 'E-mailadressen',
  addressesHelp: 'Scheid adressen met komma’s, spaties of nieuwe regels.',
  entered: (count) => `${addresses(count)} ingevuld`,
  remove: (email) => `${email} verwijderen`,
  edit: (email) => `${email} bewerken`,
  file: 'Of upload een CSV- of TSV-bestand',
  fileHelp:
    'Uit een spreadsheet of directory, met een kolom e-mailadressen en eventueel een kolom rollen. Je kunt alles nakijken voordat het wordt verstuurd.',
  fileRead: (count) =>
    plural(count, { one: '# persoon gevonden in het bestand.', other: '# mensen gevonden in het bestand.' }),
  emailsFrom: (heading) => `De e-mailadressen komen uit de kolom “${heading}”.`,
  rolesFrom: (heading) => `De rollen komen uit de kolom “${heading}”.`,
  noRoleColumn: 'Het bestand heeft geen kolom met rollen.',
  skipped: (count, rows) =>
    plural(count, {
      one: (number) => `${number} regel zonder e-mailadres overgeslagen: ${rows}`,
      other: (number) => `${number} regels zonder e-mailadres overgeslagen: ${rows}`,
    }),
  unknownRoles: (names) => `Deze rollen bestaan niet: ${names}`,
  fileProblems: {
    unreadable: 'Het bestand kan niet worden gelezen. Kies het opnieuw.',
    'no-addresses': 'Geen e-mailadressen gevonden. Het bestand moet een kolom met e-mailadressen hebben.',
    workbook: 'Dit is een Excel-werkmap. Sla deze op als CSV en kies dat bestand.',
  },
  roles: 'Rollen',
  rolesHelp: 'Zonder rol is er alleen standaardtoegang.',
  rolesAbove,
  connection: 'Inlogmethode',
  anyConnection: 'Elke methode (vrije keuze)',
  noConnection:
    'Je kunt niemand uitnodigen: geen enkele inlogmethode van je organisatie ondersteunt uitnodigingen. Neem contact op met support.',
  expiry: 'Verloopt na',
  days,
  hours: (count) => plural(count, { one: '# uur', other: '# uur' }),
  language: 'Taal van de e-mail',
  anyLanguage: 'Standaard',
  check: 'Controleren zonder te versturen',
  checking: 'Bezig met controleren…',
  send: (count) =>
    count === 0 ? 'Uitnodigen' : plural(count, { one: '# persoon uitnodigen', other: '# mensen uitnodigen' }),
  sending: (done, of) => `Bezig met versturen: ${formatted(done)} van ${formatted(of)}…`,
  invited: (count) => plural(count, { one: '# uitnodiging verstuurd.', other: '# uitnodigingen verstuurd.' }),
  ready: (count) => `${addresses(count)} klaar om uit te nodigen.`,
  refused: (count) =>
    plural(count, {
      one: '# adres kon niet worden uitgenodigd. De reden staat hierboven.',
      other: '# adressen konden niet worden uitgenodigd. De redenen staan hierboven.',
    }),
  enterOne: 'Vul minstens één e-mailadres in.',
  cancel,
  close: 'Klaar',
  loading: 'Bezig met laden…',
  wait: continueIn,
  refusals: {
    'address-invalid': () => 'Geen geldig e-mailadres.',
    'address-invisible': () => 'Bevat een onzichtbaar teken. Typ het adres opnieuw.',
    'address-look-alike': () => 'Bevat letters die alleen op andere lijken. Typ het adres opnieuw.',
    'address-twice': () => 'Staat er twee keer in.',
    'already-member': () => 'Al lid.',
    'already-invited': () => 'Al uitgenodigd.',
    'signs-in-elsewhere': (connection) =>
      connection
        ? `Logt in met ${connection}. Kies die inlogmethode of vraag het je IT-afdeling.`
        : 'Gebruikt een andere inlogmethode.',
    'connection-not-invitable': () => 'Deze inlogmethode ondersteunt geen uitnodigingen.',
    'role-not-assignable': () => 'Een van deze rollen kun je niet toekennen.',
    'rate-limited': () => 'Niet verstuurd: te veel uitnodigingen. Probeer het over een paar minuten opnieuw.',
    'not-sent': () => 'Versturen is niet gelukt. Probeer het opnieuw.',
    'outcome-unknown': () =>
      'We weten niet of de uitnodiging is verstuurd. Probeer het over een minuut opnieuw om erachter te komen.',
  },
};
