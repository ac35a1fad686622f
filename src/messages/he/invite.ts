/** The dialog that invites people, in Hebrew. */
import type { InviteMessages } from '../en/invite.js';
import { isolated } from '../isolated.js';
import { addresses, cancel, continueIn, days, plural, quoted, rolesAbove, formatted } from './common.js';

export const invite: InviteMessages = {
  title: (organization) => isolated`הזמנת אנשים אל ${organization}`,
  addresses: 'כתובות אימייל',
  addressesHelp: 'בין הכתובות אפשר להקליד פסיקים, רווחים או שורות חדשות.',
  entered: (count) =>
    plural(count, { one: 'הוזנה כתובת אחת', two: 'הוזנו שתי כתובות', other: 'הוזנו # כתובות' }),
  remove: (email) => isolated`הסרת ${email}`,
  edit: (email) => isolated`עריכת ${email}`,
  file: 'או העלאת קובץ CSV או TSV',
  fileHelp:
    'מגיליון אלקטרוני או מספריית משתמשים, עם עמודה של כתובות אימייל, ואם רוצים גם עמודה של תפקידים. אפשר לבדוק הכול לפני השליחה.',
  fileRead: (count) =>
    plural(count, {
      one: 'נמצא אדם אחד בקובץ.',
      two: 'נמצאו שני אנשים בקובץ.',
      other: 'נמצאו # אנשים בקובץ.',
    }),
  emailsFrom: (heading) => isolated`כתובות האימייל הן מהעמודה ${quoted(heading)}.`,
  rolesFrom: (heading) => isolated`התפקידים הם מהעמודה ${quoted(heading)}.`,
  noRoleColumn: 'אין בקובץ עמודה של תפקידים.',
  skipped: (count, rows) =>
    plural(count, {
      one: () => isolated`דילוג על שורה אחת בלי כתובת אימייל: ${rows}`,
      two: () => isolated`דילוג על שתי שורות בלי כתובת אימייל: ${rows}`,
      other: (number) => isolated`דילוג על ${number} שורות בלי כתובת אימייל: ${rows}`,
    }),
  unknownRoles: (names) => isolated`התפקידים האלה לא קיימים: ${names}`,
  fileProblems: {
    unreadable: 'אי אפשר לקרוא את הקובץ. יש לבחור אותו שוב.',
    'no-addresses': 'לא נמצאו כתובות אימייל. בקובץ צריכה להיות עמודה של כתובות אימייל.',
    workbook: 'זו חוברת עבודה של Excel. יש לשמור אותה כ-CSV ולבחור את הקובץ הזה.',
  },
  roles: 'תפקידים',
  rolesHelp: 'בלי תפקיד, תהיה רק גישת ברירת המחדל.',
  rolesAbove,
  connection: 'שיטת כניסה',
  anyConnection: 'כל שיטה (לפי בחירת המוזמנים)',
  noConnection: 'אי אפשר להזמין אנשים: אף שיטת כניסה בארגון שלך לא תומכת בהזמנות. יש לפנות לתמיכה.',
  expiry: 'התוקף יפוג אחרי',
  days,
  hours: (count) => plural(count, { one: 'שעה אחת', two: 'שעתיים', other: '# שעות' }),
  language: 'שפת האימייל',
  anyLanguage: 'ברירת מחדל',
  check: 'בדיקה בלי שליחה',
  checking: 'מתבצעת בדיקה…',
  send: (count) =>
    count === 0
      ? 'הזמנה'
      : plural(count, { one: 'הזמנת אדם אחד', two: 'הזמנת שני אנשים', other: 'הזמנת # אנשים' }),
  sending: (done, of) => `מתבצעת שליחה: ${formatted(done)} מתוך ${formatted(of)}…`,
  invited: (count) =>
    plural(count, { one: 'נשלחה הזמנה אחת.', two: 'נשלחו שתי הזמנות.', other: 'נשלחו # הזמנות.' }),
  ready: (count) => `מוכנות להזמנה: ${addresses(count)}.`,
  refused: (count) =>
    plural(count, {
      one: 'אי אפשר להזמין כתובת אחת. הסיבה מופיעה למעלה.',
      two: 'אי אפשר להזמין שתי כתובות. הסיבות מופיעות למעלה.',
      other: 'אי אפשר להזמין # כתובות. הסיבות מופיעות למעלה.',
    }),
  enterOne: 'יש להזין כתובת אימייל אחת לפחות.',
  cancel,
  close: 'סיום',
  loading: 'מתבצעת טעינה…',
  wait: continueIn,
  refusals: {
    'address-invalid': () => 'כתובת האימייל לא תקינה.',
    'address-invisible': () => 'יש בה תו בלתי נראה. יש להקליד אותה שוב.',
    'address-look-alike': () => 'חלק מהאותיות בה רק נראות דומות לאותיות אחרות. יש להקליד אותה שוב.',
    'address-twice': () => 'מופיעה פעמיים.',
    'already-member': () => 'כבר בארגון.',
    'already-invited': () => 'כבר נשלחה הזמנה.',
    'signs-in-elsewhere': (connection) =>
      connection
        ? isolated`הכניסה היא באמצעות ${connection}. יש לבחור בשיטת הכניסה הזו או לפנות לצוות ה-IT.`
        : 'בשימוש עם שיטת כניסה אחרת.',
    'connection-not-invitable': () => 'שיטת הכניסה הזו לא תומכת בהזמנות.',
    'role-not-assignable': () => 'אין לך אפשרות להקצות אחד מהתפקידים האלה.',
    'rate-limited': () => 'לא נשלחה: יותר מדי הזמנות. אפשר לנסות שוב בעוד כמה דקות.',
    'not-sent': () => 'השליחה לא הצליחה. יש לנסות שוב.',
    'outcome-unknown': () => 'לא ידוע אם ההזמנה נשלחה. כדי לברר, אפשר לנסות שוב בעוד דקה.',
  },
};
