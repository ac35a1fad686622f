/** Formatters and texts that several parts share, in Dutch. Readers are addressed as je: “Log in om door te gaan.” */
import { createFormatter } from '../formatter.js';

export const { plural, formatted } = createFormatter('nl');

export const seconds = (count: number) => plural(count, { one: '# seconde', other: '# seconden' });
export const days = (count: number) => plural(count, { one: '# dag', other: '# dagen' });
export const members = (count: number) => plural(count, { one: '# lid', other: '# leden' });
export const addresses = (count: number) => plural(count, { one: '# adres', other: '# adressen' });

export const withColon = (text: string) => `${text}:`;
export const labeled = (label: string, text: string) => `${label}: ${text}`;
export const justNow = 'zojuist';
export const cancel = 'Annuleren';
export const close = 'Sluiten';
export const retry = 'Opnieuw proberen';
export const signIn = 'Inloggen';
export const signedOut = 'Je bent uitgelogd';
export const requestId = (id: string) => `Aanvraag-ID: ${id}`;

export const sessionExpired = 'Je sessie is verlopen. Log opnieuw in om door te gaan.';
export const checkFields = 'Controleer de gemarkeerde velden.';
export const outdatedPage =
  'Deze pagina is verouderd. Laad de pagina opnieuw. Neem contact op met support als het probleem aanhoudt.';
export const tryLater = 'Er is iets misgegaan. Probeer het over een paar minuten opnieuw.';
export const outcomeUnknown =
  'We weten niet of de e-mail is verstuurd. Vraag de ontvanger ernaar voordat je er nog een verstuurt.';
export const unreachable = 'De server is niet bereikbaar. Controleer je verbinding en probeer het opnieuw.';
export const offline = 'Je bent offline.';
export const notSignedIn = 'Je bent niet ingelogd.';
export const accountBlocked =
  'Je account is geblokkeerd. Neem contact op met een beheerder van je organisatie.';
export const noOrganizationTitle = 'Je bent niet ingelogd bij een organisatie';
export const signInFailedTitle = 'Inloggen is niet gelukt';
export const otherAccount = 'Ander account gebruiken';
export const chooseOrganization = 'Organisatie kiezen';
export const signInDenied =
  'Je kunt hier niet inloggen met dit account. Gebruik een ander account of neem contact op met een beheerder van je organisatie.';
export const tooManyRequests = 'Te veel pogingen achter elkaar.';
export const signInFailed =
  'Inloggen is niet gelukt. Probeer het opnieuw of neem contact op met een beheerder van je organisatie.';
export const partMissing = 'Een deel van deze pagina kan niet worden geladen.';
export const sections = 'Op deze pagina';
export const cantRightNow = 'Dat kan nu niet.';
export const enterReason = 'Geef een reden op.';
export const reasonHelp = 'Wordt opgeslagen in het activiteitenlogboek.';
export const signInToContinue = 'Inloggen om door te gaan';
export const signInAgain = 'Log opnieuw in om door te gaan.';
export const notAvailable = 'Dit is niet beschikbaar voor je organisatie.';
export const sessionsNotAvailable = 'De lijst met sessies is niet beschikbaar voor je organisatie.';
export const continueIn = (left: number) => `Je kunt over ${seconds(left)} doorgaan.`;
export const typeToConfirm = (phrase: string) => `Typ “${phrase}” om te bevestigen`;
export const typeExactly = (phrase: string) => `Typ “${phrase}” om door te gaan.`;
export const reference = (id: string) => `Referentie: ${id}`;
export const downloadReceipt = 'Bevestiging downloaden';
export const working = 'Bezig…';
export const undo = 'Ongedaan maken';
export const openApps = (until: string | null) =>
  until === null
    ? 'Apps die al open zijn, werken misschien nog een tijdje.'
    : `Apps die al open zijn, werken misschien nog tot ${until}.`;
export const rolesAbove = 'Rollen met rechten die je zelf niet hebt, staan niet in de lijst.';
export const lastAdmin = 'Je organisatie zou geen beheerder meer hebben. Maak eerst iemand anders beheerder.';
export const sharedUser =
  'Deze persoon is lid van meer dan één organisatie en dit zou voor alle organisaties gelden.';
export const borrowedSession =
  'Je bent namens iemand anders ingelogd. Log in met je eigen account om dit te doen.';
export const blockedReset =
  'Deze persoon is geblokkeerd en een nieuw wachtwoord zou die blokkering opheffen. Deblokkeer deze persoon eerst.';
