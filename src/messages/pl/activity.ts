/**
 * The activity log, in Polish. A past tense would need the gender of the person, so an entry says who acted, and what was done:
 * “Ada Keller: zablokowano osobę Jan Nowak”. After „osoba”, a name needs no case.
 */
import { actionNames } from './action-names.js';
import { plural, labeled } from './common.js';
import type { ActivityMessages } from '../en/activity.js';

const entries = (count: number) =>
  plural(count, { one: '# wpis', few: '# wpisy', many: '# wpisów', other: '# wpisu' });

export const activity: ActivityMessages = {
  title: 'Aktywność',
  loading: 'Wczytywanie aktywności',
  none: 'Brak aktywności',
  noneText: 'Tutaj pojawią się zmiany dotyczące członków i zaproszeń.',
  noMatch: 'Nie znaleziono aktywności',
  noMatchText: 'Wybierz inną osobę, działanie lub datę albo wyczyść filtry.',
  found: (count, hasMore) => (hasMore ? `Najnowsze: ${entries(count)}` : entries(count)),
  person: 'Osoba',
  searchPerson: 'Znajdź osobę po nazwisku lub e-mailu',
  noPerson: 'Nikogo nie znaleziono. Sprawdź pisownię.',
  searchFailed: 'Nie udało się wyszukać członków. Spróbuj ponownie.',
  somePerson: 'Wybrana osoba',
  action: 'Działanie',
  anyAction: 'Dowolne działanie',
  actionNames,
  dates: 'Daty',
  anyDate: 'Dowolna data',
  from: 'Od',
  to: 'Do',
  since: (day) => `Od: ${day}`,
  until: (day) => `Do: ${day}`,
  datesMixedUp: 'Pierwszy dzień wypada po ostatnim.',
  apply: 'Zastosuj',
  clearDates: 'Wyczyść',
  appliedFilter: labeled,
  removeFilter: (filter) => `Usuń filtr: ${filter}`,
  showFilters: 'Filtry',
  clearFilters: 'Wyczyść filtry',
  export: 'Eksportuj',
  formats: { csv: 'CSV', jsonl: 'JSON Lines' },
  exporting: (count) => `Eksportowanie… dotychczas ${entries(count)}`,
  exported: (count) => `Wyeksportowano ${entries(count)}.`,
  cancelExport: 'Zatrzymaj eksport',
  timeZone: (zone) => `Godziny podano w Twojej strefie czasowej (${zone}).`,
  more: 'Wczytaj więcej',
  someone: { who: 'Nieznana osoba', whom: '(bez nazwy)' },
  actions: {
    'profile.update': (who, whom) =>
      whom ? `${who}: edytowano profil osoby ${whom}` : `${who}: edytowano profil`,
    'profile.export': (who) => `${who}: pobrano własne dane`,
    'profile.delete': (who) => `${who}: usunięto własne konto`,
    'profile.deletion-request': (who) => `${who}: zlecono usunięcie własnego konta`,
    'profile.deletion-cancel': (who) => `${who}: anulowano usunięcie własnego konta`,
    'field.reveal': (who, whom) => `${who}: wyświetlono ukryte pole w profilu osoby ${whom}`,
    'password.reset': (who, whom) => `${who}: wysłano osobie ${whom} link do zresetowania hasła`,
    'email.verify': (who, whom) => `${who}: wysłano osobie ${whom} e-mail weryfikacyjny`,
    'sessions.revoke': (who, whom) => `${who}: zakończono sesje osoby ${whom}`,
    'member.block': (who, whom) => `${who}: zablokowano osobę ${whom}`,
    'member.unblock': (who, whom) => `${who}: odblokowano osobę ${whom}`,
    'member.clear-lockout': (who, whom) => `${who}: przywrócono logowanie osobie ${whom}`,
    'member.mfa-reset': (who, whom) => `${who}: zresetowano weryfikację dwuetapową osoby ${whom}`,
    'member.revoke-access': (who, whom) => `${who}: wylogowano wszędzie osobę ${whom}`,
    'membership.remove': (who, whom) => `${who}: usunięto z organizacji osobę ${whom}`,
    'user.delete': (who, whom) => `${who}: usunięto konto osoby ${whom}`,
    'roles.assign': (who, whom) => `${who}: zmieniono role osoby ${whom}`,
    'invitation.create': (who, whom) =>
      whom ? `${who}: zaproszono osobę ${whom}` : `${who}: zaproszono osoby`,
    'invitation.revoke': (who, whom) =>
      whom ? `${who}: odwołano zaproszenie dla osoby ${whom}` : `${who}: odwołano zaproszenie`,
    'invitation.resend': (who, whom) =>
      whom ? `${who}: wysłano ponownie zaproszenie do osoby ${whom}` : `${who}: wysłano ponownie zaproszenie`,
    'invitation.link': (who, whom) =>
      whom
        ? `${who}: skopiowano link z zaproszeniem dla osoby ${whom}`
        : `${who}: skopiowano link z zaproszeniem`,
    'members.export': (who) => `${who}: wyeksportowano listę członków`,
    'activity.export': (who) => `${who}: wyeksportowano dziennik aktywności`,
    'bulk.run': (who) => `${who}: rozpoczęto działanie zbiorcze`,
  },
  attempts: {
    'profile.update': (who, whom) =>
      whom ? `${who}: próba edycji profilu osoby ${whom}` : `${who}: próba edycji profilu`,
    'profile.export': (who) => `${who}: próba pobrania własnych danych`,
    'profile.delete': (who) => `${who}: próba usunięcia własnego konta`,
    'profile.deletion-request': (who) => `${who}: próba zlecenia usunięcia własnego konta`,
    'profile.deletion-cancel': (who) => `${who}: próba anulowania usunięcia własnego konta`,
    'field.reveal': (who, whom) => `${who}: próba wyświetlenia ukrytego pola w profilu osoby ${whom}`,
    'password.reset': (who, whom) => `${who}: próba wysłania osobie ${whom} linku do zresetowania hasła`,
    'email.verify': (who, whom) => `${who}: próba wysłania osobie ${whom} e-maila weryfikacyjnego`,
    'sessions.revoke': (who, whom) => `${who}: próba zakończenia sesji osoby ${whom}`,
    'member.block': (who, whom) => `${who}: próba zablokowania osoby ${whom}`,
    'member.unblock': (who, whom) => `${who}: próba odblokowania osoby ${whom}`,
    'member.clear-lockout': (who, whom) => `${who}: próba przywrócenia logowania osobie ${whom}`,
    'member.mfa-reset': (who, whom) => `${who}: próba zresetowania weryfikacji dwuetapowej osoby ${whom}`,
    'member.revoke-access': (who, whom) => `${who}: próba wylogowania wszędzie osoby ${whom}`,
    'membership.remove': (who, whom) => `${who}: próba usunięcia z organizacji osoby ${whom}`,
    'user.delete': (who, whom) => `${who}: próba usunięcia konta osoby ${whom}`,
    'roles.assign': (who, whom) => `${who}: próba zmiany ról osoby ${whom}`,
    'invitation.create': (who, whom) =>
      whom ? `${who}: próba zaproszenia osoby ${whom}` : `${who}: próba zaproszenia osób`,
    'invitation.revoke': (who, whom) =>
      whom ? `${who}: próba odwołania zaproszenia dla osoby ${whom}` : `${who}: próba odwołania zaproszenia`,
    'invitation.resend': (who, whom) =>
      whom
        ? `${who}: próba ponownego wysłania zaproszenia do osoby ${whom}`
        : `${who}: próba ponownego wysłania zaproszenia`,
    'invitation.link': (who, whom) =>
      whom
        ? `${who}: próba skopiowania linku z zaproszeniem dla osoby ${whom}`
        : `${who}: próba skopiowania linku z zaproszeniem`,
    'members.export': (who) => `${who}: próba wyeksportowania listy członków`,
    'activity.export': (who) => `${who}: próba wyeksportowania dziennika aktywności`,
    'bulk.run': (who) => `${who}: próba wykonania działania zbiorczego`,
  },
  outcomes: {
    partly: 'Wykonano tylko częściowo',
    refused: 'Niedozwolone',
    failed: 'Nie powiodło się',
    unknown: 'Nie wiemy, czy to wykonano',
  },
  causes: {
    step_up_required: 'Wymagane było ponowne zalogowanie się.',
    user_blocked: 'Konto tej osoby było zablokowane.',
    profile_not_found: 'Nie ma takiego członka.',
    session_not_found: 'Sesja była już zakończona.',
    invitation_not_found: 'Zaproszenie było już nieaktualne.',
    reason_required: 'Nie podano powodu.',
    field_locked: 'Pole jest chronione przed zmianami.',
    rate_limited: 'Było zbyt wiele prób.',
    feature_unavailable: 'Ta funkcja nie jest dostępna w organizacji.',
    erasure_failed: 'Nie udało się usunąć pozostałych danych konta.',
    value_in_use: 'Inne konto ma tę wartość.',
    value_refused: 'Wartość została odrzucona.',
    invitation_refused: 'Zaproszenie zostało odrzucone.',
    upstream_unavailable: 'Nie udało się połączyć z usługą logowania.',
    upstream_timeout: 'Usługa logowania nie odpowiedziała.',
    upstream_refused: 'Usługa logowania to odrzuciła.',
    'address-invalid': 'Adres jest nieprawidłowy.',
    'address-invisible': 'Adres zawiera niewidoczny znak.',
    'address-look-alike': 'Adres zawiera litery, które tylko przypominają inne.',
    'already-member': 'Ta osoba należy już do organizacji.',
    'already-invited': 'Ta osoba ma już zaproszenie.',
    'signs-in-elsewhere': 'Ta osoba loguje się w inny sposób.',
    'not-allowed': 'Role tej osoby na to nie pozwalają.',
    'shared-user': 'Członek należy do więcej niż jednej organizacji.',
    'recreated-at-login': 'Konto powstałoby na nowo przy następnym logowaniu.',
    blocked: 'Konto członka jest zablokowane.',
    'role-above-own': 'Rola ma uprawnienia, których ta osoba nie ma.',
    'last-admin': 'Organizacja nie miałaby żadnego administratora.',
    'delegated-session': 'Ktoś inny działał w imieniu tej osoby.',
    'managed-by-connection': 'Zarządza tym inny system.',
    'step-up-required': 'Wymagane było ponowne zalogowanie się.',
  },
  own: {
    'profile.update': (who) => `${who}: edytowano własny profil`,
    'password.reset': (who) => `${who}: poproszono o link do zresetowania hasła`,
    'email.verify': (who) => `${who}: poproszono o e-mail weryfikacyjny`,
    'sessions.revoke': (who) => `${who}: zakończono własne sesje`,
    'roles.assign': (who) => `${who}: zmieniono własne role`,
  },
  other: (who, action) => `${who}: ${action}`,
  changedTo: 'zmieniono na',
  changed: 'zmieniono',
  roles: 'Role',
  noValue: 'nie podano',
  yes: 'tak',
  no: 'nie',
  fields: (names) => `Pola: ${names}`,
  reason: (reason) => `„${reason}”`,
  delegated: 'w imieniu tej osoby działał ktoś inny',
};
