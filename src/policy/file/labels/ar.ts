/** Labels of the default policy, in Arabic. */
import type { DefaultLabels } from './en.js';

export const ar: DefaultLabels = {
  groups: {
    identity: 'المعلومات الشخصية',
    contact: 'التواصل وتسجيل الدخول',
    work: 'العمل',
  },
  fields: {
    givenName: 'الاسم الأول',
    familyName: 'اسم العائلة',
    name: 'الاسم الكامل',
    nickname: 'اسم الشهرة',
    picture: 'الصورة',
    email: 'البريد الإلكتروني',
    phoneNumber: 'رقم الهاتف',
    username: 'اسم المستخدم',
    jobTitle: 'المسمى الوظيفي',
    deskPhone: 'هاتف العمل',
    timeZone: 'المنطقة الزمنية',
    language: 'اللغة',
  },
  help: {
    picture: 'عنوان صورة في بدايته \u2066https://\u2069',
    language: 'للتطبيق وللرسائل المرسلة إليك',
  },
};
