/** The dialog that invites people, in Arabic. */
import type { InviteMessages } from '../en/invite.js';
import { isolated } from '../isolated.js';
import { addresses, cancel, continueIn, days, plural, quoted, rolesAbove, formatted } from './common.js';

export const invite: InviteMessages = {
  title: (organization) => isolated`دعوة أشخاص إلى ${organization}`,
  addresses: 'عناوين البريد الإلكتروني',
  addressesHelp: 'تُفصل العناوين بفواصل أو مسافات أو أسطر جديدة.',
  entered: (count) => `تم إدخال ${addresses(count)}`,
  remove: (email) => isolated`إزالة ${email}`,
  edit: (email) => isolated`تعديل ${email}`,
  file: 'أو تحميل ملف CSV أو TSV',
  fileHelp:
    'من جدول بيانات أو دليل مستخدمين، بعمود لعناوين البريد الإلكتروني وعمود اختياري للأدوار. يمكنك مراجعة كل شيء قبل الإرسال.',
  fileRead: (count) =>
    plural(count, {
      zero: 'لم يتم العثور على أشخاص في الملف.',
      one: 'تم العثور على شخص واحد في الملف.',
      two: 'تم العثور على شخصين في الملف.',
      few: 'تم العثور على # أشخاص في الملف.',
      many: 'تم العثور على # شخصًا في الملف.',
      other: 'تم العثور على # شخص في الملف.',
    }),
  emailsFrom: (heading) => isolated`عناوين البريد الإلكتروني من العمود ${quoted(heading)}.`,
  rolesFrom: (heading) => isolated`الأدوار من العمود ${quoted(heading)}.`,
  noRoleColumn: 'لا يحتوي الملف على عمود للأدوار.',
  skipped: (count, rows) =>
    plural(count, {
      zero: () => isolated`لم يتم تخطي صفوف: ${rows}`,
      one: () => isolated`تم تخطي صف واحد ليس فيه عنوان بريد إلكتروني: ${rows}`,
      two: () => isolated`تم تخطي صفين ليس فيهما عنوان بريد إلكتروني: ${rows}`,
      few: (number) => isolated`تم تخطي ${number} صفوف ليس فيها عنوان بريد إلكتروني: ${rows}`,
      many: (number) => isolated`تم تخطي ${number} صفًا ليس فيها عنوان بريد إلكتروني: ${rows}`,
      other: (number) => isolated`تم تخطي ${number} صف ليس فيها عنوان بريد إلكتروني: ${rows}`,
    }),
  unknownRoles: (names) => isolated`هذه الأدوار غير موجودة: ${names}`,
  fileProblems: {
    unreadable: 'تعذّرت قراءة الملف. يُرجى اختياره مرة أخرى.',
    'no-addresses': 'لم يتم العثور على عناوين بريد إلكتروني. يجب أن يحتوي الملف على عمود لها.',
    workbook: 'هذا مصنّف Excel. يُرجى حفظه بتنسيق CSV ثم اختيار ذلك الملف.',
  },
  roles: 'الأدوار',
  rolesHelp: 'من دون دور، لا يُمنح إلا الوصول الافتراضي.',
  rolesAbove,
  connection: 'طريقة تسجيل الدخول',
  anyConnection: 'أي طريقة (حسب اختيار المدعو)',
  noConnection:
    'لا يمكنك دعوة أشخاص: لا توجد في مؤسستك طريقة تسجيل دخول تدعم الدعوات. يُرجى التواصل مع فريق الدعم.',
  expiry: 'تنتهي بعد',
  days,
  hours: (count) =>
    plural(count, {
      zero: '# ساعة',
      one: 'ساعة واحدة',
      two: 'ساعتين',
      few: '# ساعات',
      many: '# ساعة',
      other: '# ساعة',
    }),
  language: 'لغة الرسالة',
  anyLanguage: 'اللغة الافتراضية',
  check: 'التحقّق من دون إرسال',
  checking: 'جارٍ التحقّق…',
  send: (count) =>
    count === 0
      ? 'دعوة'
      : plural(count, {
          zero: 'دعوة # شخص',
          one: 'دعوة شخص واحد',
          two: 'دعوة شخصين',
          few: 'دعوة # أشخاص',
          many: 'دعوة # شخصًا',
          other: 'دعوة # شخص',
        }),
  sending: (done, of) => `جارٍ الإرسال: ${formatted(done)} من ${formatted(of)}…`,
  invited: (count) =>
    plural(count, {
      zero: 'لم تُرسل أي دعوة.',
      one: 'تم إرسال دعوة واحدة.',
      two: 'تم إرسال دعوتين.',
      few: 'تم إرسال # دعوات.',
      many: 'تم إرسال # دعوة.',
      other: 'تم إرسال # دعوة.',
    }),
  ready: (count) => `الدعوة ممكنة إلى ${addresses(count)}.`,
  refused: (count) => `تعذّرت الدعوة إلى ${addresses(count)}. الأسباب مذكورة أعلاه.`,
  enterOne: 'يُرجى إدخال عنوان بريد إلكتروني واحد على الأقل.',
  cancel,
  close: 'تم',
  loading: 'جارٍ التحميل…',
  wait: continueIn,
  refusals: {
    'address-invalid': () => 'عنوان البريد الإلكتروني غير صالح.',
    'address-invisible': () => 'فيه حرف غير مرئي. يُرجى كتابته مرة أخرى.',
    'address-look-alike': () => 'فيه أحرف تشبه غيرها في الشكل فقط. يُرجى كتابته مرة أخرى.',
    'address-twice': () => 'مذكور مرتين.',
    'already-member': () => 'عضو من قبل.',
    'already-invited': () => 'أُرسلت إليه دعوة من قبل.',
    'signs-in-elsewhere': (connection) =>
      connection
        ? isolated`تسجيل الدخول عبر ${connection}. يُرجى اختيار هذه الطريقة أو سؤال فريق تقنية المعلومات.`
        : 'يستخدم طريقة أخرى لتسجيل الدخول.',
    'connection-not-invitable': () => 'طريقة تسجيل الدخول هذه لا تدعم الدعوات.',
    'role-not-assignable': () => 'لا يمكنك منح أحد هذه الأدوار.',
    'rate-limited': () => 'لم تُرسل: عدد الدعوات كبير جدًا. يُرجى إعادة المحاولة بعد بضع دقائق.',
    'not-sent': () => 'تعذّر الإرسال. يُرجى إعادة المحاولة.',
    'outcome-unknown': () => 'لا نعرف ما إذا كانت قد أُرسلت. لمعرفة ذلك، يُرجى إعادة المحاولة بعد دقيقة.',
  },
};
