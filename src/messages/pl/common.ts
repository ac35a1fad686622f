/**
 * Formatters and texts that several parts share, in Polish. Readers are addressed informally, in the second person singular,
 * with Ty and Twój in capitals: “Zaloguj się, aby kontynuować.” No past tense of the second person, which would need a gender.
 */
import { createFormatter } from '../formatter.js';

export const { plural, formatted } = createFormatter('pl');

/** In the accusative: “za 1 sekundę”. */
export const seconds = (count: number) =>
  plural(count, { one: '# sekundę', few: '# sekundy', many: '# sekund', other: '# sekundy' });
export const days = (count: number) =>
  plural(count, { one: '# dzień', few: '# dni', many: '# dni', other: '# dnia' });
/** In the genitive, which is also the accusative: “Zablokuj 1 członka”, “konta 2 członków”. */
export const members = (count: number) =>
  plural(count, { one: '# członka', few: '# członków', many: '# członków', other: '# członka' });
export const addresses = (count: number) =>
  plural(count, { one: '# adres', few: '# adresy', many: '# adresów', other: '# adresu' });

export const withColon = (text: string) => `${text}:`;
export const labeled = (label: string, text: string) => `${label}: ${text}`;
export const justNow = 'przed chwilą';
export const cancel = 'Anuluj';
export const close = 'Zamknij';
export const retry = 'Spróbuj ponownie';
export const signIn = 'Zaloguj się';
export const signedOut = 'Wylogowano Cię';
export const requestId = (id: string) => `Identyfikator żądania: ${id}`;

export const sessionExpired = 'Twoja sesja wygasła. Zaloguj się ponownie, aby kontynuować.';
export const checkFields = 'Sprawdź wyróżnione pola.';
export const outdatedPage =
  'Ta strona jest nieaktualna. Odśwież ją. Jeśli problem nie zniknie, skontaktuj się z pomocą techniczną.';
export const tryLater = 'Coś poszło nie tak. Spróbuj ponownie za kilka minut.';
export const outcomeUnknown =
  'Nie wiemy, czy e-mail został wysłany. Zanim wyślesz kolejny, zapytaj tę osobę, czy dotarł.';
export const unreachable = 'Nie udało się połączyć z serwerem. Sprawdź połączenie i spróbuj ponownie.';
export const offline = 'Brak połączenia z internetem.';
export const notSignedIn = 'Musisz się zalogować.';
export const accountBlocked =
  'Twoje konto jest zablokowane. Skontaktuj się z administratorem swojej organizacji.';
export const noOrganizationTitle = 'Nie wybrano organizacji';
export const signInFailedTitle = 'Nie udało się zalogować';
export const otherAccount = 'Użyj innego konta';
export const chooseOrganization = 'Wybierz organizację';
export const signInDenied =
  'Na to konto nie można się tutaj zalogować. Użyj innego konta lub skontaktuj się z administratorem swojej organizacji.';
export const tooManyRequests = 'Zbyt wiele prób w krótkim czasie.';
export const signInFailed =
  'Nie udało się zalogować. Spróbuj ponownie lub skontaktuj się z administratorem swojej organizacji.';
export const partMissing = 'Nie udało się wczytać części tej strony.';
export const sections = 'Na tej stronie';
export const cantRightNow = 'Teraz nie można tego zrobić.';
export const enterReason = 'Podaj powód.';
export const reasonHelp = 'Zostanie zapisany w dzienniku aktywności.';
export const signInToContinue = 'Zaloguj się, aby kontynuować';
export const signInAgain = 'Zaloguj się ponownie, aby kontynuować.';
export const notAvailable = 'Ta funkcja nie jest dostępna w Twojej organizacji.';
export const sessionsNotAvailable = 'Lista sesji nie jest dostępna w Twojej organizacji.';
export const continueIn = (left: number) => `Możesz kontynuować za ${seconds(left)}.`;
export const typeToConfirm = (phrase: string) => `Wpisz „${phrase}”, aby potwierdzić`;
export const typeExactly = (phrase: string) => `Wpisz „${phrase}”, aby kontynuować.`;
export const reference = (id: string) => `Numer referencyjny: ${id}`;
export const downloadReceipt = 'Pobierz potwierdzenie';
export const working = 'Trwa wykonywanie…';
export const undo = 'Cofnij';
export const openApps = (until: string | null) =>
  until === null
    ? 'Otwarte już aplikacje mogą jeszcze przez pewien czas działać.'
    : `Otwarte już aplikacje mogą jeszcze działać. Najpóźniej do: ${until}.`;
export const rolesAbove = 'Role z uprawnieniami, których nie masz, nie są widoczne na liście.';
export const lastAdmin =
  'Twoja organizacja nie miałaby żadnego administratora. Najpierw nadaj uprawnienia administratora innej osobie.';
export const sharedUser =
  'Ta osoba należy do więcej niż jednej organizacji, a skutki objęłyby wszystkie z nich.';
export const borrowedSession = 'Działasz w imieniu innej osoby. Aby to zrobić, zaloguj się na własne konto.';
export const blockedReset =
  'Konto tej osoby jest zablokowane, a zresetowanie hasła by je odblokowało. Najpierw odblokuj konto.';
