/** The dialog that invites people, in Polish. */
import type { InviteMessages } from '../en/invite.js';
import { addresses, cancel, continueIn, days, plural, rolesAbove, formatted } from './common.js';

export const invite: InviteMessages = {
  title: (organization) => `Zaproś osoby do organizacji ${organization}`,
  addresses: 'Adresy e-mail',
  addressesHelp: 'Oddziel adresy przecinkami, spacjami lub nowymi wierszami.',
  entered: (count) => `Wpisano ${addresses(count)}`,
  remove: (email) => `Usuń ${email}`,
  edit: (email) => `Edytuj ${email}`,
  file: 'Lub prześlij plik CSV albo TSV',
  fileHelp:
    'Z arkusza lub katalogu, z kolumną adresów e-mail i opcjonalnie kolumną ról. Przed wysłaniem możesz wszystko sprawdzić.',
  fileRead: (count) =>
    plural(count, {
      one: 'W pliku znaleziono # osobę.',
      few: 'W pliku znaleziono # osoby.',
      many: 'W pliku znaleziono # osób.',
      other: 'W pliku znaleziono # osoby.',
    }),
  emailsFrom: (heading) => `Adresy e-mail pochodzą z kolumny „${heading}”.`,
  rolesFrom: (heading) => `Role pochodzą z kolumny „${heading}”.`,
  noRoleColumn: 'Plik nie ma kolumny ról.',
  skipped: (count, rows) =>
    plural(count, {
      one: (number) => `Pominięto ${number} wiersz bez adresu e-mail: ${rows}`,
      few: (number) => `Pominięto ${number} wiersze bez adresu e-mail: ${rows}`,
      many: (number) => `Pominięto ${number} wierszy bez adresu e-mail: ${rows}`,
      other: (number) => `Pominięto ${number} wiersza bez adresu e-mail: ${rows}`,
    }),
  unknownRoles: (names) => `Te role nie istnieją: ${names}`,
  fileProblems: {
    unreadable: 'Nie udało się odczytać pliku. Wybierz go ponownie.',
    'no-addresses': 'Nie znaleziono adresów e-mail. Plik musi mieć kolumnę adresów e-mail.',
    workbook: 'To jest skoroszyt programu Excel. Zapisz go jako CSV i wybierz zapisany plik.',
  },
  roles: 'Role',
  rolesHelp: 'Bez roli przysługuje tylko dostęp domyślny.',
  rolesAbove,
  connection: 'Metoda logowania',
  anyConnection: 'Dowolna (do wyboru)',
  noConnection:
    'Nie możesz zapraszać osób: żadna metoda logowania Twojej organizacji nie obsługuje zaproszeń. Skontaktuj się z pomocą techniczną.',
  expiry: 'Okres ważności',
  days,
  hours: (count) =>
    plural(count, { one: '# godzina', few: '# godziny', many: '# godzin', other: '# godziny' }),
  language: 'Język e-maila',
  anyLanguage: 'Domyślny',
  check: 'Sprawdź bez wysyłania',
  checking: 'Sprawdzanie…',
  send: (count) =>
    count === 0
      ? 'Zaproś'
      : plural(count, {
          one: 'Zaproś # osobę',
          few: 'Zaproś # osoby',
          many: 'Zaproś # osób',
          other: 'Zaproś # osoby',
        }),
  sending: (done, of) => `Wysyłanie ${formatted(done)} z ${formatted(of)}…`,
  invited: (count) =>
    plural(count, {
      one: 'Wysłano # zaproszenie.',
      few: 'Wysłano # zaproszenia.',
      many: 'Wysłano # zaproszeń.',
      other: 'Wysłano # zaproszenia.',
    }),
  ready: (count) => `Gotowe do zaproszenia: ${addresses(count)}.`,
  refused: (count) =>
    plural(count, {
      one: 'Na # adres nie udało się wysłać zaproszenia. Powody podano powyżej.',
      few: 'Na # adresy nie udało się wysłać zaproszenia. Powody podano powyżej.',
      many: 'Na # adresów nie udało się wysłać zaproszenia. Powody podano powyżej.',
      other: 'Na # adresu nie udało się wysłać zaproszenia. Powody podano powyżej.',
    }),
  enterOne: 'Wpisz co najmniej jeden adres e-mail.',
  cancel,
  close: 'Gotowe',
  loading: 'Wczytywanie…',
  wait: continueIn,
  refusals: {
    'address-invalid': () => 'Nieprawidłowy adres e-mail.',
    'address-invisible': () => 'Zawiera niewidoczny znak. Wpisz adres jeszcze raz.',
    'address-look-alike': () => 'Zawiera litery, które tylko przypominają inne. Wpisz adres jeszcze raz.',
    'address-twice': () => 'Podano dwa razy.',
    'already-member': () => 'Ta osoba należy już do organizacji.',
    'already-invited': () => 'Ta osoba ma już zaproszenie.',
    'signs-in-elsewhere': (connection) =>
      connection
        ? `Ta osoba loguje się przez ${connection}. Wybierz tę metodę logowania lub zapytaj dział IT.`
        : 'Ta osoba używa innej metody logowania.',
    'connection-not-invitable': () => 'Ta metoda logowania nie obsługuje zaproszeń.',
    'role-not-assignable': () => 'Jednej z tych ról nie możesz nadać.',
    'rate-limited': () => 'Nie wysłano: zbyt wiele zaproszeń. Spróbuj ponownie za kilka minut.',
    'not-sent': () => 'Nie udało się wysłać. Spróbuj ponownie.',
    'outcome-unknown': () =>
      'Nie wiemy, czy zaproszenie zostało wysłane. Spróbuj ponownie za minutę, aby się dowiedzieć.',
  },
};
