/** The actions of the activity log, in Arabic. */
import type { AuditAction } from '../../contract/activity.js';

export const actionNames: Record<AuditAction, string> = {
  'profile.update': 'تعديل الملف الشخصي',
  'profile.export': 'تنزيل بيانات الملف الشخصي',
  'profile.delete': 'حذف ذاتي للحساب',
  'profile.deletion-request': 'طلب حذف الحساب',
  'profile.deletion-cancel': 'إلغاء حذف الحساب',
  'field.reveal': 'إظهار قيمة مخفية',
  'password.reset': 'إرسال رسالة إعادة تعيين كلمة المرور',
  'email.verify': 'إرسال رسالة تأكيد البريد الإلكتروني',
  'sessions.revoke': 'إنهاء جلسة',
  'member.block': 'حظر',
  'member.unblock': 'رفع الحظر',
  'member.clear-lockout': 'فتح قفل تسجيل الدخول',
  'member.mfa-reset': 'إعادة ضبط التحقق بخطوتين',
  'member.revoke-access': 'تسجيل الخروج من كل مكان',
  'membership.remove': 'إزالة من المؤسسة',
  'user.delete': 'حذف الحساب',
  'roles.assign': 'تغيير الأدوار',
  'invitation.create': 'إرسال دعوة',
  'invitation.revoke': 'سحب دعوة',
  'invitation.resend': 'إعادة إرسال دعوة',
  'invitation.link': 'نسخ رابط دعوة',
  'members.export': 'تصدير قائمة الأعضاء',
  'activity.export': 'تصدير سجل النشاط',
  'bulk.run': 'بدء إجراء جماعي',
};
