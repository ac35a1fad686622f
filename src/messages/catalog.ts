/** The catalogs by locale: English is built in, every other locale is loaded part by part. */
import type { AccountMessages } from './en/account.js';
import type { ActivityMessages } from './en/activity.js';
import type { BulkMessages } from './en/bulk.js';
import type { DialogMessages } from './en/dialogs.js';
import type { EditingMessages } from './en/editing.js';
import type { InvitationsMessages } from './en/invitations.js';
import type { InviteMessages } from './en/invite.js';
import type { MemberMessages } from './en/member.js';
import type { MembersMessages } from './en/members.js';
import type { ProfileMessages } from './en/profile.js';

/** The messages of one language, by the part of an element that shows them. */
export interface Catalog {
  readonly profile: ProfileMessages;
  readonly editing: EditingMessages;
  readonly account: AccountMessages;
  readonly members: MembersMessages;
  readonly member: MemberMessages;
  readonly dialogs: DialogMessages;
  readonly bulk: BulkMessages;
  readonly invitations: InvitationsMessages;
  readonly invite: InviteMessages;
  readonly activity: ActivityMessages;
}
export type CatalogPart = keyof Catalog;

/** A locale: how each part of its catalog is loaded. A part that is missing doesn't compile. */
export type Locale = { readonly [Part in CatalogPart]: () => Promise<Catalog[Part]> };

/** By BCP 47 tag, lower case. English isn't here: it comes with the code that shows it. */
const locales: Readonly<Record<string, () => Promise<Locale>>> = {
  de: async () => (await import('./de/locale.js')).locale,
};

/** The locale tags that have a catalog. */
export const localeTags: readonly string[] = ['en', ...Object.keys(locales)];

/** Returns the tag of the catalog for a language: the exact tag, its primary language, or English. */
export function catalogTag(language: string): string {
  const tag = language.toLowerCase();
  return [tag, tag.split('-')[0] ?? ''].find((each) => Object.hasOwn(locales, each)) ?? 'en';
}

/**
 * Loads the messages of one part in a language.
 * @param english - The built-in messages: returned for English, for a language without a catalog, and if loading fails.
 * @example const messages = await loadMessages('account', 'de-AT', account);
 */
export async function loadMessages<Part extends CatalogPart>(
  part: Part,
  language: string,
  english: Catalog[Part],
): Promise<Catalog[Part]> {
  const load = locales[catalogTag(language)];
  try {
    return load ? await (await load())[part]() : english;
  } catch {
    // Offline, or an old page after a deployment: English is better than nothing.
    return english;
  }
}
