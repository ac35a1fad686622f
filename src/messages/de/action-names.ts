/** The actions of the activity log, in German. */
import type { AuditAction } from '../../contract/activity.js';

export const actionNames: Record<AuditAction, string> = {
  'profile.update': 'Profil bearbeitet',
  'profile.export': 'Profildaten heruntergeladen',
  'profile.delete': 'Eigenes Konto gelöscht',
  'profile.deletion-request': 'Löschung des Kontos beantragt',
  'profile.deletion-cancel': 'Löschung des Kontos abgebrochen',
  'field.reveal': 'Verborgener Wert angezeigt',
  'password.reset': 'E-Mail zum Zurücksetzen des Passworts gesendet',
  'email.verify': 'Bestätigungs-E-Mail gesendet',
  'sessions.revoke': 'Sitzung beendet',
  'member.block': 'Gesperrt',
  'member.unblock': 'Entsperrt',
  'member.clear-lockout': 'Anmeldung freigegeben',
  'member.mfa-reset': 'Bestätigung in zwei Schritten zurückgesetzt',
  'member.revoke-access': 'Überall abgemeldet',
  'membership.remove': 'Aus der Organisation entfernt',
  'user.delete': 'Konto gelöscht',
  'roles.assign': 'Rollen geändert',
  'invitation.create': 'Einladung gesendet',
  'invitation.revoke': 'Einladung widerrufen',
  'invitation.resend': 'Einladung erneut gesendet',
  'invitation.link': 'Einladungslink kopiert',
  'members.export': 'Mitgliederliste exportiert',
  'activity.export': 'Aktivitätsprotokoll exportiert',
  'bulk.run': 'Sammelaktion gestartet',
};
