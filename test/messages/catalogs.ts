import { account } from '../../src/messages/en/account.js';
import { activity } from '../../src/messages/en/activity.js';
import { bulk } from '../../src/messages/en/bulk.js';
import { loadedMessages, loadMessages } from '../../src/messages/catalog.js';
import type { Catalog, CatalogPart } from '../../src/messages/types.js';
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

const catalogParts = Object.keys(english) as readonly CatalogPart[];

/** Every part of the catalog for a tag, such as `de`. */
export async function loadCatalog(tag: string): Promise<Catalog> {
  await Promise.all(catalogParts.map((part) => loadMessages(part, tag)));
  const parts = catalogParts.map((part) => [part, loadedMessages(part, tag) ?? english[part]] as const);
  return Object.fromEntries(parts) as unknown as Catalog;
}
