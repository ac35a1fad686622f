/** Labels of the default policy, in Hebrew. */
import type { DefaultLabels } from './en.js';

export const he: DefaultLabels = {
  groups: {
    identity: 'פרטים אישיים',
    contact: 'פרטי קשר וכניסה',
    work: 'עבודה',
  },
  fields: {
    givenName: 'שם פרטי',
    familyName: 'שם משפחה',
    name: 'שם מלא',
    nickname: 'כינוי',
    picture: 'תמונה',
    email: 'אימייל',
    phoneNumber: 'מספר טלפון',
    username: 'שם משתמש',
    jobTitle: 'תפקיד בעבודה',
    deskPhone: 'טלפון בעבודה',
    timeZone: 'אזור זמן',
    language: 'שפה',
  },
  help: {
    picture: 'כתובת של תמונה שמתחילה כך: \u2066https://\u2069',
    language: 'לאפליקציה ולאימיילים שנשלחים אליך',
  },
};
