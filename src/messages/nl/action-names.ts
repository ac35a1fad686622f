/** The actions of the activity log, in Dutch. */
import type { AuditAction } from '../../contract/activity.js';

export const actionNames: Record<AuditAction, string> = {
  'profile.update': 'Profiel bewerkt',
  'profile.export': 'Profielgegevens gedownload',
  'profile.delete': 'Eigen account verwijderd',
  'profile.deletion-request': 'Verwijdering van account aangevraagd',
  'profile.deletion-cancel': 'Verwijdering van account geannuleerd',
  'field.reveal': 'Verborgen waarde getoond',
  'password.reset': 'Resetlink voor wachtwoord verstuurd',
  'email.verify': 'Verificatie-e-mail verstuurd',
  'sessions.revoke': 'Sessie beëindigd',
  'member.block': 'Geblokkeerd',
  'member.unblock': 'Gedeblokkeerd',
  'member.clear-lockout': 'Inloggen ontgrendeld',
  'member.mfa-reset': 'Tweestapsverificatie gereset',
  'member.revoke-access': 'Overal uitgelogd',
  'membership.remove': 'Verwijderd uit organisatie',
  'user.delete': 'Account verwijderd',
  'roles.assign': 'Rollen gewijzigd',
  'invitation.create': 'Uitnodiging verstuurd',
  'invitation.revoke': 'Uitnodiging ingetrokken',
  'invitation.resend': 'Uitnodiging opnieuw verstuurd',
  'invitation.link': 'Uitnodigingslink gekopieerd',
  'members.export': 'Ledenlijst geëxporteerd',
  'activity.export': 'Activiteitenlogboek geëxporteerd',
  'bulk.run': 'Bulkactie gestart',
};
