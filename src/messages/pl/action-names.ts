/** The actions of the activity log, in Polish. */
import type { AuditAction } from '../../contract/activity.js';

export const actionNames: Record<AuditAction, string> = {
  'profile.update': 'Edytowano profil',
  'profile.export': 'Pobrano dane z profilu',
  'profile.delete': 'Usunięto własne konto',
  'profile.deletion-request': 'Zlecono usunięcie konta',
  'profile.deletion-cancel': 'Anulowano usunięcie konta',
  'field.reveal': 'Pokazano ukrytą wartość',
  'password.reset': 'Wysłano link do zresetowania hasła',
  'email.verify': 'Wysłano e-mail weryfikacyjny',
  'sessions.revoke': 'Zakończono sesję',
  'member.block': 'Zablokowano',
  'member.unblock': 'Odblokowano',
  'member.clear-lockout': 'Przywrócono logowanie',
  'member.mfa-reset': 'Zresetowano weryfikację dwuetapową',
  'member.revoke-access': 'Wylogowano wszędzie',
  'membership.remove': 'Usunięto z organizacji',
  'user.delete': 'Usunięto konto',
  'roles.assign': 'Zmieniono role',
  'invitation.create': 'Wysłano zaproszenie',
  'invitation.revoke': 'Odwołano zaproszenie',
  'invitation.resend': 'Wysłano ponownie zaproszenie',
  'invitation.link': 'Skopiowano link z zaproszeniem',
  'members.export': 'Wyeksportowano listę członków',
  'activity.export': 'Wyeksportowano dziennik aktywności',
  'bulk.run': 'Rozpoczęto działanie zbiorcze',
};
