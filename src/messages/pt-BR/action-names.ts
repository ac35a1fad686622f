/** The actions of the activity log, in Brazilian Portuguese: nouns, so that none needs the gender of a person. */
import type { AuditAction } from '../../contract/activity.js';

export const actionNames: Record<AuditAction, string> = {
  'profile.update': 'Edição do perfil',
  'profile.export': 'Download dos dados do perfil',
  'profile.delete': 'Exclusão da própria conta',
  'profile.deletion-request': 'Pedido de exclusão da conta',
  'profile.deletion-cancel': 'Cancelamento da exclusão da conta',
  'field.reveal': 'Exibição de valor oculto',
  'password.reset': 'Envio de e-mail de redefinição de senha',
  'email.verify': 'Envio de e-mail de verificação',
  'sessions.revoke': 'Encerramento de sessão',
  'member.block': 'Bloqueio',
  'member.unblock': 'Desbloqueio',
  'member.clear-lockout': 'Liberação do login',
  'member.mfa-reset': 'Redefinição da verificação em duas etapas',
  'member.revoke-access': 'Desconexão de todos os lugares',
  'membership.remove': 'Remoção da organização',
  'user.delete': 'Exclusão da conta',
  'roles.assign': 'Alteração de funções',
  'invitation.create': 'Envio de convite',
  'invitation.revoke': 'Revogação de convite',
  'invitation.resend': 'Reenvio de convite',
  'invitation.link': 'Cópia do link de convite',
  'members.export': 'Exportação da lista de membros',
  'activity.export': 'Exportação do registro de atividades',
  'bulk.run': 'Início de ação em massa',
};
