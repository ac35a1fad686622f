/** Both elements as a reader of a language sees them. */
import { expect } from '@open-wc/testing';
import type { OrgMembers } from '../../src/elements/org-members/org-members.js';
import type { ProfileEditor } from '../../src/elements/profile-editor/profile-editor.js';
import type { Catalog } from '../../src/messages/types.js';
import { World } from '../../stories/world.js';
import { InvitationsHarness } from '../harness/invitations-panel.js';
import { MemberHarness } from '../harness/member-panel.js';
import type { OrgMembersHarness } from '../harness/org-members.js';
import { english, loadCatalog } from '../messages/catalogs.js';
import { openAccount } from './account-scenes.js';
import { openPanel } from './org-members/panel.js';
import { database } from './profiles.js';
import { ProxyStub } from './stub.js';
import { openEditor } from './support.js';

const catalogs: Readonly<Record<string, Catalog>> = {
  en: english,
  ar: await loadCatalog('ar'),
  de: await loadCatalog('de'),
  ja: await loadCatalog('ja'),
};

/** The texts of a language that the scenes are opened in. */
export const catalogOf = (lang: string): Catalog => catalogs[lang] ?? expect.fail(`no catalog for ${lang}`);

/** A panel in front of the real proxy and the dev tenant, as an admin of Acme. */
export function openList(lang: string): Promise<OrgMembersHarness> {
  return openPanel({ fetch: new World().sessionOf('ada@acme.example', 'acme') }, { lang });
}

export async function openPerson(lang: string) {
  const panel = await openList(lang);
  const member = new MemberHarness(panel.element);
  await panel.clickRow('Mia Okafor');
  await member.loaded();
  return { panel, member };
}

export async function openInviteDialog(lang: string): Promise<OrgMembersHarness> {
  const panel = await openList(lang);
  const { members, invite } = catalogOf(lang);
  await panel.press(members.invite);
  await panel.until(() => panel.buttons.includes(invite.check));
  await new InvitationsHarness(panel.element).enter('new@acme.example mia@acme.example not-an-address');
  return panel;
}

type Scene = (lang: string) => Promise<OrgMembers | ProfileEditor>;

export const scenes: Readonly<Record<string, Scene>> = {
  list: async (lang) => {
    const panel = await openList(lang);
    await panel.tick('Mia Okafor');
    return panel.element;
  },
  drawer: async (lang) => (await openPerson(lang)).panel.element,
  dialog: async (lang) => {
    const { panel, member } = await openPerson(lang);
    const { operations, opensDialog } = catalogOf(lang).members;
    await member.openDialog(opensDialog(operations['member.block']));
    return panel.element;
  },
  'invite dialog': async (lang) => (await openInviteDialog(lang)).element,
  profile: async (lang) => {
    const editor = await openEditor(new ProxyStub(database), { lang });
    await editor.fill('jobTitle', 'Owner');
    return editor.element;
  },
  account: async (lang) => (await openAccount(undefined, { lang })).element,
};
