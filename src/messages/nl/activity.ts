/** The activity log, in Dutch. */
import { actionNames } from './action-names.js';
import { plural, labeled } from './common.js';
import type { ActivityMessages } from '../en/activity.js';

const entries = (count: number) => plural(count, { one: '# vermelding', other: '# vermeldingen' });

export const activity: ActivityMessages = {
  title: 'Activiteit',
  loading: 'Activiteit laden',
  none: 'Nog geen activiteit',
  noneText: 'Hier zie je wijzigingen in leden en uitnodigingen.',
  noMatch: 'Geen activiteit gevonden',
  noMatchText: 'Kies een andere persoon, actie of datum, of wis de filters.',
  found: (count, hasMore) => (hasMore ? `Nieuwste: ${entries(count)}` : entries(count)),
  person: 'Persoon',
  searchPerson: 'Zoek een persoon op naam of e-mail',
  noPerson: 'Niemand gevonden. Controleer de spelling.',
  searchFailed: 'Zoeken in de leden is niet gelukt. Probeer het opnieuw.',
  somePerson: 'Gekozen persoon',
  action: 'Actie',
  anyAction: 'Alle acties',
  actionNames,
  dates: 'Datums',
  anyDate: 'Alle datums',
  from: 'Van',
  to: 'Tot en met',
  since: (day) => `Vanaf ${day}`,
  until: (day) => `Tot en met ${day}`,
  datesMixedUp: 'De eerste dag ligt na de laatste.',
  apply: 'Toepassen',
  clearDates: 'Wissen',
  appliedFilter: labeled,
  removeFilter: (filter) => `Filter ${filter} verwijderen`,
  showFilters: 'Filters',
  clearFilters: 'Filters wissen',
  export: 'Exporteren',
  formats: { csv: 'CSV', jsonl: 'JSON Lines' },
  exporting: (count) => `Bezig met exporteren… ${entries(count)} tot nu toe`,
  exported: (count) => `${entries(count)} geëxporteerd.`,
  cancelExport: 'Export stoppen',
  timeZone: (zone) => `Tijden zijn in je eigen tijdzone (${zone}).`,
  more: 'Meer laden',
  someone: { who: 'Iemand', whom: 'iemand' },
  actions: {
    'profile.update': (who, whom) =>
      whom ? `${who} heeft het profiel van ${whom} bewerkt` : `${who} heeft een profiel bewerkt`,
    'profile.export': (who) => `${who} heeft de eigen gegevens gedownload`,
    'profile.delete': (who) => `${who} heeft het eigen account verwijderd`,
    'profile.deletion-request': (who) => `${who} heeft verwijdering van het eigen account aangevraagd`,
    'profile.deletion-cancel': (who) => `${who} heeft verwijdering van het eigen account geannuleerd`,
    'field.reveal': (who, whom) => `${who} heeft een verborgen veld in het profiel van ${whom} bekeken`,
    'password.reset': (who, whom) => `${who} heeft ${whom} een resetlink voor het wachtwoord gestuurd`,
    'email.verify': (who, whom) => `${who} heeft ${whom} een verificatie-e-mail gestuurd`,
    'sessions.revoke': (who, whom) => `${who} heeft sessies van ${whom} beëindigd`,
    'member.block': (who, whom) => `${who} heeft ${whom} geblokkeerd`,
    'member.unblock': (who, whom) => `${who} heeft ${whom} gedeblokkeerd`,
    'member.clear-lockout': (who, whom) => `${who} heeft het inloggen van ${whom} ontgrendeld`,
    'member.mfa-reset': (who, whom) => `${who} heeft de tweestapsverificatie van ${whom} gereset`,
    'member.revoke-access': (who, whom) => `${who} heeft ${whom} overal uitgelogd`,
    'membership.remove': (who, whom) => `${who} heeft ${whom} uit de organisatie verwijderd`,
    'user.delete': (who, whom) => `${who} heeft het account van ${whom} verwijderd`,
    'roles.assign': (who, whom) => `${who} heeft de rollen van ${whom} gewijzigd`,
    'invitation.create': (who, whom) =>
      whom ? `${who} heeft ${whom} uitgenodigd` : `${who} heeft mensen uitgenodigd`,
    'invitation.revoke': (who, whom) =>
      whom
        ? `${who} heeft de uitnodiging aan ${whom} ingetrokken`
        : `${who} heeft een uitnodiging ingetrokken`,
    'invitation.resend': (who, whom) =>
      whom
        ? `${who} heeft de uitnodiging aan ${whom} opnieuw verstuurd`
        : `${who} heeft een uitnodiging opnieuw verstuurd`,
    'invitation.link': (who, whom) =>
      whom
        ? `${who} heeft de uitnodigingslink voor ${whom} gekopieerd`
        : `${who} heeft een uitnodigingslink gekopieerd`,
    'members.export': (who) => `${who} heeft de ledenlijst geëxporteerd`,
    'activity.export': (who) => `${who} heeft het activiteitenlogboek geëxporteerd`,
    'bulk.run': (who) => `${who} heeft een bulkactie gestart`,
  },
  attempts: {
    'profile.update': (who, whom) =>
      whom
        ? `${who} probeerde het profiel van ${whom} te bewerken`
        : `${who} probeerde een profiel te bewerken`,
    'profile.export': (who) => `${who} probeerde de eigen gegevens te downloaden`,
    'profile.delete': (who) => `${who} probeerde het eigen account te verwijderen`,
    'profile.deletion-request': (who) => `${who} probeerde verwijdering van het eigen account aan te vragen`,
    'profile.deletion-cancel': (who) => `${who} probeerde verwijdering van het eigen account te annuleren`,
    'field.reveal': (who, whom) =>
      `${who} probeerde een verborgen veld in het profiel van ${whom} te bekijken`,
    'password.reset': (who, whom) => `${who} probeerde ${whom} een resetlink voor het wachtwoord te sturen`,
    'email.verify': (who, whom) => `${who} probeerde ${whom} een verificatie-e-mail te sturen`,
    'sessions.revoke': (who, whom) => `${who} probeerde sessies van ${whom} te beëindigen`,
    'member.block': (who, whom) => `${who} probeerde ${whom} te blokkeren`,
    'member.unblock': (who, whom) => `${who} probeerde ${whom} te deblokkeren`,
    'member.clear-lockout': (who, whom) => `${who} probeerde het inloggen van ${whom} te ontgrendelen`,
    'member.mfa-reset': (who, whom) => `${who} probeerde de tweestapsverificatie van ${whom} te resetten`,
    'member.revoke-access': (who, whom) => `${who} probeerde ${whom} overal uit te loggen`,
    'membership.remove': (who, whom) => `${who} probeerde ${whom} uit de organisatie te verwijderen`,
    'user.delete': (who, whom) => `${who} probeerde het account van ${whom} te verwijderen`,
    'roles.assign': (who, whom) => `${who} probeerde de rollen van ${whom} te wijzigen`,
    'invitation.create': (who, whom) =>
      whom ? `${who} probeerde ${whom} uit te nodigen` : `${who} probeerde mensen uit te nodigen`,
    'invitation.revoke': (who, whom) =>
      whom
        ? `${who} probeerde de uitnodiging aan ${whom} in te trekken`
        : `${who} probeerde een uitnodiging in te trekken`,
    'invitation.resend': (who, whom) =>
      whom
        ? `${who} probeerde de uitnodiging aan ${whom} opnieuw te versturen`
        : `${who} probeerde een uitnodiging opnieuw te versturen`,
    'invitation.link': (who, whom) =>
      whom
        ? `${who} probeerde de uitnodigingslink voor ${whom} te kopiëren`
        : `${who} probeerde een uitnodigingslink te kopiëren`,
    'members.export': (who) => `${who} probeerde de ledenlijst te exporteren`,
    'activity.export': (who) => `${who} probeerde het activiteitenlogboek te exporteren`,
    'bulk.run': (who) => `${who} probeerde een bulkactie uit te voeren`,
  },
  outcomes: {
    partly: 'Slechts deels uitgevoerd',
    refused: 'Niet toegestaan',
    failed: 'Mislukt',
    unknown: 'We weten niet of dit is uitgevoerd',
  },
  causes: {
    step_up_required: 'Opnieuw inloggen was eerst nodig.',
    user_blocked: 'Deze persoon was geblokkeerd.',
    profile_not_found: 'Dit lid bestaat niet.',
    session_not_found: 'De sessie was al beëindigd.',
    invitation_not_found: 'De uitnodiging was niet meer geldig.',
    reason_required: 'Er is geen reden opgegeven.',
    field_locked: 'Het veld is beveiligd.',
    rate_limited: 'Er waren te veel pogingen.',
    feature_unavailable: 'Dit is niet beschikbaar voor de organisatie.',
    erasure_failed: 'Andere gegevens van het account konden niet worden verwijderd.',
    value_in_use: 'Een ander account heeft deze waarde.',
    value_refused: 'De waarde is afgewezen.',
    invitation_refused: 'De uitnodiging is afgewezen.',
    upstream_unavailable: 'De inlogdienst was niet bereikbaar.',
    upstream_timeout: 'De inlogdienst reageerde niet.',
    upstream_refused: 'De inlogdienst heeft dit afgewezen.',
    'address-invalid': 'Het adres is niet geldig.',
    'address-invisible': 'Het adres bevat een onzichtbaar teken.',
    'address-look-alike': 'Het adres bevat letters die alleen op andere lijken.',
    'already-member': 'Deze persoon is al lid.',
    'already-invited': 'Deze persoon is al uitgenodigd.',
    'signs-in-elsewhere': 'Deze persoon logt op een andere manier in.',
    'not-allowed': 'De rollen van deze persoon staan dit niet toe.',
    'shared-user': 'Dit lid is ook lid van een andere organisatie.',
    'recreated-at-login': 'Het account zou opnieuw worden aangemaakt bij de volgende keer inloggen.',
    blocked: 'Het lid is geblokkeerd.',
    'role-above-own': 'De rol heeft rechten die deze persoon niet heeft.',
    'last-admin': 'De organisatie zou geen beheerder meer hebben.',
    'delegated-session': 'Iemand anders was namens deze persoon ingelogd.',
    'managed-by-connection': 'Dit wordt beheerd door een ander systeem.',
    'step-up-required': 'Opnieuw inloggen was eerst nodig.',
  },
  own: {
    'profile.update': (who) => `${who} heeft het eigen profiel bewerkt`,
    'password.reset': (who) => `${who} heeft een resetlink voor het wachtwoord aangevraagd`,
    'email.verify': (who) => `${who} heeft een verificatie-e-mail aangevraagd`,
    'sessions.revoke': (who) => `${who} heeft eigen sessies beëindigd`,
    'roles.assign': (who) => `${who} heeft de eigen rollen gewijzigd`,
  },
  other: (who, action) => `${who}: ${action}`,
  changedTo: 'gewijzigd in',
  changed: 'gewijzigd',
  roles: 'Rollen',
  noValue: 'niet ingevuld',
  yes: 'ja',
  no: 'nee',
  fields: (names) => `Velden: ${names}`,
  reason: (reason) => `“${reason}”`,
  delegated: 'door iemand die namens deze persoon was ingelogd',
};
