/** The list of invitations, in German. */
import type { InvitationsMessages } from '../en/invitations.js';
import { cancel, justNow } from './common.js';

export const invitations: InvitationsMessages = {
  justNow,
  title: 'Einladungen',
  loading: 'Einladungen werden geladen',
  none: 'Keine Einladungen.',
  more: 'Mehr laden',
  invite: 'Personen einladen',
  columns: {
    email: 'E-Mail',
    roles: 'Rollen',
    connection: 'Anmeldemethode',
    inviter: 'Eingeladen von',
    state: 'Status',
    actions: 'Aktionen',
  },
  noRoles: 'Keine',
  anyConnection: 'Beliebig',
  sent: (when) => `Gesendet ${when}`,
  expires: (when) => `Läuft ab ${when}`,
  expired: (when) => `Abgelaufen ${when}`,
  resend: 'Erneut senden',
  resendTo: (email) => `Erneut senden: Einladung an ${email}`,
  resent: 'Einladung erneut gesendet. Der bisherige Link funktioniert nicht mehr.',
  resentOldWorks: 'Einladung erneut gesendet. Der bisherige Link funktioniert noch, bis er abläuft.',
  resending: 'Wird gesendet…',
  revoke: 'Widerrufen…',
  revokeOf: (email) => `Einladung an ${email} widerrufen`,
  copy: 'Link kopieren',
  copyOf: (email) => `Link kopieren: Einladung an ${email}`,
  copied: 'Link kopiert. Geben Sie ihn nur an die eingeladene Person weiter.',
  copyFailed: 'Der Link konnte nicht kopiert werden. Prüfen Sie die Berechtigungen Ihres Browsers.',
  revokeDialog: {
    title: (email) => `Einladung an ${email} widerrufen?`,
    text: 'Der Link in der E-Mail funktioniert dann nicht mehr. Sie können die Person später erneut einladen.',
    confirm: 'Einladung widerrufen',
    running: 'Wird widerrufen…',
  },
  cancel,
  states: {
    pending: 'Ausstehend',
    expired: 'Abgelaufen',
    accepted: 'Angenommen',
    'consumed-by-another': 'Von einem anderen Konto verwendet',
    revoked: 'Widerrufen',
    replaced: 'Ersetzt',
    gone: 'Nicht mehr gültig',
  },
  stateNotes: {
    expired: 'Dieser Link ist abgelaufen. Senden Sie die Einladung erneut.',
    'consumed-by-another':
      'Der Link wurde mit einem anderen Konto geöffnet und funktioniert nicht mehr. Senden Sie die Einladung erneut.',
    replaced: 'An diese Adresse wurde eine neuere Einladung gesendet.',
    gone: 'Die Einladung wurde außerhalb dieser Seite verwendet oder widerrufen.',
  },
};
