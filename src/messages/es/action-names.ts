/** The actions of the activity log, in Spanish. */
import type { AuditAction } from '../../contract/activity.js';

export const actionNames: Record<AuditAction, string> = {
  'profile.update': 'Perfil editado',
  'profile.export': 'Datos del perfil descargados',
  'profile.delete': 'Cuenta propia eliminada',
  'profile.deletion-request': 'Eliminación de la cuenta solicitada',
  'profile.deletion-cancel': 'Eliminación de la cuenta cancelada',
  'field.reveal': 'Valor oculto mostrado',
  'password.reset': 'Correo para restablecer la contraseña enviado',
  'email.verify': 'Correo de verificación enviado',
  'sessions.revoke': 'Sesión cerrada',
  'member.block': 'Acceso bloqueado',
  'member.unblock': 'Acceso desbloqueado',
  'member.clear-lockout': 'Inicio de sesión reactivado',
  'member.mfa-reset': 'Verificación en dos pasos restablecida',
  'member.revoke-access': 'Todas las sesiones cerradas',
  'membership.remove': 'Miembro quitado de la organización',
  'user.delete': 'Cuenta eliminada',
  'roles.assign': 'Roles cambiados',
  'invitation.create': 'Invitación enviada',
  'invitation.revoke': 'Invitación revocada',
  'invitation.resend': 'Invitación reenviada',
  'invitation.link': 'Enlace de invitación copiado',
  'members.export': 'Lista de miembros exportada',
  'activity.export': 'Registro de actividad exportado',
  'bulk.run': 'Acción masiva iniciada',
};
