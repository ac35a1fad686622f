/** The account section: password, sessions, export and deletion, in Polish. */
import type { AccountMessages } from '../en/account.js';
import {
  blockedReset,
  borrowedSession,
  cancel,
  cantRightNow,
  days,
  downloadReceipt,
  lastAdmin,
  notAvailable,
  partMissing,
  plural,
  reference,
  seconds,
  sessionsNotAvailable,
  sharedUser,
  signInAgain,
  signInToContinue,
  typeExactly,
  typeToConfirm,
  justNow,
} from './common.js';

export const account: AccountMessages = {
  justNow,
  again: (left) => `O kolejny e-mail możesz poprosić za ${seconds(left)}.`,
  cancel,
  locked: cantRightNow,
  missing: partMissing,
  verify: {
    text: (email) => `Adres ${email} nie jest jeszcze zweryfikowany. Użyj linku z e-maila, który wysłaliśmy.`,
    textFor: (email) =>
      `Adres ${email} nie jest jeszcze zweryfikowany. Ta osoba musi użyć linku z e-maila, który wysłaliśmy.`,
    action: 'Wyślij ponownie e-mail weryfikacyjny',
    sent: (email) => `Wysłaliśmy e-mail na adres ${email}.`,
  },
  password: {
    title: 'Hasło',
    text: (organization, email) =>
      `W imieniu organizacji ${organization} wyślemy na adres ${email} link do zresetowania hasła. Hasło zmieni się dopiero, gdy użyjesz linku.`,
    textFor: (name, email) =>
      `Wyślemy osobie ${name} link do zresetowania hasła na adres ${email}. Hasło zmieni się dopiero po użyciu linku.`,
    action: 'Wyślij link do zresetowania hasła',
    sent: (email) => `Jeśli skrzynka ${email} przyjmuje wiadomości, link dotrze w ciągu kilku minut.`,
  },
  sessions: {
    title: 'Twoje aktywne sesje',
    titleFor: 'Aktywne sesje tej osoby',
    text: 'Przeglądarki zalogowane na Twoje konto, w dowolnej organizacji.',
    textFor: 'Przeglądarki zalogowane na konto tej osoby, w dowolnej organizacji.',
    loading: 'Wczytywanie sesji',
    unavailable: sessionsNotAvailable,
    none: 'Nie masz sesji w żadnym innym miejscu.',
    noneFor: 'Brak aktywnych sesji.',
    current: 'Ta przeglądarka',
    unknown: 'Nieznana przeglądarka',
    lastUsed: (when) => `Ostatnia aktywność: ${when}`,
    end: 'Wyloguj',
    endOf: (browser) => `Wyloguj: ${browser}`,
    endOthers: 'Wyloguj z pozostałych miejsc',
    endAll: 'Wyloguj wszędzie',
    ended: 'Zakończono sesję.',
    endedOthers: 'Wylogowano z pozostałych miejsc.',
    endedAll: 'Wylogowano wszędzie.',
  },
  export: {
    title: 'Twoje dane',
    text: 'Pobierz kopię danych ze swojego profilu.',
    json: 'Pobierz jako JSON',
    html: 'Pobierz jako stronę internetową',
    running: 'Przygotowywanie pliku…',
    done: 'Twój plik jest gotowy.',
  },
  deletion: {
    dangerZone: 'Strefa niebezpieczna',
    notOffered: 'Tego konta nie można tutaj usunąć.',
    title: 'Usuń konto',
    text: 'Trwale usuń swoje konto we wszystkich organizacjach, do których należysz.',
    action: 'Usuń konto…',
    checking: 'Sprawdzanie, co zostanie usunięte…',
    organizations: (name, others) =>
      others === 0
        ? `Opuścisz organizację ${name}.`
        : plural(others, {
            one: (number) => `Opuścisz organizację ${name} i jeszcze ${number} inną organizację.`,
            few: (number) => `Opuścisz organizację ${name} i jeszcze ${number} inne organizacje.`,
            many: (number) => `Opuścisz organizację ${name} i jeszcze ${number} innych organizacji.`,
            other: (number) => `Opuścisz organizację ${name} i jeszcze ${number} innej organizacji.`,
          }),
    delay: (count) =>
      `Twoje konto zostanie usunięte za ${days(count)}. Do tego czasu możesz tutaj anulować usunięcie.`,
    phrase: typeToConfirm,
    word: 'usuń',
    confirm: 'Usuń konto',
    confirming: 'Usuwanie…',
    mismatch: typeExactly,
    signIn: signInToContinue,
    signInText: 'Aby usunąć konto, najpierw zaloguj się ponownie. Potem wrócisz na tę stronę.',
    signInTooLate: 'Twoje konto nie zostało usunięte, bo logowanie trwało zbyt długo. Zacznij od nowa.',
    receiptTitle: 'Twoje konto zostało usunięte',
    notDone: 'Dane o Tobie w innych systemach i kopiach zapasowych nie zostały usunięte.',
    tokensUntil: (when) => `W niektórych aplikacjach sesja może potrwać do ${when}.`,
    receiptId: reference,
    saveReceipt: downloadReceipt,
    leave: 'Dalej',
  },
  reveal: {
    action: (field) => `Pokaż pole „${field}”`,
    done: (field) => `Pole „${field}” jest teraz widoczne. Odnotowano to w dzienniku aktywności.`,
  },
  pendingDeletion: {
    title: (when) => `Twoje konto zostanie usunięte ${when}.`,
    text: 'Do tego czasu możesz z niego korzystać lub anulować usunięcie.',
    keep: 'Zachowaj moje konto',
    keeping: 'Anulowanie usunięcia…',
  },
  problems: {
    step_up_required: `${signInAgain} Potem wrócisz na tę stronę.`,
    operation_locked: cantRightNow,
    outcome_unknown:
      'Nie wiemy, czy e-mail został wysłany. Zanim wyślesz kolejny, sprawdź skrzynkę odbiorczą.',
    feature_unavailable: notAvailable,
    erasure_failed:
      'Nie udało się usunąć Twoich danych, więc nic nie zostało usunięte. Spróbuj ponownie za kilka minut.',
  },
  reasons: {
    'recreated-at-login': (source, connectionClass) =>
      connectionClass === 'social'
        ? `Twoje konto powstałoby na nowo przy następnym logowaniu przez ${source}. Jeśli chcesz odejść, poproś administratora o usunięcie Cię z organizacji.`
        : `Przy następnym logowaniu ${source} utworzy Twoje konto na nowo. Poproś dział IT, aby je tam usunął.`,
    'last-admin': () =>
      'Jedna z Twoich organizacji nie miałaby żadnego administratora. Najpierw nadaj uprawnienia administratora innej osobie.',
    'delegated-session': () => borrowedSession,
    'shared-user': () => `${sharedUser} Ta osoba może to zrobić samodzielnie.`,
    blocked: () => blockedReset,
    'managed-by-connection': (source) => `Zarządzane przez ${source}. Tam możesz to zrobić.`,
    'not-allowed': () => 'Twoja organizacja na to nie pozwala. Zwróć się do administratora.',
  },
  theirReasons: {
    'last-admin': () => lastAdmin,
    'recreated-at-login': (source, connectionClass) =>
      connectionClass === 'social'
        ? `Konto powstałoby na nowo, gdy ta osoba następnym razem zaloguje się przez ${source}. Zamiast tego zablokuj ją.`
        : `Przy następnym logowaniu ${source} utworzy konto tej osoby na nowo. Poproś dział IT, aby je tam usunął.`,
    'managed-by-connection': (source) => `Zarządzane przez ${source}.`,
    'not-allowed': () => 'Twoja organizacja nie pozwala robić tego w przypadku innych osób.',
  },
  consequences: {
    'mail-to-address': 'Wyślemy e-mail na adres przypisany do konta.',
    'password-unchanged-until-used': 'Hasło zmieni się dopiero po użyciu linku.',
    'ends-other-sessions': 'Wylogujemy Cię ze wszystkich pozostałych miejsc.',
    'ends-all-sessions': 'Wylogujemy Cię wszędzie, także tutaj.',
    'removes-account': 'Twoje konto i profil zostaną trwale usunięte. Tego nie można cofnąć.',
    'removes-memberships': 'Opuścisz wszystkie organizacje, do których należysz.',
    'removes-linked-identities': 'Inne metody logowania połączone z Twoim kontem także zostaną usunięte.',
    'erases-product-data': 'Najpierw usuniemy Twoje dane z tego produktu.',
    'keeps-other-systems': 'Dane o Tobie w innych systemach i kopiach zapasowych nie zostaną usunięte.',
  },
  done: {
    'product-data': 'Usunięto dane z produktu',
    account: 'Usunięto konto',
    'linked-identities': 'Usunięto połączone metody logowania',
    memberships: 'Opuszczono wszystkie organizacje',
    sessions: 'Wylogowano wszędzie',
  },
};
