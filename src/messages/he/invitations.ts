/** The list of invitations, in Hebrew. */
import type { InvitationsMessages } from '../en/invitations.js';
import { isolated } from '../isolated.js';
import { justNow } from './common.js';

export const invitations: InvitationsMessages = {
  justNow,
  title: 'הזמנות',
  loading: 'ההזמנות נטענות',
  none: 'אין הזמנות.',
  more: 'טעינת הזמנות נוספות',
  invite: 'הזמנת אנשים',
  columns: {
    email: 'אימייל',
    roles: 'תפקידים',
    connection: 'שיטת כניסה',
    inviter: 'נשלחה על ידי',
    state: 'סטטוס',
    actions: 'פעולות',
  },
  noRoles: 'ללא',
  anyConnection: 'כל שיטה',
  sent: (when) => isolated`נשלחה: ${when}`,
  expires: (when) => isolated`התוקף יפוג: ${when}`,
  expired: (when) => isolated`התוקף פג: ${when}`,
  resend: 'שליחה מחדש',
  resendTo: (email) => isolated`שליחה מחדש של ההזמנה אל ${email}`,
  resent: 'ההזמנה נשלחה מחדש. הקישור הקודם כבר לא פועל.',
  resentOldWorks: 'ההזמנה נשלחה מחדש. הקישור הקודם ימשיך לפעול עד שתוקפו יפוג.',
  resending: 'נשלחת…',
  moreActionsFor: (email) => isolated`פעולות נוספות עבור ההזמנה אל ${email}`,
  revoke: 'ביטול ההזמנה…',
  copy: 'העתקת הקישור',
  copied: 'הקישור הועתק. יש להעביר אותו רק למי שהוזמן.',
  copyFailed: 'הקישור לא הועתק. כדאי לבדוק את ההרשאות בדפדפן.',
  revokeDialog: {
    title: (email) => isolated`לבטל את ההזמנה אל ${email}?`,
    text: 'הקישור שבאימייל יפסיק לפעול. אפשר יהיה לשלוח הזמנה חדשה בהמשך.',
    confirm: 'ביטול ההזמנה',
    running: 'ההזמנה מתבטלת…',
  },
  // “ביטול” alone would read as the button beside it.
  cancel: 'חזרה',
  states: {
    pending: 'ממתינה',
    expired: 'פג תוקף',
    accepted: 'התקבלה',
    revoked: 'בוטלה',
    replaced: 'הוחלפה',
    gone: 'כבר לא פתוחה',
  },
  stateNotes: {
    expired: 'תוקף הקישור הזה פג. אפשר לשלוח את ההזמנה מחדש.',
    replaced: 'נשלחה לכתובת הזו הזמנה חדשה יותר.',
    gone: 'ההזמנה מומשה או בוטלה מחוץ לדף הזה. אם עדיין נדרשת גישה, אפשר לשלוח הזמנה חדשה.',
  },
};
