/** Editing a profile, in Arabic. */
import type { Violation } from '../../policy/check-value.js';
import type { FieldKind } from '../../policy/vocabulary.js';
import type { EditingMessages } from '../en/editing.js';
import { isolated } from '../isolated.js';
import { cancel, enterReason, plural, quoted } from './common.js';

const invalid = 'هذه القيمة غير صالحة.';
const unprintable = 'يُرجى إزالة الأحرف غير القابلة للعرض.';

const formats: Partial<Record<FieldKind, string>> = {
  text: unprintable,
  multiline: unprintable,
  list: unprintable,
  email: isolated`يُرجى إدخال عنوان بريد إلكتروني، مثل ${'name@example.com'}.`,
  phone: isolated`يُرجى إدخال رقم هاتف مع رمز البلد، مثل ${'+966501234567'}.`,
  username: isolated`لا تُستخدم هنا إلا الأحرف والأرقام والرموز ${'. _ - +'}. ولا يمكن أن يكون عنوان بريد إلكتروني أو رقم هاتف.`,
  url: isolated`يُرجى إدخال عنوان ويب، مثل ${'https://example.com'}.`,
  picture: isolated`يُرجى إدخال عنوان صورة في بدايته ${'https://'}.`,
  date: 'يُرجى إدخال تاريخ كامل.',
  number: 'يُرجى إدخال رقم.',
};

const characters = (limit: Violation['limit']) =>
  plural(Number(limit), {
    zero: '# حرف',
    one: 'حرف واحد',
    two: 'حرفين',
    few: '# أحرف',
    many: '# حرفًا',
    other: '# حرف',
  });

const items = (limit: Violation['limit']) =>
  plural(Number(limit), {
    zero: '# عنصر',
    one: 'عنصر واحد',
    two: 'عنصرين',
    few: '# عناصر',
    many: '# عنصرًا',
    other: '# عنصر',
  });

export const editing: EditingMessages = {
  auditReason: 'سبب هذا التغيير',
  signInAndSave: 'تسجيل الدخول والحفظ',
  unsavedField: 'غير محفوظ',
  notSavedYet: 'لم يتم الحفظ بعد. يُرجى مراجعة تغييراتك ثم حفظها.',
  saved: 'تم حفظ التغييرات.',
  partlySaved: (fields) => isolated`تم حفظ ${fields}. ولم تُحفظ تغييراتك الأخرى. يُرجى إعادة المحاولة.`,
  theirReasons: {
    'refreshed-at-login': (source, changer) =>
      isolated`الإدارة عبر ${source}، مع التحديث عند كل تسجيل دخول لهذا الشخص. ${changer}`,
    'sign-in-identifier': (_source, changer) => isolated`يُستخدم هذا لتسجيل دخول هذا الشخص. ${changer}`,
    'invited-address': (_source, changer) => isolated`أُرسلت الدعوة إلى هذا البريد الإلكتروني. ${changer}`,
    'shared-user': (_source, changer) =>
      isolated`ينتمي هذا الشخص إلى أكثر من مؤسسة، وسيؤثر أي تغيير فيها جميعًا. ${changer}`,
    'not-allowed': (_source, changer) => isolated`لا تسمح مؤسستك بتغيير هذا لأشخاص آخرين. ${changer}`,
  },
  theirChangers: {
    person: 'يمكن لهذا الشخص تغيير ذلك بنفسه.',
    inviter: 'لاستخدام عنوان آخر، يُرجى إرسال دعوة جديدة.',
  },
  conflict: {
    title: (field) => isolated`تغيّرت قيمة ${field} أثناء التعديل`,
    stored: 'القيمة الحالية',
    mine: 'تغييرك',
    keepMine: 'الاحتفاظ بتغييري',
    useStored: 'استخدام القيمة الحالية',
    choose: 'قبل الحفظ، يُرجى اختيار القيمة التي ستبقى.',
  },
  followsNames: 'يتبع الاسم الأول واسم العائلة إلى أن يتم تغييره.',
  upload: {
    remove: 'إزالة',
    removePhoto: 'إزالة الصورة',
    choose: 'تحميل صورة…',
    running: 'جارٍ تحميل الصورة',
    cancel,
    faults: {
      type: 'يُرجى اختيار صورة بتنسيق PNG أو JPEG أو WebP أو GIF أو AVIF.',
      size: isolated`يُرجى اختيار صورة لا يزيد حجمها عن ${'5 MB'}.`,
      host: 'تعذّر تحميل الصورة. يُرجى إعادة المحاولة.',
    },
  },
  consequences: {
    own: {
      'changes-sign-in': (field) => isolated`${field}: ستُستخدم القيمة الجديدة لتسجيل دخولك.`,
      'verification-mail': (_field, value) =>
        isolated`سنرسل رسالة تأكيد إلى ${value}. يُرجى استخدام الرابط الوارد فيها لتأكيد عنوانك.`,
      'ends-sessions': () => 'سيتم تسجيل خروجك من كل مكان آخر، وقد يلزمك تسجيل الدخول مرة أخرى هنا.',
    },
    theirs: {
      'changes-sign-in': (field) => isolated`${field}: ستُستخدم القيمة الجديدة لتسجيل دخول هذا الشخص.`,
      'verification-mail': (_field, value) => isolated`سنرسل رسالة تأكيد إلى ${value}.`,
      'ends-sessions': () => 'سيتم تسجيل خروج هذا الشخص من كل مكان.',
    },
    signInFirst: 'عليك تسجيل الدخول مرة أخرى أولًا. سنحفظ تغييراتك بعد عودتك.',
  },
  lostDraft: {
    expired: 'لم تُحفظ تغييراتك لأن تسجيل الدخول استغرق وقتًا طويلًا. يُرجى إدخالها مرة أخرى.',
    'other-account': 'لم تُحفظ تغييراتك لأن تسجيل الدخول تم بحساب آخر أو إلى مؤسسة أخرى.',
  },
  displaced: 'لم يعد هذا الحقل قابلًا للتعديل، ولذلك لم يُحفظ تغييرك:',
  dismiss: 'إخفاء',
  inItem: (item, text) => isolated`${quoted(item)}: ${text}`,
  violations: {
    required: () => 'هذا الحقل مطلوب.',
    'not-removable': () => 'يمكن تغيير هذا الحقل ولكن لا يمكن إفراغه.',
    type: (_limit, kind) => formats[kind] ?? invalid,
    'too-short': (limit) => `الحد الأدنى للطول هو ${characters(limit)}.`,
    'too-long': (limit) => `يجب ألا يزيد الطول عن ${characters(limit)}.`,
    'too-small': (limit, kind) =>
      kind === 'date'
        ? isolated`يُرجى اختيار ${String(limit)} أو تاريخ بعده.`
        : isolated`يُرجى إدخال ${String(limit)} أو أكثر.`,
    'too-large': (limit, kind) =>
      kind === 'date'
        ? isolated`يُرجى اختيار ${String(limit)} أو تاريخ قبله.`
        : isolated`يُرجى إدخال ${String(limit)} أو أقل.`,
    format: (_limit, kind) => formats[kind] ?? invalid,
    pattern: () => 'يُرجى استخدام التنسيق الموضّح أدناه.',
    prohibited: (character) => isolated`يُرجى إزالة هذا الرمز: ${String(character)}`,
    invisible: (text) =>
      isolated`يُرجى حذف الحرف غير المرئي بعد ${quoted(String(text))} أو إعادة كتابة القيمة.`,
    'look-alike': (_limit, kind) =>
      kind === 'email'
        ? 'في هذا العنوان أحرف تشبه غيرها في الشكل فقط. يُرجى كتابته مرة أخرى.'
        : 'يُرجى استخدام أحرف من أبجدية واحدة فقط.',
    'no-country-code': () => isolated`يجب إضافة رمز البلد، مثل ${'+966501234567'}.`,
    'unknown-country-code': () => 'هذا الرمز لا يخص أي بلد. يُرجى التحقّق من الأرقام بعد علامة الجمع.',
    extension: () => 'يُرجى إدخال الرقم من دون التحويلة.',
    'two-numbers': () => 'يُرجى إدخال رقم هاتف واحد فقط.',
    'number-length': () => 'عدد خانات هذا الرقم أقل أو أكثر من اللازم. يُرجى التحقّق منه.',
    choice: () => 'يُرجى الاختيار من القائمة.',
    'too-many': (limit) => `يجب ألا يزيد العدد عن ${items(limit)}.`,
  },
  saveProblems: {
    step_up_required: 'يُرجى تسجيل الدخول مرة أخرى لحفظ هذا التغيير.',
    body_too_large: 'النص أطول من أن يُحفظ. يُرجى اختصار الحقل الأطول.',
    profile_changed: 'تغيّر هذا الملف الشخصي أثناء التعديل.',
    reason_required: enterReason,
  },
  refusals: {
    field_unknown: 'لم يعد هذا الحقل متاحًا.',
    field_locked: 'لم يعد هذا الحقل قابلًا للتعديل.',
    value_invalid: invalid,
    step_up_required: 'يُرجى تسجيل الدخول مرة أخرى لتغيير هذا.',
    value_in_use: 'هذه القيمة مستخدمة من قبل. يُرجى تجربة قيمة أخرى.',
    value_refused: 'لم تُقبل هذه القيمة. يُرجى تجربة قيمة أخرى.',
    profile_too_large: 'لا تتسع مساحة الملف الشخصي لهذا النص. يُرجى اختصاره.',
  },
};
