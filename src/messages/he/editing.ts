/** Editing a profile, in Hebrew. */
import type { Violation } from '../../policy/check-value.js';
import type { FieldKind } from '../../policy/vocabulary.js';
import type { EditingMessages } from '../en/editing.js';
import { isolated } from '../isolated.js';
import { cancel, enterReason, plural, quoted } from './common.js';

const invalid = 'הערך הזה לא תקין.';
const unprintable = 'יש להסיר את התווים שאי אפשר להציג.';

const formats: Partial<Record<FieldKind, string>> = {
  text: unprintable,
  multiline: unprintable,
  list: unprintable,
  email: isolated`יש להזין כתובת אימייל, למשל ${'name@example.com'}.`,
  phone: isolated`יש להזין מספר טלפון עם קידומת מדינה, למשל ${'+972501234567'}.`,
  username: isolated`יש להשתמש רק באותיות, בספרות ובסימנים ${'. _ - +'}. אי אפשר להזין כתובת אימייל או מספר טלפון.`,
  url: isolated`יש להזין כתובת אינטרנט, למשל ${'https://example.com'}.`,
  picture: isolated`יש להזין כתובת של תמונה שמתחילה כך: ${'https://'}`,
  date: 'יש להזין תאריך מלא.',
  number: 'יש להזין מספר.',
};

const characters = (limit: Violation['limit']) =>
  plural(Number(limit), { one: 'תו אחד', two: 'שני תווים', other: '# תווים' });

const items = (limit: Violation['limit']) =>
  plural(Number(limit), { one: 'פריט אחד', two: 'שני פריטים', other: '# פריטים' });

export const editing: EditingMessages = {
  auditReason: 'הסיבה לשינוי הזה',
  signInAndSave: 'כניסה ושמירה',
  unsavedField: 'לא נשמר',
  notSavedYet: 'עדיין לא נשמר. יש לבדוק את השינויים ולשמור.',
  saved: 'השינויים נשמרו.',
  partlySaved: (fields) => isolated`נשמר: ${fields}. השינויים האחרים שלך לא נשמרו. יש לנסות שוב.`,
  theirReasons: {
    'refreshed-at-login': (source, changer) =>
      isolated`מנוהל על ידי ${source} ומתעדכן בכל כניסה לחשבון הזה. ${changer}`,
    'sign-in-identifier': (_source, changer) => isolated`משמש לכניסה לחשבון הזה. ${changer}`,
    'invited-address': (_source, changer) => isolated`ההזמנה נשלחה לכתובת האימייל הזו. ${changer}`,
    'shared-user': (_source, changer) =>
      isolated`החשבון שייך ליותר מארגון אחד, ושינוי ישפיע על כולם. ${changer}`,
    'not-allowed': (_source, changer) =>
      isolated`הארגון שלך לא מאפשר לשנות את זה אצל אנשים אחרים. ${changer}`,
  },
  theirChangers: {
    person: 'בעלי הפרופיל יכולים לשנות את זה בעצמם.',
    inviter: 'כדי להשתמש בכתובת אחרת, יש לשלוח הזמנה חדשה.',
  },
  conflict: {
    title: (field) => isolated`${field}: הערך השתנה בזמן העריכה`,
    stored: 'הערך הנוכחי',
    mine: 'השינוי שלך',
    keepMine: 'שמירה על השינוי שלי',
    useStored: 'שימוש בערך הנוכחי',
    choose: 'לפני השמירה, יש לבחור איזה ערך יישאר.',
  },
  followsNames: 'מתעדכן לפי השם הפרטי ושם המשפחה עד לשינוי ידני.',
  upload: {
    remove: 'הסרה',
    removePhoto: 'הסרת התמונה',
    choose: 'העלאת תמונה…',
    running: 'מתבצעת העלאה של התמונה',
    cancel,
    faults: {
      type: 'יש לבחור תמונה בפורמט PNG, JPEG, WebP, GIF או AVIF.',
      size: isolated`יש לבחור תמונה בגודל של עד ${'5 MB'}.`,
      host: 'התמונה לא הועלתה. יש לנסות שוב.',
    },
  },
  consequences: {
    own: {
      'changes-sign-in': (field) => isolated`${field}: מעכשיו הכניסה שלך תהיה עם הערך החדש.`,
      'verification-mail': (_field, value) =>
        isolated`נשלח אימייל אימות אל ${value}. כדי לאמת את הכתובת, יש להשתמש בקישור שבו.`,
      'ends-sessions': () => 'החשבון שלך ינותק מכל מקום אחר, וייתכן שגם כאן יהיה צריך להיכנס שוב.',
    },
    theirs: {
      'changes-sign-in': (field) => isolated`${field}: מעכשיו הכניסה לחשבון תהיה עם הערך החדש.`,
      'verification-mail': (_field, value) => isolated`נשלח אימייל אימות אל ${value}.`,
      'ends-sessions': () => 'החשבון ינותק מכל מקום.',
    },
    signInFirst: 'קודם יש להיכנס שוב. השינויים יישמרו אחרי החזרה לכאן.',
  },
  lostDraft: {
    expired: 'השינויים שלך לא נשמרו כי הכניסה נמשכה יותר מדי זמן. יש להזין אותם שוב.',
    'other-account': 'השינויים שלך לא נשמרו כי הכניסה הייתה לחשבון אחר או לארגון אחר.',
  },
  displaced: 'השדה הזה כבר לא ניתן לעריכה, ולכן השינוי שלך לא נשמר:',
  dismiss: 'הסתרה',
  inItem: (item, text) => isolated`${quoted(item)}: ${text}`,
  violations: {
    required: () => 'השדה הזה הוא שדה חובה.',
    'not-removable': () => 'אפשר לשנות את השדה הזה, אבל אי אפשר לרוקן אותו.',
    type: (_limit, kind) => formats[kind] ?? invalid,
    'too-short': (limit) => `האורך המינימלי הוא ${characters(limit)}.`,
    'too-long': (limit) => `האורך המקסימלי הוא ${characters(limit)}.`,
    'too-small': (limit, kind) =>
      kind === 'date'
        ? isolated`יש לבחור את ${String(limit)} או תאריך מאוחר יותר.`
        : isolated`יש להזין ${String(limit)} או יותר.`,
    'too-large': (limit, kind) =>
      kind === 'date'
        ? isolated`יש לבחור את ${String(limit)} או תאריך מוקדם יותר.`
        : isolated`יש להזין ${String(limit)} או פחות.`,
    format: (_limit, kind) => formats[kind] ?? invalid,
    pattern: () => 'יש להשתמש בפורמט שמתואר למטה.',
    prohibited: (character) => isolated`יש להסיר את התו הזה: ${String(character)}`,
    invisible: (text) => isolated`יש למחוק את התו הבלתי נראה אחרי ${quoted(String(text))} או להקליד שוב.`,
    'look-alike': (_limit, kind) =>
      kind === 'email'
        ? 'חלק מהאותיות בכתובת הזו רק נראות דומות לאותיות אחרות. יש להקליד אותה שוב.'
        : 'יש להשתמש באותיות מאלפבית אחד בלבד.',
    'no-country-code': () => isolated`יש להוסיף קידומת מדינה, למשל ${'+972501234567'}.`,
    'unknown-country-code': () => 'אין מדינה עם הקידומת הזו. יש לבדוק את הספרות שאחרי סימן הפלוס.',
    extension: () => 'יש להזין את המספר בלי השלוחה.',
    'two-numbers': () => 'יש להזין רק מספר טלפון אחד.',
    'number-length': () => 'במספר הזה יש יותר מדי או פחות מדי ספרות. יש לבדוק אותו.',
    choice: () => 'יש לבחור מהרשימה.',
    'too-many': (limit) => `אפשר להזין עד ${items(limit)}.`,
  },
  saveProblems: {
    step_up_required: 'כדי לשמור את השינוי הזה, יש להיכנס שוב.',
    body_too_large: 'הטקסט ארוך מדי לשמירה. יש לקצר את השדה הארוך ביותר.',
    profile_changed: 'הפרופיל הזה השתנה בזמן העריכה.',
    reason_required: enterReason,
  },
  refusals: {
    field_unknown: 'השדה הזה כבר לא זמין.',
    field_locked: 'השדה הזה כבר לא ניתן לעריכה.',
    value_invalid: invalid,
    step_up_required: 'כדי לשנות את זה, יש להיכנס שוב.',
    value_in_use: 'הערך הזה כבר בשימוש. יש לנסות ערך אחר.',
    value_refused: 'הערך הזה לא התקבל. יש לנסות ערך אחר.',
    profile_too_large: 'אין מספיק מקום בפרופיל לטקסט הזה. יש לקצר אותו.',
  },
};
