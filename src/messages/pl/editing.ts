/** Editing a profile, in Polish. */
import type { Violation } from '../../policy/check-value.js';
import type { FieldKind } from '../../policy/vocabulary.js';
import type { EditingMessages } from '../en/editing.js';
import { cancel, enterReason, plural } from './common.js';

const invalid = 'Ta wartość jest nieprawidłowa.';
const unprintable = 'Usuń znaki, których nie można wyświetlić.';

const formats: Partial<Record<FieldKind, string>> = {
  text: unprintable,
  multiline: unprintable,
  list: unprintable,
  email: 'Wpisz adres e-mail, np. name@example.com.',
  phone: 'Wpisz numer telefonu z numerem kierunkowym kraju, np. +48512345678.',
  username: 'Użyj tylko liter, cyfr oraz . _ - +. To nie może być adres e-mail ani numer telefonu.',
  url: 'Wpisz adres strony, np. https://example.com.',
  picture: 'Wpisz adres obrazu, który zaczyna się od https://.',
  date: 'Wpisz pełną datę.',
  number: 'Wpisz liczbę.',
};

/** In the genitive: “co najmniej 1 znaku”. */
const characters = (limit: Violation['limit']) =>
  plural(Number(limit), { one: '# znaku', few: '# znaków', many: '# znaków', other: '# znaku' });

export const editing: EditingMessages = {
  auditReason: 'Powód tej zmiany',
  signInAndSave: 'Zaloguj się i zapisz',
  unsavedField: 'Niezapisane',
  notSavedYet: 'Zmiany nie są jeszcze zapisane. Sprawdź je i zapisz.',
  saved: 'Zapisano zmiany.',
  partlySaved: (fields) => `Zapisano: ${fields}. Pozostałe zmiany nie zostały zapisane. Spróbuj ponownie.`,
  theirReasons: {
    'refreshed-at-login': (source, changer) =>
      `Zarządzane przez ${source} i aktualizowane przy każdym logowaniu tej osoby. ${changer}`,
    'sign-in-identifier': (_source, changer) => `Ta osoba używa tego do logowania. ${changer}`,
    'invited-address': (_source, changer) =>
      `Na ten adres e-mail wysłano zaproszenie dla tej osoby. ${changer}`,
    'shared-user': (_source, changer) =>
      `Ta osoba należy do więcej niż jednej organizacji, a zmiana objęłaby wszystkie z nich. ${changer}`,
    'not-allowed': (_source, changer) =>
      `Twoja organizacja nie pozwala zmieniać tego w profilach innych osób. ${changer}`,
  },
  theirChangers: {
    person: 'Ta osoba może to zmienić samodzielnie.',
    inviter: 'Aby użyć innego adresu, zaproś tę osobę ponownie.',
  },
  conflict: {
    title: (field) => `Pole „${field}” zmieniło się podczas edycji`,
    stored: 'Aktualna wartość',
    mine: 'Twoja zmiana',
    keepMine: 'Zachowaj moją zmianę',
    useStored: 'Użyj aktualnej wartości',
    choose: 'Przed zapisaniem wybierz, którą wartość zachować.',
  },
  followsNames: 'Powstaje z imienia i nazwiska, dopóki nie wpiszesz czegoś innego.',
  upload: {
    remove: 'Usuń',
    removePhoto: 'Usuń zdjęcie',
    choose: 'Prześlij zdjęcie…',
    running: 'Przesyłanie zdjęcia',
    cancel,
    faults: {
      type: 'Wybierz obraz w formacie PNG, JPEG, WebP, GIF lub AVIF.',
      size: 'Wybierz obraz o rozmiarze do 5 MB.',
      host: 'Nie udało się przesłać zdjęcia. Spróbuj ponownie.',
    },
  },
  consequences: {
    own: {
      'changes-sign-in': (field) => `Pole „${field}”: do logowania będziesz używać nowej wartości.`,
      'verification-mail': (_field, value) =>
        `Na adres ${value} wyślemy e-mail weryfikacyjny. Użyj zawartego w nim linku, aby zweryfikować adres.`,
      'ends-sessions': () =>
        'Wylogujemy Cię ze wszystkich pozostałych miejsc. Tutaj też może być potrzebne ponowne logowanie.',
    },
    theirs: {
      'changes-sign-in': (field) => `Pole „${field}”: do logowania ta osoba będzie używać nowej wartości.`,
      'verification-mail': (_field, value) => `Na adres ${value} wyślemy e-mail weryfikacyjny.`,
      'ends-sessions': () => 'Ta osoba zostanie wszędzie wylogowana.',
    },
    signInFirst: 'Najpierw zalogujesz się ponownie. Gdy wrócisz, zapiszemy Twoje zmiany.',
  },
  lostDraft: {
    expired: 'Twoje zmiany nie zostały zapisane, bo logowanie trwało zbyt długo. Wprowadź je ponownie.',
    'other-account':
      'Twoje zmiany nie zostały zapisane, bo logowanie dotyczyło innego konta lub innej organizacji.',
  },
  displaced: 'To pole jest teraz chronione, więc Twoja zmiana nie została zapisana:',
  dismiss: 'Zamknij',
  inItem: (item, text) => `„${item}”: ${text}`,
  violations: {
    required: () => 'To pole jest wymagane.',
    'not-removable': () => 'To pole można zmienić, ale nie można go wyczyścić.',
    type: (_limit, kind) => formats[kind] ?? invalid,
    'too-short': (limit) => `Użyj co najmniej ${characters(limit)}.`,
    'too-long': (limit) => `Użyj najwyżej ${characters(limit)}.`,
    'too-small': (limit, kind) =>
      kind === 'date' ? `Wybierz ${limit} lub późniejszą datę.` : `Wpisz ${limit} lub więcej.`,
    'too-large': (limit, kind) =>
      kind === 'date' ? `Wybierz ${limit} lub wcześniejszą datę.` : `Wpisz ${limit} lub mniej.`,
    format: (_limit, kind) => formats[kind] ?? invalid,
    pattern: () => 'Użyj formatu opisanego poniżej.',
    prohibited: (character) => `Usuń ten znak: ${character}`,
    invisible: (text) => `Usuń niewidoczny znak po „${text}” lub wpisz wartość jeszcze raz.`,
    'look-alike': (_limit, kind) =>
      kind === 'email'
        ? 'Niektóre litery tylko przypominają te z tego adresu. Wpisz go jeszcze raz.'
        : 'Użyj liter tylko z jednego alfabetu.',
    'no-country-code': () => 'Dodaj numer kierunkowy kraju, np. +48512345678.',
    'unknown-country-code': () =>
      'Żaden kraj nie ma takiego numeru kierunkowego. Sprawdź cyfry po znaku plus.',
    extension: () => 'Wpisz numer bez numeru wewnętrznego.',
    'two-numbers': () => 'Wpisz tylko jeden numer telefonu.',
    'number-length': () => 'Ten numer ma za mało lub za dużo cyfr. Sprawdź go.',
    choice: () => 'Wybierz z listy.',
    'too-many': (limit) =>
      `Wpisz najwyżej ${plural(Number(limit), {
        one: '# pozycję',
        few: '# pozycje',
        many: '# pozycji',
        other: '# pozycji',
      })}.`,
  },
  saveProblems: {
    step_up_required: 'Zaloguj się ponownie, aby zapisać tę zmianę.',
    body_too_large: 'Tego tekstu jest za dużo, aby go zapisać. Skróć najdłuższe pole.',
    profile_changed: 'Ten profil zmienił się podczas edycji.',
    reason_required: enterReason,
  },
  refusals: {
    field_unknown: 'To pole nie jest już dostępne.',
    field_locked: 'To pole jest teraz chronione.',
    value_invalid: invalid,
    step_up_required: 'Zaloguj się ponownie, aby to zmienić.',
    value_in_use: 'Ta wartość jest już używana. Wypróbuj inną.',
    value_refused: 'Ta wartość nie została przyjęta. Wypróbuj inną.',
    profile_too_large: 'W profilu brakuje na to miejsca. Skróć tekst.',
  },
};
