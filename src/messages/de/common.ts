/** Formatters and texts that several parts share, in German. */
import { createFormatter } from '../formatter.js';

export const { plural, formatted } = createFormatter('de');

export const seconds = (count: number) => plural(count, { one: '# Sekunde', other: '# Sekunden' });
export const days = (count: number) => plural(count, { one: '# Tag', other: '# Tage' });
export const members = (count: number) => plural(count, { one: '# Mitglied', other: '# Mitglieder' });
export const addresses = (count: number) => plural(count, { one: '# Adresse', other: '# Adressen' });

export const withColon = (text: string) => `${text}:`;
export const labeled = (label: string, text: string) => `${label}: ${text}`;
export const justNow = 'gerade eben';
export const cancel = 'Abbrechen';
export const close = 'Schließen';
export const retry = 'Erneut versuchen';
export const signIn = 'Anmelden';
export const signedOut = 'Sie sind abgemeldet';
export const requestId = (id: string) => `Anfrage-ID: ${id}`;

export const sessionExpired = 'Ihre Sitzung ist abgelaufen. Melden Sie sich erneut an, um fortzufahren.';
export const checkFields = 'Prüfen Sie die markierten Felder.';
export const outdatedPage =
  'Diese Seite ist veraltet. Laden Sie sie neu. Wenn das Problem bleibt, wenden Sie sich an den Support.';
export const tryLater = 'Etwas ist schiefgelaufen. Versuchen Sie es in einigen Minuten erneut.';
export const outcomeUnknown =
  'Wir wissen nicht, ob die E-Mail gesendet wurde. Fragen Sie die Empfängerin oder den Empfänger, bevor Sie eine weitere senden.';
export const unreachable =
  'Der Server ist nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.';
export const offline = 'Sie sind offline.';
export const notSignedIn = 'Sie sind nicht angemeldet.';
export const accountBlocked = 'Ihr Konto ist gesperrt. Wenden Sie sich an einen Admin Ihrer Organisation.';
export const noOrganizationTitle = 'Sie sind bei keiner Organisation angemeldet';
export const signInFailedTitle = 'Die Anmeldung hat nicht geklappt';
export const otherAccount = 'Anderes Konto verwenden';
export const chooseOrganization = 'Organisation auswählen';
export const signInDenied =
  'Mit diesem Konto können Sie sich hier nicht anmelden. Verwenden Sie ein anderes Konto oder wenden Sie sich an einen Admin Ihrer Organisation.';
export const tooManyRequests = 'Zu viele Anfragen.';
export const signInFailed =
  'Die Anmeldung hat nicht geklappt. Versuchen Sie es erneut oder wenden Sie sich an einen Admin Ihrer Organisation.';
export const partMissing = 'Ein Teil dieser Seite konnte nicht geladen werden.';
export const sections = 'Auf dieser Seite';
export const cantRightNow = 'Das ist gerade nicht möglich.';
export const enterReason = 'Geben Sie einen Grund an.';
export const reasonHelp = 'Wird im Aktivitätsprotokoll gespeichert.';
export const signInToContinue = 'Anmelden und fortfahren';
export const signInAgain = 'Melden Sie sich erneut an, um fortzufahren.';
export const notAvailable = 'Das ist für Ihre Organisation nicht verfügbar.';
export const sessionsNotAvailable = 'Die Liste der Sitzungen ist für Ihre Organisation nicht verfügbar.';
export const continueIn = (left: number) => `Sie können in ${seconds(left)} fortfahren.`;
export const typeToConfirm = (phrase: string) => `Geben Sie zur Bestätigung „${phrase}“ ein`;
export const typeExactly = (phrase: string) => `Geben Sie „${phrase}“ ein, um fortzufahren.`;
export const reference = (id: string) => `Referenz: ${id}`;
export const downloadReceipt = 'Beleg herunterladen';
export const working = 'Wird ausgeführt…';
export const undo = 'Rückgängig';
export const openApps = (until: string | null) =>
  until === null
    ? 'Bereits geöffnete Apps funktionieren möglicherweise noch eine Weile.'
    : `Bereits geöffnete Apps funktionieren möglicherweise noch bis ${until}.`;
export const rolesAbove = 'Rollen mit Berechtigungen, die Sie nicht haben, werden nicht angezeigt.';
export const lastAdmin =
  'Ihre Organisation hätte keinen Admin mehr. Machen Sie zuerst eine andere Person zum Admin.';
export const sharedUser =
  'Diese Person gehört zu mehreren Organisationen, und das würde sich auf alle auswirken.';
export const borrowedSession =
  'Sie sind im Namen einer anderen Person angemeldet. Melden Sie sich mit Ihrem eigenen Konto an.';
export const blockedReset =
  'Diese Person ist gesperrt, und ein neues Passwort würde die Sperre aufheben. Entsperren Sie sie zuerst.';
