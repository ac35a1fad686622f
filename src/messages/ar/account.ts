/** The account section: password, sessions, export and deletion, in Arabic. */
import type { AccountMessages } from '../en/account.js';
import { isolated } from '../isolated.js';
import {
  blockedReset,
  borrowedSession,
  cancel,
  cantRightNow,
  days,
  downloadReceipt,
  lastAdmin,
  notAvailable,
  plural,
  partMissing,
  reference,
  seconds,
  sessionsNotAvailable,
  sharedUser,
  signInAgain,
  signInToContinue,
  typeExactly,
  typeToConfirm,
  justNow,
} from './common.js';

export const account: AccountMessages = {
  justNow,
  again: (left) => `يمكنك طلب رسالة أخرى بعد ${seconds(left)}.`,
  cancel,
  locked: cantRightNow,
  missing: partMissing,
  verify: {
    text: (email) =>
      isolated`لم يتم تأكيد ${email} بعد. يُرجى استخدام الرابط الوارد في الرسالة التي أرسلناها.`,
    textFor: (email) =>
      isolated`لم يتم تأكيد ${email} بعد. يتم التأكيد بالرابط الوارد في الرسالة التي أرسلناها.`,
    action: 'إعادة إرسال رسالة التأكيد',
    sent: (email) => isolated`أرسلنا رسالة إلى ${email}.`,
  },
  password: {
    title: 'كلمة المرور',
    text: (organization, email) =>
      isolated`سنرسل باسم ${organization} رابط إعادة التعيين إلى ${email}. لا تتغيّر كلمة مرورك إلى أن يُستخدم الرابط.`,
    textFor: (name, email) =>
      isolated`سنرسل إلى ${name} رابط إعادة التعيين على ${email}. لا تتغيّر كلمة المرور إلى أن يُستخدم الرابط.`,
    action: 'إرسال رابط إعادة التعيين',
    sent: (email) => isolated`إذا كان ${email} يستقبل الرسائل، فسيصل الرابط خلال بضع دقائق.`,
  },
  sessions: {
    title: 'أماكن تسجيل دخولك',
    titleFor: 'أماكن تسجيل دخول هذا الشخص',
    text: 'المتصفّحات التي تم تسجيل الدخول فيها إلى حسابك، في أي مؤسسة.',
    textFor: 'المتصفّحات التي تم تسجيل الدخول فيها إلى حساب هذا الشخص، في أي مؤسسة.',
    loading: 'جارٍ تحميل الجلسات',
    unavailable: sessionsNotAvailable,
    none: 'لم يتم تسجيل دخولك في أي مكان آخر.',
    noneFor: 'لا توجد جلسات نشطة.',
    current: 'هذا المتصفّح',
    unknown: 'متصفّح غير معروف',
    lastUsed: (when) => isolated`آخر نشاط: ${when}`,
    end: 'تسجيل الخروج',
    endOf: (browser) => isolated`تسجيل الخروج من ${browser}`,
    endOthers: 'تسجيل الخروج من كل مكان آخر',
    endAll: 'تسجيل الخروج من كل مكان',
    ended: 'تم إنهاء الجلسة.',
    endedOthers: 'تم تسجيل الخروج من كل مكان آخر.',
    endedAll: 'تم تسجيل الخروج من كل مكان.',
  },
  export: {
    title: 'بياناتك',
    text: 'يمكنك تنزيل نسخة من بيانات ملفك الشخصي.',
    json: 'تنزيل بتنسيق JSON',
    html: 'تنزيل كصفحة ويب',
    running: 'جارٍ تحضير ملف التنزيل…',
    done: 'ملف التنزيل جاهز.',
  },
  deletion: {
    dangerZone: 'إجراءات حسّاسة',
    notOffered: 'لا يمكنك حذف هذا الحساب هنا.',
    title: 'حذف الحساب',
    text: 'حذف حسابك نهائيًا من كل مؤسساتك.',
    action: 'حذف الحساب…',
    checking: 'جارٍ التحقّق مما سيُحذف…',
    organizations: (name, others) =>
      others === 0
        ? isolated`ستنتهي عضويتك في ${name}.`
        : plural(others, {
            zero: (number) => isolated`ستنتهي عضويتك في ${name} وكذلك في ${number} مؤسسة أخرى.`,
            one: () => isolated`ستنتهي عضويتك في ${name} وكذلك في مؤسسة أخرى واحدة.`,
            two: () => isolated`ستنتهي عضويتك في ${name} وكذلك في مؤسستين أخريين.`,
            few: (number) => isolated`ستنتهي عضويتك في ${name} وكذلك في ${number} مؤسسات أخرى.`,
            many: (number) => isolated`ستنتهي عضويتك في ${name} وكذلك في ${number} مؤسسة أخرى.`,
            other: (number) => isolated`ستنتهي عضويتك في ${name} وكذلك في ${number} مؤسسة أخرى.`,
          }),
    delay: (count) => `سيُحذف حسابك بعد ${days(count)}. يمكنك إلغاء الحذف هنا حتى ذلك الحين.`,
    phrase: typeToConfirm,
    word: 'حذف',
    confirm: 'حذف الحساب',
    confirming: 'جارٍ الحذف…',
    mismatch: typeExactly,
    signIn: signInToContinue,
    signInText: 'لحذف حسابك، يُرجى تسجيل الدخول مرة أخرى أولًا. ستتم إعادتك بعدها إلى هذه الصفحة.',
    signInTooLate: 'لم يُحذف حسابك لأن تسجيل الدخول استغرق وقتًا طويلًا. يُرجى البدء من جديد.',
    receiptTitle: 'تم حذف حسابك',
    notDone: 'لم تُحذف بياناتك في الأنظمة الأخرى والنسخ الاحتياطية.',
    tokensUntil: (when) => isolated`قد يستمر تسجيل دخولك في بعض التطبيقات حتى ${when}.`,
    receiptId: reference,
    saveReceipt: downloadReceipt,
    leave: 'متابعة',
  },
  reveal: {
    action: (field) => isolated`إظهار ${field}`,
    done: (field) => isolated`تظهر الآن القيمة الكاملة: ${field}. وقد أُضيف ذلك إلى سجل النشاط.`,
  },
  pendingDeletion: {
    title: (when) => isolated`سيُحذف حسابك في ${when}.`,
    text: 'حتى ذلك الحين، يمكنك مواصلة استخدامه أو إلغاء الحذف.',
    keep: 'الاحتفاظ بحسابي',
    keeping: 'جارٍ إلغاء الحذف…',
  },
  problems: {
    step_up_required: `${signInAgain} ستتم إعادتك بعدها إلى هذه الصفحة.`,
    operation_locked: cantRightNow,
    outcome_unknown:
      'لا نعرف ما إذا كانت الرسالة قد أُرسلت. يُرجى التحقّق من البريد الوارد قبل إرسال رسالة أخرى.',
    feature_unavailable: notAvailable,
    erasure_failed: 'تعذّر محو بياناتك، ولذلك لم يُحذف شيء. يُرجى إعادة المحاولة بعد بضع دقائق.',
  },
  reasons: {
    'recreated-at-login': (source, connectionClass) =>
      connectionClass === 'social'
        ? isolated`سيُنشأ حسابك من جديد عند تسجيل دخولك التالي عبر ${source}. للمغادرة، يُرجى طلب إزالتك من أحد المشرفين.`
        : isolated`سيُنشأ حسابك من جديد في ${source} عند تسجيل دخولك التالي. يُرجى طلب إزالته هناك من فريق تقنية المعلومات.`,
    'last-admin': () => 'ستبقى إحدى مؤسساتك من دون مشرف. يجب أولًا تعيين شخص آخر مشرفًا.',
    'delegated-session': () => borrowedSession,
    'shared-user': () => `${sharedUser} يمكن لهذا الشخص فعل ذلك بنفسه.`,
    blocked: () => blockedReset,
    'managed-by-connection': (source) => isolated`الإدارة عبر ${source}. يمكنك فعل ذلك هناك.`,
    'not-allowed': () => 'لا تسمح مؤسستك بهذا. يُرجى سؤال أحد المشرفين.',
  },
  theirReasons: {
    'last-admin': () => lastAdmin,
    'recreated-at-login': (source, connectionClass) =>
      connectionClass === 'social'
        ? isolated`سيُنشأ الحساب من جديد عند تسجيل الدخول التالي عبر ${source}. يُفضّل حظر هذا الشخص بدلًا من ذلك.`
        : isolated`سيُنشأ الحساب من جديد في ${source} عند تسجيل الدخول التالي. يُرجى طلب إزالته هناك من فريق تقنية المعلومات.`,
    'managed-by-connection': (source) => isolated`الإدارة عبر ${source}.`,
    'not-allowed': () => 'لا تسمح مؤسستك بهذا لأشخاص آخرين.',
  },
  consequences: {
    'mail-to-address': 'سنرسل رسالة إلى البريد الإلكتروني للحساب.',
    'password-unchanged-until-used': 'لا تتغيّر كلمة المرور إلى أن يُستخدم الرابط.',
    'ends-other-sessions': 'سيتم تسجيل خروجك من كل مكان آخر.',
    'ends-all-sessions': 'سيتم تسجيل خروجك من كل مكان، ومن هنا أيضًا.',
    'removes-account': 'سيُحذف حسابك وملفك الشخصي نهائيًا. لا يمكن التراجع عن ذلك.',
    'removes-memberships': 'ستنتهي عضويتك في كل مؤسساتك.',
    'removes-linked-identities': 'ستُحذف أيضًا طرق تسجيل الدخول الأخرى المرتبطة بحسابك.',
    'erases-product-data': 'ستُمحى أولًا بياناتك في هذا المنتج.',
    'keeps-other-systems': 'لن تُحذف بياناتك في الأنظمة الأخرى والنسخ الاحتياطية.',
  },
  done: {
    'product-data': 'تم محو بيانات المنتج',
    account: 'تم حذف الحساب',
    'linked-identities': 'تم حذف طرق تسجيل الدخول المرتبطة',
    memberships: 'انتهت العضوية في كل المؤسسات',
    sessions: 'تم تسجيل الخروج من كل مكان',
  },
};
