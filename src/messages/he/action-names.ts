/** The actions of the activity log, in Hebrew. */
import type { AuditAction } from '../../contract/activity.js';

export const actionNames: Record<AuditAction, string> = {
  'profile.update': 'עריכת פרופיל',
  'profile.export': 'הורדת נתוני פרופיל',
  'profile.delete': 'מחיקה עצמית של חשבון',
  'profile.deletion-request': 'בקשה למחיקת חשבון',
  'profile.deletion-cancel': 'ביטול מחיקת חשבון',
  'field.reveal': 'הצגת ערך מוסתר',
  'password.reset': 'שליחת אימייל לאיפוס סיסמה',
  'email.verify': 'שליחת אימייל אימות',
  'sessions.revoke': 'ניתוק חיבור',
  'member.block': 'חסימה',
  'member.unblock': 'הסרת חסימה',
  'member.clear-lockout': 'שחרור נעילת הכניסה',
  'member.mfa-reset': 'איפוס האימות הדו-שלבי',
  'member.revoke-access': 'ניתוק מכל מקום',
  'membership.remove': 'הסרה מהארגון',
  'user.delete': 'מחיקת חשבון',
  'roles.assign': 'שינוי תפקידים',
  'invitation.create': 'שליחת הזמנה',
  'invitation.revoke': 'ביטול הזמנה',
  'invitation.resend': 'שליחת הזמנה מחדש',
  'invitation.link': 'העתקת קישור הזמנה',
  'members.export': 'ייצוא רשימת החברים',
  'activity.export': 'ייצוא יומן הפעילות',
  'bulk.run': 'התחלת פעולה מרוכזת',
};
