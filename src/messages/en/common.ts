/** Formatters and texts that several parts share, in English. */
import { createFormatter } from '../formatter.js';

export const { plural, formatted } = createFormatter('en');

export const seconds = (count: number) => plural(count, { one: '# second', other: '# seconds' });
export const days = (count: number) => plural(count, { one: '# day', other: '# days' });
export const members = (count: number) => plural(count, { one: '# member', other: '# members' });
export const addresses = (count: number) => plural(count, { one: '# address', other: '# addresses' });

/** In front of a text about it. */
export const withColon = (text: string) => `${text}:`;
export const labeled = (label: string, text: string) => `${label}: ${text}`;
export const justNow = 'just now';
export const cancel = 'Cancel';
export const close = 'Close';
export const retry = 'Try again';
export const signIn = 'Sign in';
export const signedOut = 'You’re signed out';
export const requestId = (id: string) => `Request ID: ${id}`;

export const sessionExpired = 'Your session expired. Sign in again to continue.';
export const checkFields = 'Check the highlighted fields.';
export const outdatedPage = 'This page is out of date. Reload it. If the problem continues, contact support.';
export const tryLater = 'Something went wrong. Try again in a few minutes.';
/** The only outcome that the proxy can't find out. */
export const outcomeUnknown =
  'We don’t know whether the email was sent. Check with the recipient before you send another.';
export const unreachable = 'Couldn’t reach the server. Check your connection and try again.';
export const offline = 'You’re offline.';
export const notSignedIn = 'You’re not signed in.';
export const accountBlocked = 'Your account is blocked. Contact an admin of your organization.';
export const noOrganizationTitle = 'You’re not signed in to an organization';
export const signInFailedTitle = 'Couldn’t sign you in';
export const otherAccount = 'Use a different account';
export const chooseOrganization = 'Choose an organization';
export const signInDenied =
  'You can’t sign in here with this account. Use a different account, or contact an admin of your organization.';
export const tooManyRequests = 'Too many requests.';
export const signInFailed = 'Couldn’t sign you in. Try again, or contact an admin of your organization.';
export const partMissing = 'Couldn’t load part of this page.';
/** Label of the list of a page’s sections. */
export const sections = 'On this page';
export const cantRightNow = 'You can’t do this right now.';
export const enterReason = 'Enter a reason.';
export const reasonHelp = 'Saved in the activity log.';
export const signInToContinue = 'Sign in to continue';
export const signInAgain = 'Sign in again to continue.';
export const notAvailable = 'This isn’t available for your organization.';
export const sessionsNotAvailable = 'The session list isn’t available for your organization.';
export const continueIn = (left: number) => `You can continue in ${seconds(left)}.`;
export const typeToConfirm = (phrase: string) => `Type “${phrase}” to confirm`;
export const typeExactly = (phrase: string) => `Type “${phrase}” to continue.`;
export const reference = (id: string) => `Reference: ${id}`;
export const downloadReceipt = 'Download receipt';
export const working = 'Working…';
export const undo = 'Undo';
export const openApps = (until: string | null) =>
  until === null
    ? 'Apps that are already open may keep working for a while.'
    : `Apps that are already open may keep working until ${until}.`;
export const rolesAbove = 'Roles with permissions you don’t have aren’t listed.';
export const lastAdmin =
  'Your organization would be left without an admin. Make someone else an admin first.';
export const sharedUser = 'They belong to more than one organization, and this would affect all of them.';
export const borrowedSession = 'You’re signed in on someone else’s behalf. Sign in as yourself to do this.';
export const blockedReset =
  'They’re blocked, and resetting the password would unblock them. Unblock them first.';
