/**
 * Formatters and texts that several parts share, in Hebrew. Readers are addressed without gender: with “יש”, “אפשר”,
 * infinitives, and verbal nouns.
 */
import { createFormatter } from '../formatter.js';
import { endingWithId, isolated } from '../isolated.js';

export const { plural, formatted } = createFormatter('he');

export const quoted = (text: string) => `״${text}״`;

export const seconds = (count: number) =>
  plural(count, { one: 'שנייה אחת', two: 'שתי שניות', other: '# שניות' });
export const days = (count: number) => plural(count, { one: 'יום אחד', two: 'יומיים', other: '# ימים' });
export const members = (count: number) =>
  plural(count, { one: 'חבר אחד', two: 'שני חברים', other: '# חברים' });
export const addresses = (count: number) =>
  plural(count, { one: 'כתובת אחת', two: 'שתי כתובות', other: '# כתובות' });

export const withColon = (text: string) => isolated`${text}:`;
export const labeled = (label: string, text: string) => isolated`${label}: ${text}`;
export const justNow = 'ממש עכשיו';
export const cancel = 'ביטול';
export const close = 'סגירה';
export const retry = 'ניסיון נוסף';
export const signIn = 'כניסה';
export const signedOut = 'יצאת מהחשבון';
export const requestId = (id: string) => endingWithId('מזהה בקשה:', id);

export const sessionExpired = 'תוקף החיבור פג. כדי להמשיך, יש להיכנס שוב.';
export const checkFields = 'יש לבדוק את השדות המסומנים.';
export const outdatedPage = 'הדף הזה אינו מעודכן. יש לטעון אותו מחדש. אם הבעיה נמשכת, יש לפנות לתמיכה.';
export const tryLater = 'משהו השתבש. אפשר לנסות שוב בעוד כמה דקות.';
export const outcomeUnknown = 'לא ידוע אם האימייל נשלח. לפני שליחה נוספת, כדאי לבדוק עם הנמען.';
export const unreachable = 'אין גישה לשרת. יש לבדוק את החיבור לאינטרנט ולנסות שוב.';
export const offline = 'אין חיבור לאינטרנט.';
export const notSignedIn = 'לא נכנסת לחשבון.';
export const accountBlocked = 'החשבון שלך חסום. יש לפנות לאדמין בארגון.';
export const noOrganizationTitle = 'לא נכנסת לאף ארגון';
export const signInFailedTitle = 'הכניסה לא הצליחה';
export const otherAccount = 'שימוש בחשבון אחר';
export const chooseOrganization = 'בחירת ארגון';
export const signInDenied = 'אי אפשר להיכנס לכאן עם החשבון הזה. יש להשתמש בחשבון אחר או לפנות לאדמין בארגון.';
export const tooManyRequests = 'יותר מדי בקשות.';
export const signInFailed = 'הכניסה לא הצליחה. יש לנסות שוב או לפנות לאדמין בארגון.';
export const partMissing = 'חלק מהדף לא נטען.';
export const sections = 'בדף הזה';
export const cantRightNow = 'אי אפשר לעשות את זה כרגע.';
export const enterReason = 'יש להזין סיבה.';
export const reasonHelp = 'נשמר ביומן הפעילות.';
export const signInToContinue = 'כניסה כדי להמשיך';
export const signInAgain = 'כדי להמשיך, יש להיכנס שוב.';
export const notAvailable = 'האפשרות הזו לא זמינה בארגון שלך.';
export const sessionsNotAvailable = 'רשימת החיבורים לא זמינה בארגון שלך.';
export const continueIn = (left: number) => `אפשר להמשיך בעוד ${seconds(left)}.`;
export const typeToConfirm = (phrase: string) => isolated`לאישור, יש להקליד ${quoted(phrase)}`;
export const typeExactly = (phrase: string) => isolated`כדי להמשיך, יש להקליד ${quoted(phrase)}.`;
export const reference = (id: string) => endingWithId('אסמכתה:', id);
export const downloadReceipt = 'הורדת אישור הביצוע';
export const working = 'מתבצע…';
export const undo = 'ביטול הפעולה';
export const openApps = (until: string | null) =>
  until === null
    ? 'ייתכן שאפליקציות פתוחות ימשיכו לפעול עוד זמן מה.'
    : isolated`ייתכן שאפליקציות פתוחות ימשיכו לפעול עד ${until}.`;
export const rolesAbove = 'תפקידים עם הרשאות שאין לך לא מופיעים ברשימה.';
export const lastAdmin = 'הארגון שלך יישאר בלי אדמין. קודם צריך למנות מישהו אחר לאדמין.';
export const sharedUser = 'החשבון שייך ליותר מארגון אחד, והפעולה תשפיע על כולם.';
export const borrowedSession = 'נכנסת בשם אדם אחר. כדי לעשות את זה, יש להיכנס עם החשבון שלך.';
export const blockedReset = 'החשבון חסום, ואיפוס הסיסמה יסיר את החסימה. קודם יש להסיר את החסימה.';
