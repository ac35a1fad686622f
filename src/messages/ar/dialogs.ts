/** The dialogs about one member, in Arabic. */
import type { DialogMessages } from '../en/dialogs.js';
import { isolated } from '../isolated.js';
import {
  continueIn,
  downloadReceipt,
  enterReason,
  openApps,
  reasonHelp,
  reference,
  signInAgain,
  signInToContinue,
  typeExactly,
  typeToConfirm,
  working,
  undo,
  labeled,
} from './common.js';

export const dialogs: DialogMessages = {
  checking: 'جارٍ التحقّق مما سيتغيّر…',
  absent: 'هذا غير متاح لهذا الشخص.',
  notLockedOut: 'تسجيل الدخول لهذا الشخص ليس مقفلًا.',
  removed: (names) => isolated`ستُزال: ${names}.`,
  openApps,
  regainTitle: 'كيف يمكن لهذا الشخص استعادة الوصول',
  recommended: (why) => isolated`يُنصح بهذا بدلًا من الحذف. ${why}`,
  recommendations: {
    'membership.remove': 'ننصح بدلًا من ذلك بإزالة هذا الشخص من مؤسستك.',
    'member.revoke-access': 'ننصح بدلًا من ذلك بتسجيل خروج هذا الشخص من كل مكان.',
    'member.block': 'ننصح بدلًا من ذلك بحظر هذا الشخص.',
    'user.delete': 'ننصح بدلًا من ذلك بحذف حساب هذا الشخص.',
  },
  instead: {
    'membership.remove': 'الإزالة بدلًا من ذلك',
    'member.revoke-access': 'تسجيل الخروج بدلًا من ذلك',
    'member.block': 'الحظر بدلًا من ذلك',
    'user.delete': 'الحذف بدلًا من ذلك',
  },
  questions: {
    'password.reset': {
      title: (name) => isolated`إرسال رسالة إعادة تعيين كلمة المرور إلى ${name}؟`,
      confirm: 'إرسال الرسالة',
      done: (name) =>
        isolated`إذا كان البريد الإلكتروني للعضو ${name} يستقبل الرسائل، فسيصل الرابط خلال بضع دقائق.`,
      consequences: [
        'سنرسل رابط إعادة التعيين بالبريد الإلكتروني.',
        'لا تتغيّر كلمة المرور إلى أن يُستخدم الرابط.',
        'لا يمكن لأي شخص آخر رؤية الرابط، ولا يمكنك أنت أيضًا رؤيته.',
      ],
    },
    'email.verify': {
      title: (name) => isolated`إرسال رسالة تأكيد إلى ${name}؟`,
      confirm: 'إرسال الرسالة',
      done: (name) => isolated`أرسلنا رسالة تأكيد إلى ${name}.`,
      consequences: [
        'سنرسل رابطًا جديدًا بالبريد الإلكتروني.',
        'يبقى البريد الإلكتروني غير مؤكّد إلى أن يُستخدم الرابط.',
      ],
    },
    'member.clear-lockout': {
      title: (name) => isolated`فتح قفل تسجيل الدخول للعضو ${name}؟`,
      confirm: 'فتح القفل',
      done: (name) => isolated`يمكن للعضو ${name} محاولة تسجيل الدخول مرة أخرى.`,
      consequences: [
        'يمكن لهذا الشخص تجربة كلمة المرور مرة أخرى فورًا.',
        'إذا حظره أحد المشرفين، فسيبقى محظورًا.',
      ],
    },
    'member.unblock': {
      title: (name) => isolated`رفع الحظر عن ${name}؟`,
      confirm: 'رفع الحظر',
      done: (name) => isolated`يمكن للعضو ${name} تسجيل الدخول مرة أخرى.`,
      consequences: [
        'سيتمكن هذا الشخص من تسجيل الدخول مرة أخرى.',
        'إذا كان تسجيل الدخول مقفلًا أيضًا بسبب كلمات مرور خاطئة كثيرة، فيجب فتح القفل على حدة.',
      ],
    },
    'member.mfa-reset': {
      title: (name) => isolated`إعادة ضبط التحقق بخطوتين للعضو ${name}؟`,
      confirm: 'إعادة الضبط',
      done: (name) => isolated`تمت إعادة ضبط التحقق بخطوتين للعضو ${name}.`,
      consequences: [
        'ستطلب المتصفّحات الموثوق بها التحقق مرة أخرى.',
        'إلى أن يُعدّ التحقق من جديد، قد تكفي كلمة المرور وحدها لتسجيل الدخول.',
      ],
    },
    'member.revoke-access': {
      title: (name) => isolated`تسجيل خروج ${name} من كل مكان؟`,
      confirm: 'تسجيل الخروج',
      done: (name) => isolated`تم تسجيل خروج ${name} من كل مكان.`,
      consequences: [],
    },
    'member.block': {
      title: (name) => isolated`حظر ${name}؟`,
      confirm: 'حظر',
      done: (name) => isolated`تم حظر ${name}.`,
      consequences: [],
    },
    'membership.remove': {
      title: (name, organization) => isolated`إزالة ${name} من ${organization}؟`,
      confirm: 'إزالة',
      done: (name) => isolated`تمت إزالة ${name}.`,
      consequences: [],
    },
    'user.delete': {
      title: (name) => isolated`حذف حساب ${name}؟`,
      confirm: 'حذف الحساب',
      done: (name) => isolated`تم حذف حساب ${name}.`,
      consequences: [],
    },
  },
  running: working,
  undo,
  partly: (name) => isolated`لم تكتمل بعض الخطوات للعضو ${name}.`,
  phrase: typeToConfirm,
  word: 'حذف',
  mismatch: typeExactly,
  reason: 'السبب',
  reasonHelp,
  reasonMissing: enterReason,
  signIn: signInToContinue,
  signInText: `${signInAgain} ستتم إعادتك بعدها إلى هذه الخطوة.`,
  wait: continueIn,
  rolesDialog: {
    title: (name) => isolated`تغيير أدوار ${name}`,
    legend: 'الأدوار في مؤسستك',
    current: 'الحالية',
    next: 'الجديدة',
    none: 'بلا أدوار',
    unchanged: 'لا تغييرات بعد.',
    effect: 'قد لا يسري التغيير إلا بعد تسجيل الدخول التالي لهذا الشخص.',
    effectOwn: 'قد لا يسري التغيير إلا بعد تسجيل دخولك مرة أخرى.',
    ownLoss: 'هذا يزيل إذن الوصول الخاص بك. لا يمكنك التراجع عن ذلك بنفسك: على مشرف آخر استعادته.',
    changedByOthers: 'غيّر شخص آخر هذه الأدوار. يُرجى مراجعتها قبل المتابعة.',
    added: (names) => isolated`ما أضافه الشخص الآخر: ${names}`,
    removed: (names) => isolated`ما أزاله الشخص الآخر: ${names}`,
    confirm: 'تغيير الأدوار',
    running: 'جارٍ تغيير الأدوار…',
    done: 'تم تحديث الأدوار',
    empty: 'لا توجد أدوار متاحة.',
  },
  plan: {
    steps: {
      'remove-membership': (_source, _federated, organization) =>
        isolated`سينتهي وصول هذا الشخص إلى ${organization}. لا يتأثر حسابه ولا مؤسساته الأخرى.`,
      'block-account': (source, federated) =>
        federated
          ? isolated`لن يتمكن هذا الشخص من تسجيل الدخول، ولا حتى عبر ${source}.`
          : 'لن يتمكن هذا الشخص من تسجيل الدخول.',
      'end-sessions': () => 'سيتم تسجيل خروج هذا الشخص من كل المتصفّحات.',
      'revoke-refresh-tokens': () => 'ستطلب التطبيقات تسجيل الدخول مرة أخرى.',
      'revoke-invitations': () => 'ستُسحب الدعوات المعلّقة المرسلة إلى بريده الإلكتروني.',
      'delete-account': () => 'سيُحذف الحساب والملف الشخصي نهائيًا. لا يمكن التراجع عن ذلك.',
      'delete-linked-identities': () => 'ستُحذف أيضًا طرق تسجيل الدخول الأخرى المرتبطة بالحساب.',
    },
    regainPaths: {
      'joins-at-login': (source) =>
        isolated`كل من يسجّل الدخول عبر ${source} يصبح عضوًا، ولذلك سيعود هذا الشخص عند تسجيل دخوله التالي.`,
      'recreated-at-login': (source) => isolated`سيُنشأ الحساب من جديد في ${source} عند تسجيل الدخول التالي.`,
      directory: (source) =>
        isolated`قد يُنشأ الحساب من جديد عند المزامنة التالية مع دليل المستخدمين في ${source}.`,
      'pending-invitation': () => 'لدى هذا الشخص دعوة معلّقة تتيح له العودة.',
    },
  },
  receipt: {
    title: (name) => isolated`إيصال ${name}`,
    done: 'تم',
    already: 'كان قد تم من قبل',
    notDone: 'لم يتم',
    notCovered: 'لم يتأثر',
    steps: {
      'remove-membership': 'الإزالة من المؤسسة',
      'block-account': 'حظر تسجيل الدخول',
      'end-sessions': 'تسجيل الخروج من المتصفّحات',
      'revoke-refresh-tokens': 'تسجيل الخروج من التطبيقات',
      'revoke-invitations': 'سحب الدعوات المعلّقة',
      'delete-account': 'حذف الحساب',
      'delete-linked-identities': 'حذف طرق تسجيل الدخول المرتبطة',
      'unblock-account': 'رفع الحظر',
      'clear-lockout': 'فتح قفل تسجيل الدخول',
      'remove-authenticator': 'إزالة طريقة التحقق',
      'forget-trusted-browsers': 'محو المتصفّحات الموثوق بها',
    },
    notCoveredItems: {
      'issued-access-tokens': openApps,
      'application-sessions': () =>
        'التطبيقات التي لها جلسة خاصة يستمر تسجيل الدخول فيها إلى أن تتحقّق من جديد.',
      'other-organizations': () => 'المؤسسات الأخرى التي ينتمي إليها هذا الشخص.',
    },
    repeated: (step, count) => isolated`${step} (${String(count)})`,
    failed: labeled,
    again: 'يمكنك إعادة المحاولة بأمان.',
    id: reference,
    view: 'عرض الإيصال',
    save: downloadReceipt,
  },
};
