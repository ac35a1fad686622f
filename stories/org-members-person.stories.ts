import type { Meta } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import { MemberHarness } from '../test/harness/member-panel.js';
import { ada, hal, panelMeta, people, peopleIn, type PanelArgs, type PanelStory } from './panel.js';
import { maskedPolicy, reasonPolicy } from './policies.js';

const meta: Meta<PanelArgs> = { ...panelMeta, title: 'org-members/One person' };
export default meta;

/** The page beside the list, once everything on it has been read. */
async function personIn(canvas: HTMLElement) {
  const panel = await peopleIn(canvas);
  const person = new MemberHarness(panel.element);
  await person.loaded();
  await person.until(() => !/Reading|Loading/.test(person.text));
  return person;
}

/** Everything an admin sees of somebody, and can do. */
export const DatabaseUser: PanelStory = {
  args: { ...ada, member: people.mia },
  play: async ({ canvasElement }) => {
    const person = await personIn(canvasElement);
    await expect(person.heading).toBe('Mia Okafor');
    await expect(person.section('Roles')).toContain('Member');
    await expect(person.section('Sign-in security')).toContain('Authenticator app');
    await expect(person.offered).toEqual(expect.arrayContaining(['Block…', 'Delete account…']));
    await expect(person.editor.isEditable('jobTitle')).toBe(true);
  },
};

/** Comes through a company's identity provider: what that manages is locked, and blocking is recommended over deleting. */
export const EnterpriseUser: PanelStory = {
  args: {
    email: 'gus@globex.example',
    organization: 'globex',
    member: 'samlp|globex-saml|grace@globex.example',
  },
  play: async ({ canvasElement }) => {
    const person = await personIn(canvasElement);
    await expect(person.editor.lockReason('name')).toContain('Managed by Globex SSO');
    await expect(person.offered).not.toContain('Send password reset…');
  },
};

export const SocialUser: PanelStory = {
  args: {
    email: 'ivy@initech.example',
    organization: 'initech',
    member: 'google-oauth2|100000000000000000002',
  },
  play: async ({ canvasElement }) => {
    const person = await personIn(canvasElement);
    await expect(person.editor.lockReason('email')).toContain('Managed by Google');
  },
};

/** Belongs to another organization too: what would reach that is locked, and removing is offered instead. */
export const SharedUser: PanelStory = {
  args: { ...ada, member: people.sam },
  play: async ({ canvasElement }) => {
    const person = await personIn(canvasElement);
    await expect(person.section('Organizations')).toContain('1 other');
    await expect(Object.values(person.locked).join()).toContain('They use other organizations too');
    await expect(person.offered).toContain('Remove from the organization…');
  },
};

export const BlockedUser: PanelStory = {
  args: { ...ada, member: people.ben },
  play: async ({ canvasElement }) => {
    const person = await personIn(canvasElement);
    await expect(person.badges).toContain('Blocked');
    await expect(person.offered).toContain('Unblock…');
  },
};

/** Too many wrong passwords: something else than a block, and cleared by itself. */
export const LockedOutUser: PanelStory = {
  args: { ...ada, member: people.lio },
  play: async ({ canvasElement }) => {
    const person = await personIn(canvasElement);
    await expect(person.section('Sign-in security')).toContain('Locked out after too many wrong passwords');
    await expect(person.offered).toContain('Clear lockout…');
  },
};

/** The admin's own page: the last one who can manage people cannot take that away. */
export const Oneself: PanelStory = {
  args: { ...ada, member: people.ada },
  play: async ({ canvasElement }) => {
    const person = await personIn(canvasElement);
    await expect(person.badges).toContain('You');
  },
};

export const HelpDesk: PanelStory = {
  args: { ...hal, member: people.mia },
  play: async ({ canvasElement }) => {
    const person = await personIn(canvasElement);
    await expect(person.offered).toContain('Send password reset…');
    await expect(person.offered).not.toContain('Delete account…');
  },
};

/** Addresses and numbers are shown in part, and the whole on demand: which is noted. */
export const MaskedFields: PanelStory = {
  args: { ...hal, member: people.mia, behind: { policy: maskedPolicy } },
  play: async ({ canvasElement }) => {
    const person = await personIn(canvasElement);
    await expect(person.text).not.toContain('mia@acme.example');
    await expect(person.editor.value('email')).toContain('•••');
  },
};

/** A plan that tells nothing of sessions. */
export const SmallPlan: PanelStory = {
  args: { ...ada, member: people.mia, behind: { plan: 'essentials' } },
  play: async ({ canvasElement }) => {
    const person = await personIn(canvasElement);
    await expect(person.section('Sessions')).toContain('the sign-in service does not offer it');
  },
};

export const ReadOnly: PanelStory = {
  args: { ...ada, member: people.mia, readOnly: true },
  play: async ({ canvasElement }) => {
    const person = await personIn(canvasElement);
    await expect(person.offered).toEqual([]);
    await expect(person.editor.isEditable('jobTitle')).toBe(false);
  },
};

export const NoMemberAnyMore: PanelStory = {
  args: { ...ada, member: 'auth0|nobody' },
  play: async ({ canvasElement }) => {
    const panel = await peopleIn(canvasElement);
    await panel.until(() => panel.text.includes('not a member of your organization any more'));
  },
};

export const Dark: PanelStory = { ...DatabaseUser, args: { ...DatabaseUser.args, theme: 'dark' } };

export const RightToLeft: PanelStory = { ...DatabaseUser, args: { ...DatabaseUser.args, rightToLeft: true } };

/** In the list's place, with a way back to it. */
export const Narrow: PanelStory = {
  args: { ...DatabaseUser.args, narrow: true },
  play: async ({ canvasElement }) => {
    const person = await personIn(canvasElement);
    await expect(person.showsList).toBe(false);
    await expect(person.backLabel).toContain('Back to the list');
    await expect(person.element.scrollWidth).toBeLessThanOrEqual(320);
  },
};

/** What blocking does, and what it does not, before it is done. */
export const Blocking: PanelStory = {
  args: { ...ada, member: people.mia },
  play: async ({ canvasElement }) => {
    const person = await personIn(canvasElement);
    await person.ask('Block…');
    await expect(person.dialogTitle).toBe('Block Mia Okafor');
    await expect(person.steps.join()).toContain('Sign-in is refused from now on');
    await expect(person.focused).toBe('Cancel');
  },
};

export const BlockingDark: PanelStory = { ...Blocking, args: { ...Blocking.args, theme: 'dark' } };

export const BlockingNarrow: PanelStory = { ...Blocking, args: { ...Blocking.args, narrow: true } };

/** What has been done, what has not, and what is beyond it. */
export const BlockedJustNow: PanelStory = {
  args: { ...ada, member: people.mia },
  play: async ({ canvasElement }) => {
    const person = await personIn(canvasElement);
    await person.ask('Block…');
    await person.press('Block Mia Okafor');
    await person.until(() => person.receipt !== '');
    await expect(person.outcome).toContain('Mia Okafor is blocked');
    await expect(person.receipt).toContain('Access tokens that are already out');
  },
};

/** What cannot be undone wants the person's address typed. */
export const Deleting: PanelStory = {
  args: { ...ada, member: people.mia },
  play: async ({ canvasElement }) => {
    const person = await personIn(canvasElement);
    await person.ask('Delete account…');
    await person.typePhrase('somebody else');
    await person.press('Delete Mia Okafor');
    await expect(person.dialogText).toContain('This has to read “mia@acme.example”');
  },
};

/** An account that the identity provider would make again: blocking is better. */
export const DeletingEnterpriseUser: PanelStory = {
  args: { ...EnterpriseUser.args },
  play: async ({ canvasElement }) => {
    const person = await personIn(canvasElement);
    await person.ask('Delete account…');
    await expect(person.dialogText).toContain('Globex SSO creates the account again');
  },
};

export const ChangingRoles: PanelStory = {
  args: { ...ada, member: people.mia },
  play: async ({ canvasElement }) => {
    const person = await personIn(canvasElement);
    await person.ask('Change roles…');
    await person.tick('Help desk');
    await expect(person.compared).toEqual(['Member', 'Member and Help desk']);
  },
};

/** Somebody takes from themselves what lets them manage others. */
export const GivingUpOnesRole: PanelStory = {
  args: {
    email: 'gus@globex.example',
    organization: 'globex',
    member: 'samlp|globex-saml|gus@globex.example',
  },
  play: async ({ canvasElement }) => {
    const person = await personIn(canvasElement);
    await person.ask('Change roles…');
    await person.tick('Admin');
    await expect(person.alerts.join()).toContain('You take this away from yourself');
  },
};

/** Where the policy wants to know why. */
export const AskedForAReason: PanelStory = {
  args: { ...ada, member: people.mia, behind: { policy: reasonPolicy } },
  play: async ({ canvasElement }) => {
    const person = await personIn(canvasElement);
    await person.ask('Block…');
    await person.press('Block Mia Okafor');
    await expect(person.dialogText).toContain('Say why you do this');
  },
};

/** Somebody goes away with changes that are not saved. */
export const LeavingWithChanges: PanelStory = {
  args: { ...ada, member: people.mia },
  play: async ({ canvasElement }) => {
    const person = await personIn(canvasElement);
    await person.editor.type('jobTitle', 'Lead Engineer');
    await person.close();
    await person.until(() => person.dialog !== null);
    await expect(person.dialogTitle).toBe('Leave without saving?');
  },
};
