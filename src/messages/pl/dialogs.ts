/** The dialogs about one member, in Polish. After „osoba”, a name needs no case. */
import type { DialogMessages } from '../en/dialogs.js';
import {
  continueIn,
  downloadReceipt,
  enterReason,
  openApps,
  reasonHelp,
  reference,
  signInAgain,
  signInToContinue,
  typeExactly,
  typeToConfirm,
  working,
  undo,
  labeled,
} from './common.js';

export const dialogs: DialogMessages = {
  checking: 'Sprawdzanie, co się zmieni…',
  absent: 'To nie jest dostępne dla tej osoby.',
  notLockedOut: 'Logowanie tej osoby nie jest wstrzymane.',
  removed: (names) => `Zostaną usunięte: ${names}.`,
  openApps,
  regainTitle: 'Jak ta osoba może odzyskać dostęp',
  recommended: (why) => `Zalecane zamiast usuwania konta. ${why}`,
  recommendations: {
    'membership.remove': 'Zamiast tego zalecamy usunięcie tej osoby z organizacji.',
    'member.revoke-access': 'Zamiast tego zalecamy wylogowanie tej osoby wszędzie.',
    'member.block': 'Zamiast tego zalecamy zablokowanie tej osoby.',
    'user.delete': 'Zamiast tego zalecamy usunięcie konta tej osoby.',
  },
  instead: {
    'membership.remove': 'Zamiast tego usuń z organizacji',
    'member.revoke-access': 'Zamiast tego wyloguj',
    'member.block': 'Zamiast tego zablokuj',
    'user.delete': 'Zamiast tego usuń konto',
  },
  questions: {
    'password.reset': {
      title: (name) => `Wysłać osobie ${name} link do zresetowania hasła?`,
      confirm: 'Wyślij e-mail',
      done: (name) => `Jeśli skrzynka osoby ${name} przyjmuje wiadomości, link dotrze w ciągu kilku minut.`,
      consequences: [
        'Wyślemy e-mailem link do zresetowania hasła.',
        'Hasło zmieni się dopiero po użyciu linku.',
        'Nikt inny nie zobaczy linku, nawet Ty.',
      ],
    },
    'email.verify': {
      title: (name) => `Wysłać osobie ${name} e-mail weryfikacyjny?`,
      confirm: 'Wyślij e-mail',
      done: (name) => `Wysłaliśmy osobie ${name} e-mail weryfikacyjny.`,
      consequences: [
        'Wyślemy e-mailem nowy link.',
        'Adres e-mail pozostanie niezweryfikowany do czasu użycia linku.',
      ],
    },
    'member.clear-lockout': {
      title: (name) => `Przywrócić logowanie osobie ${name}?`,
      confirm: 'Przywróć logowanie',
      done: (name) => `${name} może ponownie spróbować się zalogować.`,
      consequences: [
        'Ta osoba będzie mogła od razu ponownie wpisać hasło.',
        'Jeśli konto zablokował administrator, pozostanie ono zablokowane.',
      ],
    },
    'member.unblock': {
      title: (name) => `Odblokować osobę ${name}?`,
      confirm: 'Odblokuj',
      done: (name) => `${name} może znów się logować.`,
      consequences: [
        'Ta osoba znów będzie mogła się logować.',
        'Jeśli logowanie jest też wstrzymane po zbyt wielu błędnych hasłach, przywróć je osobno.',
      ],
    },
    'member.mfa-reset': {
      title: (name) => `Zresetować weryfikację dwuetapową osoby ${name}?`,
      confirm: 'Zresetuj',
      done: (name) => `Zresetowano weryfikację dwuetapową osoby ${name}.`,
      consequences: [
        'Zaufane przeglądarki znów poproszą o weryfikację.',
        'Do czasu ponownej konfiguracji do zalogowania się może wystarczyć samo hasło.',
      ],
    },
    'member.revoke-access': {
      title: (name) => `Wylogować wszędzie osobę ${name}?`,
      confirm: 'Wyloguj',
      done: (name) => `Wylogowano wszędzie osobę ${name}.`,
      consequences: [],
    },
    'member.block': {
      title: (name) => `Zablokować osobę ${name}?`,
      confirm: 'Zablokuj',
      done: (name) => `Zablokowano osobę ${name}.`,
      consequences: [],
    },
    'membership.remove': {
      title: (name, organization) => `Usunąć osobę ${name} z organizacji ${organization}?`,
      confirm: 'Usuń z organizacji',
      done: (name) => `Usunięto z organizacji osobę ${name}.`,
      consequences: [],
    },
    'user.delete': {
      title: (name) => `Usunąć konto osoby ${name}?`,
      confirm: 'Usuń konto',
      done: (name) => `Usunięto konto osoby ${name}.`,
      consequences: [],
    },
  },
  running: working,
  undo,
  partly: (name) => `Nie ukończono niektórych kroków dotyczących osoby ${name}.`,
  phrase: typeToConfirm,
  word: 'usuń',
  mismatch: typeExactly,
  reason: 'Powód',
  reasonHelp,
  reasonMissing: enterReason,
  signIn: signInToContinue,
  signInText: `${signInAgain} Potem wrócisz do tego kroku.`,
  wait: continueIn,
  rolesDialog: {
    title: (name) => `Zmień role osoby ${name}`,
    legend: 'Role w Twojej organizacji',
    current: 'Obecne',
    next: 'Nowe',
    none: 'Brak',
    unchanged: 'Nie ma jeszcze zmian.',
    effect: 'Zmiana może zadziałać dopiero po ponownym zalogowaniu się tej osoby.',
    effectOwn: 'Zmiana może zadziałać dopiero po Twoim ponownym zalogowaniu się.',
    ownLoss:
      'Odbierasz dostęp sobie. Nie cofniesz tego samodzielnie: dostęp musi przywrócić inny administrator.',
    changedByOthers: 'Ktoś inny zmienił te role. Sprawdź je, zanim przejdziesz dalej.',
    added: (names) => `Nadane role: ${names}`,
    removed: (names) => `Odebrane role: ${names}`,
    confirm: 'Zmień role',
    running: 'Zmienianie ról…',
    done: 'Zmieniono role',
    empty: 'Brak dostępnych ról.',
  },
  plan: {
    steps: {
      'remove-membership': (_source, _federated, organization) =>
        `Ta osoba straci dostęp do organizacji ${organization}. Jej konto i inne organizacje pozostaną bez zmian.`,
      'block-account': (source, federated) =>
        federated
          ? `Ta osoba nie będzie mogła się zalogować, nawet przez ${source}.`
          : 'Ta osoba nie będzie mogła się zalogować.',
      'end-sessions': () => 'Ta osoba zostanie wylogowana ze wszystkich przeglądarek.',
      'revoke-refresh-tokens': () => 'Aplikacje poproszą o ponowne zalogowanie się.',
      'revoke-invitations': () =>
        'Oczekujące zaproszenia wysłane na adres e-mail tej osoby zostaną odwołane.',
      'delete-account': () => 'Konto i profil tej osoby zostaną trwale usunięte. Tego nie można cofnąć.',
      'delete-linked-identities': () =>
        'Inne metody logowania połączone z kontem tej osoby także zostaną usunięte.',
    },
    regainPaths: {
      'joins-at-login': (source) =>
        `Każda osoba, która loguje się przez ${source}, staje się członkiem, więc ta osoba wróci przy następnym logowaniu.`,
      'recreated-at-login': (source) => `Przy następnym logowaniu ${source} utworzy konto na nowo.`,
      directory: (source) => `Przy następnej synchronizacji katalog ${source} może utworzyć konto na nowo.`,
      'pending-invitation': () => 'Ta osoba ma oczekujące zaproszenie, dzięki któremu mogłaby wrócić.',
    },
  },
  receipt: {
    title: (name) => `Potwierdzenie dotyczące osoby ${name}`,
    done: 'Wykonano',
    already: 'Wykonano już wcześniej',
    notDone: 'Nie wykonano',
    notCovered: 'Bez zmian',
    steps: {
      'remove-membership': 'Usunięto z organizacji',
      'block-account': 'Zablokowano konto',
      'end-sessions': 'Wylogowano z przeglądarek',
      'revoke-refresh-tokens': 'Wylogowano z aplikacji',
      'revoke-invitations': 'Odwołano oczekujące zaproszenia',
      'delete-account': 'Usunięto konto',
      'delete-linked-identities': 'Usunięto połączone metody logowania',
      'unblock-account': 'Odblokowano konto',
      'clear-lockout': 'Przywrócono logowanie',
      'remove-authenticator': 'Usunięto metodę weryfikacji',
      'forget-trusted-browsers': 'Wyczyszczono zaufane przeglądarki',
    },
    notCoveredItems: {
      'issued-access-tokens': openApps,
      'application-sessions': () =>
        'Aplikacje z własną sesją pozostaną zalogowane do następnego sprawdzenia.',
      'other-organizations': () => 'Inne organizacje, do których należy ta osoba.',
    },
    repeated: (step, count) => `${step} (${count})`,
    failed: labeled,
    again: 'Możesz bezpiecznie spróbować ponownie.',
    id: reference,
    view: 'Pokaż potwierdzenie',
    save: downloadReceipt,
  },
};
