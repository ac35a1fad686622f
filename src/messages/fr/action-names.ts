/** The actions of the activity log, in French. */
import type { AuditAction } from '../../contract/activity.js';

export const actionNames: Record<AuditAction, string> = {
  'profile.update': 'Profil modifié',
  'profile.export': 'Données du profil téléchargées',
  'profile.delete': 'Propre compte supprimé',
  'profile.deletion-request': 'Suppression du compte demandée',
  'profile.deletion-cancel': 'Suppression du compte annulée',
  'field.reveal': 'Valeur masquée affichée',
  'password.reset': 'E-mail de réinitialisation du mot de passe envoyé',
  'email.verify': 'E-mail de vérification envoyé',
  'sessions.revoke': 'Session fermée',
  'member.block': 'Accès bloqué',
  'member.unblock': 'Accès débloqué',
  'member.clear-lockout': 'Connexion déverrouillée',
  'member.mfa-reset': 'Vérification en deux étapes réinitialisée',
  'member.revoke-access': 'Déconnexion partout',
  'membership.remove': 'Retrait de l’organisation',
  'user.delete': 'Compte supprimé',
  'roles.assign': 'Rôles modifiés',
  'invitation.create': 'Invitation envoyée',
  'invitation.revoke': 'Invitation révoquée',
  'invitation.resend': 'Invitation renvoyée',
  'invitation.link': 'Lien d’invitation copié',
  'members.export': 'Liste des membres exportée',
  'activity.export': 'Journal d’activité exporté',
  'bulk.run': 'Action groupée lancée',
};
