/**
 * Formatters and texts that several parts share, in Arabic. Readers are addressed in Modern Standard Arabic without gender:
 * with “يُرجى”, “يمكنك”, and verbal nouns.
 */
import { createFormatter } from '../formatter.js';
import { endingWithId, isolated } from '../isolated.js';

export const { plural, formatted } = createFormatter('ar');

export const quoted = (text: string) => `«${text}»`;

// The duals are in the genitive: counts stand after a preposition or a verbal noun.
export const seconds = (count: number) =>
  plural(count, {
    zero: '# ثانية',
    one: 'ثانية واحدة',
    two: 'ثانيتين',
    few: '# ثوانٍ',
    many: '# ثانية',
    other: '# ثانية',
  });
export const days = (count: number) =>
  plural(count, {
    zero: '# يوم',
    one: 'يوم واحد',
    two: 'يومين',
    few: '# أيام',
    many: '# يومًا',
    other: '# يوم',
  });
export const members = (count: number) =>
  plural(count, {
    zero: '# عضو',
    one: 'عضو واحد',
    two: 'عضوين',
    few: '# أعضاء',
    many: '# عضوًا',
    other: '# عضو',
  });
export const addresses = (count: number) =>
  plural(count, {
    zero: '# عنوان',
    one: 'عنوان واحد',
    two: 'عنوانين',
    few: '# عناوين',
    many: '# عنوانًا',
    other: '# عنوان',
  });

export const withColon = (text: string) => isolated`${text}:`;
export const labeled = (label: string, text: string) => isolated`${label}: ${text}`;
export const justNow = 'الآن';
export const cancel = 'إلغاء';
export const close = 'إغلاق';
export const retry = 'إعادة المحاولة';
export const signIn = 'تسجيل الدخول';
export const signedOut = 'تم تسجيل خروجك';
export const requestId = (id: string) => endingWithId('معرّف الطلب:', id);

export const sessionExpired = 'انتهت جلستك. يُرجى تسجيل الدخول مرة أخرى للمتابعة.';
export const checkFields = 'يُرجى مراجعة الحقول المميّزة.';
export const outdatedPage =
  'هذه الصفحة قديمة. يُرجى إعادة تحميلها. وإذا استمرت المشكلة، فيُرجى التواصل مع فريق الدعم.';
export const tryLater = 'حدث خطأ. يُرجى إعادة المحاولة بعد بضع دقائق.';
export const outcomeUnknown = 'لا نعرف ما إذا كانت الرسالة قد أُرسلت. يُرجى سؤال المستلِم قبل إرسال رسالة أخرى.';
export const unreachable = 'تعذّر الوصول إلى الخادم. يُرجى التحقّق من الاتصال بالإنترنت وإعادة المحاولة.';
export const offline = 'لا يوجد اتصال بالإنترنت.';
export const notSignedIn = 'لم يتم تسجيل دخولك.';
export const accountBlocked = 'حسابك محظور. يُرجى التواصل مع أحد المشرفين في مؤسستك.';
export const noOrganizationTitle = 'لم يتم تسجيل دخولك إلى أي مؤسسة';
export const signInFailedTitle = 'تعذّر تسجيل دخولك';
export const otherAccount = 'استخدام حساب آخر';
export const chooseOrganization = 'اختيار مؤسسة';
export const signInDenied =
  'لا يمكنك تسجيل الدخول هنا بهذا الحساب. يُرجى استخدام حساب آخر أو التواصل مع أحد المشرفين في مؤسستك.';
export const tooManyRequests = 'عدد الطلبات كبير جدًا.';
export const signInFailed = 'تعذّر تسجيل دخولك. يُرجى إعادة المحاولة أو التواصل مع أحد المشرفين في مؤسستك.';
export const partMissing = 'تعذّر تحميل جزء من هذه الصفحة.';
export const sections = 'في هذه الصفحة';
export const cantRightNow = 'لا يمكنك فعل ذلك حاليًا.';
export const enterReason = 'يُرجى إدخال السبب.';
export const reasonHelp = 'يُحفظ في سجل النشاط.';
export const signInToContinue = 'تسجيل الدخول للمتابعة';
export const signInAgain = 'يُرجى تسجيل الدخول مرة أخرى للمتابعة.';
export const notAvailable = 'هذا غير متاح لمؤسستك.';
export const sessionsNotAvailable = 'قائمة الجلسات غير متاحة لمؤسستك.';
export const continueIn = (left: number) => `يمكنك المتابعة بعد ${seconds(left)}.`;
export const typeToConfirm = (phrase: string) => isolated`للتأكيد، يُرجى كتابة ${quoted(phrase)}`;
export const typeExactly = (phrase: string) => isolated`للمتابعة، يُرجى كتابة ${quoted(phrase)}.`;
export const reference = (id: string) => endingWithId('الرقم المرجعي:', id);
export const downloadReceipt = 'تنزيل الإيصال';
export const working = 'جارٍ التنفيذ…';
export const undo = 'تراجع';
export const openApps = (until: string | null) =>
  until === null
    ? 'قد تستمر التطبيقات المفتوحة في العمل لبعض الوقت.'
    : isolated`قد تستمر التطبيقات المفتوحة في العمل حتى ${until}.`;
export const rolesAbove = 'لا تظهر الأدوار التي لها أذونات ليست لديك.';
export const lastAdmin = 'ستبقى مؤسستك من دون مشرف. يجب أولًا تعيين شخص آخر مشرفًا.';
export const sharedUser = 'ينتمي هذا الشخص إلى أكثر من مؤسسة، وسيؤثر ذلك فيها جميعًا.';
export const borrowedSession =
  'تم تسجيل دخولك نيابةً عن شخص آخر. لتنفيذ هذا الإجراء، يُرجى تسجيل الدخول بحسابك.';
export const blockedReset = 'هذا الشخص محظور، وإعادة تعيين كلمة المرور سترفع الحظر عنه. يجب رفع الحظر أولًا.';
