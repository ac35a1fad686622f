/** The list of invitations, in Arabic. */
import type { InvitationsMessages } from '../en/invitations.js';
import { isolated } from '../isolated.js';
import { cancel, justNow } from './common.js';

export const invitations: InvitationsMessages = {
  justNow,
  title: 'الدعوات',
  loading: 'جارٍ تحميل الدعوات',
  none: 'لا توجد دعوات.',
  more: 'تحميل المزيد',
  invite: 'دعوة أشخاص',
  columns: {
    email: 'البريد الإلكتروني',
    roles: 'الأدوار',
    connection: 'طريقة تسجيل الدخول',
    inviter: 'مُرسل الدعوة',
    state: 'الحالة',
    actions: 'الإجراءات',
  },
  noRoles: 'بلا أدوار',
  anyConnection: 'أي طريقة',
  sent: (when) => isolated`الإرسال: ${when}`,
  expires: (when) => isolated`الانتهاء: ${when}`,
  expired: (when) => isolated`انتهت: ${when}`,
  resend: 'إعادة الإرسال',
  resendTo: (email) => isolated`إعادة إرسال الدعوة إلى ${email}`,
  resent: 'تمت إعادة إرسال الدعوة. لم يعد الرابط السابق يعمل.',
  resentOldWorks: 'تمت إعادة إرسال الدعوة. لا يزال الرابط السابق يعمل حتى تنتهي صلاحيته.',
  resending: 'جارٍ الإرسال…',
  moreActionsFor: (email) => isolated`إجراءات أخرى للدعوة المرسلة إلى ${email}`,
  revoke: 'سحب…',
  copy: 'نسخ الرابط',
  copied: 'تم نسخ الرابط. يجب ألا يصل إلا إلى الشخص المدعو.',
  copyFailed: 'تعذّر نسخ الرابط. يُرجى التحقّق من أذونات المتصفّح.',
  revokeDialog: {
    title: (email) => isolated`سحب الدعوة المرسلة إلى ${email}؟`,
    text: 'سيتوقف الرابط الوارد في الرسالة عن العمل. يمكنك إرسال دعوة جديدة لاحقًا.',
    confirm: 'سحب الدعوة',
    running: 'جارٍ السحب…',
  },
  cancel,
  states: {
    pending: 'معلّقة',
    expired: 'منتهية',
    accepted: 'مقبولة',
    revoked: 'مسحوبة',
    replaced: 'مستبدلة',
    gone: 'لم تعد مفتوحة',
  },
  stateNotes: {
    expired: 'انتهت صلاحية هذا الرابط. يُرجى إعادة إرسال الدعوة.',
    replaced: 'أُرسلت دعوة أحدث إلى هذا العنوان.',
    gone: 'استُخدمت أو سُحبت خارج هذه الصفحة. إذا بقيت الحاجة إلى الوصول، فيُرجى إرسال دعوة جديدة.',
  },
};
