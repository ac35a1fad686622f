import { account } from '../../src/messages/en/account.js';
import { activity } from '../../src/messages/en/activity.js';
import { bulk } from '../../src/messages/en/bulk.js';
import type { Catalog, CatalogPart, Locale } from '../../src/messages/types.js';
import { dialogs } from '../../src/messages/en/dialogs.js';
import { editing } from '../../src/messages/en/editing.js';
import { invitations } from '../../src/messages/en/invitations.js';
import { invite } from '../../src/messages/en/invite.js';
import { member } from '../../src/messages/en/member.js';
import { members } from '../../src/messages/en/members.js';
import { profile } from '../../src/messages/en/profile.js';

export const english: Catalog = {
  profile,
  editing,
  account,
  members,
  member,
  dialogs,
  bulk,
  invitations,
  invite,
  activity,
};

/** Every part of a locale. */
export async function loadCatalog(locale: Locale): Promise<Catalog> {
  const parts = Object.keys(english) as CatalogPart[];
  const loaded = await Promise.all(parts.map(async (part) => [part, await locale[part]()] as const));
  return Object.fromEntries(loaded) as unknown as Catalog;
}
