/** The actions of the activity log, in Italian. */
import type { AuditAction } from '../../contract/activity.js';

export const actionNames: Record<AuditAction, string> = {
  'profile.update': 'Profilo modificato',
  'profile.export': 'Dati del profilo scaricati',
  'profile.delete': 'Proprio account eliminato',
  'profile.deletion-request': 'Eliminazione dell’account richiesta',
  'profile.deletion-cancel': 'Eliminazione dell’account annullata',
  'field.reveal': 'Valore nascosto mostrato',
  'password.reset': 'Email per reimpostare la password inviata',
  'email.verify': 'Email di verifica inviata',
  'sessions.revoke': 'Sessione chiusa',
  'member.block': 'Account bloccato',
  'member.unblock': 'Account sbloccato',
  'member.clear-lockout': 'Accesso riattivato',
  'member.mfa-reset': 'Verifica in due passaggi reimpostata',
  'member.revoke-access': 'Disconnessione ovunque',
  'membership.remove': 'Rimozione dall’organizzazione',
  'user.delete': 'Account eliminato',
  'roles.assign': 'Ruoli modificati',
  'invitation.create': 'Invito inviato',
  'invitation.revoke': 'Invito revocato',
  'invitation.resend': 'Invito reinviato',
  'invitation.link': 'Link di invito copiato',
  'members.export': 'Elenco dei membri esportato',
  'activity.export': 'Registro attività esportato',
  'bulk.run': 'Azione multipla avviata',
};
