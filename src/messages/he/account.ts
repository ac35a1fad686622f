/** The account section: password, sessions, export and deletion, in Hebrew. */
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
  again: (left) => `אפשר לבקש אימייל נוסף בעוד ${seconds(left)}.`,
  cancel,
  locked: cantRightNow,
  missing: partMissing,
  verify: {
    text: (email) => isolated`הכתובת ${email} עדיין לא אומתה. יש להשתמש בקישור שבאימייל ששלחנו.`,
    textFor: (email) => isolated`הכתובת ${email} עדיין לא אומתה. האימות נעשה דרך הקישור שבאימייל ששלחנו.`,
    action: 'שליחה חוזרת של אימייל האימות',
    sent: (email) => isolated`שלחנו אימייל אל ${email}.`,
  },
  password: {
    title: 'סיסמה',
    text: (organization, email) =>
      isolated`נשלח קישור לאיפוס מטעם ${organization} אל ${email}. הסיסמה שלך לא תשתנה עד השימוש בקישור.`,
    textFor: (name, email) =>
      isolated`נשלח אל ${name} קישור לאיפוס לכתובת ${email}. הסיסמה לא תשתנה עד השימוש בקישור.`,
    action: 'שליחת קישור לאיפוס',
    sent: (email) => isolated`אם הכתובת ${email} יכולה לקבל אימייל, הקישור יגיע בתוך כמה דקות.`,
  },
  sessions: {
    title: 'איפה החשבון שלך מחובר',
    titleFor: 'איפה החשבון מחובר',
    text: 'דפדפנים שמחוברים לחשבון שלך, בכל ארגון.',
    textFor: 'דפדפנים שמחוברים לחשבון, בכל ארגון.',
    loading: 'החיבורים נטענים',
    unavailable: sessionsNotAvailable,
    none: 'החשבון שלך לא מחובר בשום מקום אחר.',
    noneFor: 'אין חיבורים פעילים.',
    current: 'הדפדפן הזה',
    unknown: 'דפדפן לא מוכר',
    lastUsed: (when) => isolated`פעילות אחרונה: ${when}`,
    end: 'ניתוק',
    endOf: (browser) => isolated`ניתוק החיבור של ${browser}`,
    endOthers: 'ניתוק מכל מקום אחר',
    endAll: 'ניתוק מכל מקום',
    ended: 'החיבור נותק.',
    endedOthers: 'החשבון נותק מכל מקום אחר.',
    endedAll: 'החשבון נותק מכל מקום.',
  },
  export: {
    title: 'הנתונים שלך',
    text: 'אפשר להוריד עותק של נתוני הפרופיל שלך.',
    json: 'הורדה כ-JSON',
    html: 'הורדה כדף אינטרנט',
    running: 'ההורדה בהכנה…',
    done: 'ההורדה מוכנה.',
  },
  deletion: {
    dangerZone: 'פעולות רגישות',
    notOffered: 'אי אפשר למחוק את החשבון הזה כאן.',
    title: 'מחיקת חשבון',
    text: 'מחיקה לצמיתות של החשבון שלך בכל הארגונים שלך.',
    action: 'מחיקת חשבון…',
    checking: 'בודקים מה יימחק…',
    organizations: (name, others) =>
      others === 0
        ? isolated`החברות שלך בארגון ${name} תסתיים.`
        : plural(others, {
            one: () => isolated`החברות שלך בארגון ${name} ובארגון נוסף אחד תסתיים.`,
            two: () => isolated`החברות שלך בארגון ${name} ובשני ארגונים נוספים תסתיים.`,
            other: (number) => isolated`החברות שלך בארגון ${name} וב-${number} ארגונים נוספים תסתיים.`,
          }),
    delay: (count) => `החשבון שלך יימחק בעוד ${days(count)}. עד אז אפשר לבטל את המחיקה כאן.`,
    phrase: typeToConfirm,
    word: 'מחיקה',
    confirm: 'מחיקת החשבון',
    confirming: 'נמחק…',
    mismatch: typeExactly,
    signIn: signInToContinue,
    signInText: 'כדי למחוק את החשבון, קודם יש להיכנס שוב. אחרי הכניסה הדף הזה ייפתח מחדש.',
    signInTooLate: 'החשבון שלך לא נמחק כי הכניסה נמשכה יותר מדי זמן. יש להתחיל מחדש.',
    receiptTitle: 'החשבון שלך נמחק',
    notDone: 'נתונים עליך במערכות אחרות ובגיבויים לא נמחקו.',
    tokensUntil: (when) => isolated`ייתכן שהחשבון יישאר מחובר בחלק מהאפליקציות עד ${when}.`,
    receiptId: reference,
    saveReceipt: downloadReceipt,
    leave: 'המשך',
  },
  reveal: {
    action: (field) => isolated`הצגת ${field}`,
    done: (field) => isolated`הערך המלא מוצג עכשיו: ${field}. זה נרשם ביומן הפעילות.`,
  },
  pendingDeletion: {
    title: (when) => isolated`החשבון שלך יימחק בתאריך ${when}.`,
    text: 'עד אז אפשר להמשיך להשתמש בו או לבטל את המחיקה.',
    keep: 'השארת החשבון שלי',
    keeping: 'המחיקה מתבטלת…',
  },
  problems: {
    step_up_required: `${signInAgain} אחרי הכניסה הדף הזה ייפתח מחדש.`,
    operation_locked: cantRightNow,
    outcome_unknown: 'לא ידוע אם האימייל נשלח. לפני שליחה נוספת, כדאי לבדוק את תיבת הדואר.',
    feature_unavailable: notAvailable,
    erasure_failed: 'לא הצלחנו למחוק את הנתונים שלך, ולכן שום דבר לא נמחק. אפשר לנסות שוב בעוד כמה דקות.',
  },
  reasons: {
    'recreated-at-login': (source, connectionClass) =>
      connectionClass === 'social'
        ? isolated`החשבון שלך ייווצר מחדש בכניסה הבאה שלך באמצעות ${source}. כדי לעזוב, יש לבקש מאדמין להסיר אותך.`
        : isolated`החשבון שלך ייווצר מחדש על ידי ${source} בכניסה הבאה שלך. יש לבקש מצוות ה-IT להסיר אותו שם.`,
    'last-admin': () => 'אחד הארגונים שלך יישאר בלי אדמין. קודם צריך למנות מישהו אחר לאדמין.',
    'delegated-session': () => borrowedSession,
    'shared-user': () => `${sharedUser} בעלי החשבון יכולים לעשות את זה בעצמם.`,
    blocked: () => blockedReset,
    'managed-by-connection': (source) => isolated`מנוהל על ידי ${source}. אפשר לעשות את זה שם.`,
    'not-allowed': () => 'הארגון שלך לא מאפשר את זה. אפשר לפנות לאדמין.',
  },
  theirReasons: {
    'last-admin': () => lastAdmin,
    'recreated-at-login': (source, connectionClass) =>
      connectionClass === 'social'
        ? isolated`החשבון ייווצר מחדש בכניסה הבאה באמצעות ${source}. במקום זה, אפשר לחסום אותו.`
        : isolated`החשבון ייווצר מחדש על ידי ${source} בכניסה הבאה. יש לבקש מצוות ה-IT להסיר אותו שם.`,
    'managed-by-connection': (source) => isolated`מנוהל על ידי ${source}.`,
    'not-allowed': () => 'הארגון שלך לא מאפשר את זה אצל אנשים אחרים.',
  },
  consequences: {
    'mail-to-address': 'נשלח אימייל לכתובת של החשבון.',
    'password-unchanged-until-used': 'הסיסמה לא תשתנה עד השימוש בקישור.',
    'ends-other-sessions': 'החשבון שלך ינותק מכל מקום אחר.',
    'ends-all-sessions': 'החשבון שלך ינותק מכל מקום, גם מכאן.',
    'removes-account': 'החשבון והפרופיל שלך יימחקו לצמיתות. אי אפשר לבטל את זה.',
    'removes-memberships': 'החברות שלך בכל הארגונים תסתיים.',
    'removes-linked-identities': 'גם שיטות כניסה אחרות שמקושרות לחשבון שלך יימחקו.',
    'erases-product-data': 'קודם יימחקו הנתונים שלך במוצר הזה.',
    'keeps-other-systems': 'נתונים עליך במערכות אחרות ובגיבויים לא יימחקו.',
  },
  done: {
    'product-data': 'נתוני המוצר נמחקו',
    account: 'החשבון נמחק',
    'linked-identities': 'שיטות הכניסה המקושרות נמחקו',
    memberships: 'החברות בכל הארגונים הסתיימה',
    sessions: 'החשבון נותק מכל מקום',
  },
};
