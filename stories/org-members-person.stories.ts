import type { Meta } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import { createMemberClient } from '../src/client/members.js';
import { member as arabic } from '../src/messages/ar/member.js';
import { panelMeta, peopleIn, personIn, type PanelArgs, type PanelStory } from './panel.js';
import { ada, hal, mia, people } from './people.js';
import { maskedPolicy } from './policies.js';
import { overflow } from './scene.js';

const meta: Meta<PanelArgs> = { ...panelMeta, title: 'org-members/One person' };
export default meta;

/** Everything an admin can see about a member, and do to them. */
export const DatabaseUser: PanelStory = {
  args: { ...ada, member: people.mia },
  play: async ({ canvasElement }) => {
    const person = await personIn(canvasElement);
    await expect(person.heading).toBe('Mia Okafor');
    await expect(person.roles).toContain('Member');
    await expect(person.section('Sign-in and security')).toContain('Authenticator app');
    await expect(person.offered).toEqual(expect.arrayContaining(['Block…', 'Delete account…']));
    await expect(person.editor.isEditable('jobTitle')).toBe(false);
  },
};

/** The same profile with fields to edit. */
export const Editing: PanelStory = {
  args: { ...ada, member: people.mia },
  play: async ({ canvasElement }) => {
    const person = await personIn(canvasElement);
    await person.edit();
    await expect(person.editor.isEditable('jobTitle')).toBe(true);
  },
};

/** Signs in with SSO: the identity provider's fields are locked, and blocking is recommended over deleting. */
export const EnterpriseUser: PanelStory = {
  args: {
    email: 'gus@globex.example',
    organization: 'globex',
    member: 'samlp|globex-saml|grace@globex.example',
  },
  play: async ({ canvasElement }) => {
    const person = await personIn(canvasElement);
    await expect(person.editor.lockReason('name')).toContain('Managed by Globex SSO');
    await expect(person.offered).not.toContain('Send password reset');
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

/** Signs in with a one-time code: there is no password to reset. */
export const PasswordlessUser: PanelStory = {
  args: { email: 'hana@hooli.example', organization: 'hooli' },
  play: async ({ canvasElement }) => {
    const panel = await peopleIn(canvasElement);
    await panel.press('Hugo Lind');
    const person = await personIn(canvasElement);
    await expect(person.text).toContain('signs in with a one-time code');
    await expect(person.offered).not.toContain('Send password reset');
  },
};

/** An email address that isn't verified. */
export const UnverifiedAddress: PanelStory = {
  args: { email: 'uma@umbrella.example', organization: 'umbrella' },
  play: async ({ canvasElement }) => {
    const panel = await peopleIn(canvasElement);
    await panel.press('Umar Haddad');
    const person = await personIn(canvasElement);
    await expect(person.offered).toContain('Send verification email');
  },
};

/** The member's active sessions, and the activity about them. */
export const SessionsAndActivity: PanelStory = {
  args: {
    ...ada,
    member: people.mia,
    before: async ({ world, send }) => {
      await world.sessionOf(mia.email, mia.organization)('/orgdesk/v1/profile');
      await createMemberClient(send, people.mia).perform('member.mfa-reset', { key: 'story-methods' });
    },
  },
  play: async ({ canvasElement }) => {
    const person = await personIn(canvasElement);
    await expect(person.section('Active sessions')).toContain('127.0.0.1');
    await expect(person.section('Activity')).toContain('Two-step verification reset');
  },
};

/** Belongs to another organization too: actions that would affect it are locked, and removing is offered instead. */
export const SharedUser: PanelStory = {
  args: { ...ada, member: people.sam },
  play: async ({ canvasElement }) => {
    const person = await personIn(canvasElement);
    await expect(person.section('Organizations')).toContain('1 other');
    await expect(Object.values(person.locked).join()).toContain('They belong to more than one organization');
    await expect(person.offered).toContain('Remove from organization…');
  },
};

export const BlockedUser: PanelStory = {
  args: { ...ada, member: people.ben },
  play: async ({ canvasElement }) => {
    const person = await personIn(canvasElement);
    await expect(person.badges).toContain('Blocked');
    await expect(person.offered).toContain('Unblock');
  },
};

/** Locked out after too many wrong passwords, which isn't a block and ends on its own. */
export const LockedOutUser: PanelStory = {
  args: { ...ada, member: people.lio },
  play: async ({ canvasElement }) => {
    const person = await personIn(canvasElement);
    await expect(person.section('Sign-in and security')).toContain(
      'Locked out after too many wrong passwords',
    );
    await expect(person.offered).toContain('Unlock sign-in');
  },
};

/** The admin's own page. As the last admin, they can't block or remove themselves. */
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
    await expect(person.offered).toContain('Send password reset');
    await expect(person.offered).not.toContain('Delete account…');
  },
};

/** Masked addresses and phone numbers. Showing one in full is recorded. */
export const MaskedFields: PanelStory = {
  args: { ...hal, member: people.mia, behind: { policy: maskedPolicy } },
  play: async ({ canvasElement }) => {
    const person = await personIn(canvasElement);
    await expect(person.text).not.toContain('mia@acme.example');
    await expect(person.editor.value('email')).toContain('•••');
  },
};

/** An Auth0 plan without session management. */
export const SmallPlan: PanelStory = {
  args: { ...ada, member: people.mia, behind: { plan: 'essentials' } },
  play: async ({ canvasElement }) => {
    const person = await personIn(canvasElement);
    await expect(person.section('Active sessions')).toContain('isn’t available for your organization');
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
    await panel.until(() => panel.text.includes('no longer a member of your organization'));
  },
};

export const Dark: PanelStory = { ...DatabaseUser, args: { ...DatabaseUser.args, theme: 'dark' } };

export const RightToLeft: PanelStory = {
  args: { ...DatabaseUser.args, rightToLeft: true },
  play: async ({ canvasElement }) => {
    const person = await personIn(canvasElement);
    await expect(person.heading).toBe('Mia Okafor');
    await person.until(() =>
      person.section(arabic.security.title).includes(arabic.security.methods.totp ?? ''),
    );
    await expect(overflow()).toBe(0);
  },
};

/** The page replaces the list and has a button back to it. */
export const Narrow: PanelStory = {
  args: { ...DatabaseUser.args, narrow: true },
  play: async ({ canvasElement }) => {
    const person = await personIn(canvasElement);
    await expect(person.showsList).toBe(false);
    await expect(person.backLabel).toContain('Back to members');
    await expect(person.element.scrollWidth).toBeLessThanOrEqual(320);
  },
};

/** One member after the other, in the order of the list. The last one has no next. */
export const NextMember: PanelStory = {
  args: { ...ada, member: people.ben },
  play: async ({ canvasElement }) => {
    const person = await personIn(canvasElement);
    await expect(person.position).toBe('5 of 6');
    await person.press('Next member');
    await person.until(() => person.heading === 'Sam Sharma');
    await expect(person.position).toBe('6 of 6');
    await expect(person.isIdle('Next member')).toBe(true);
    await expect(person.focused).toBe('Next member');
  },
};

/** In place of the list, with a list of the sections. */
export const AsPage: PanelStory = {
  args: { ...ada, member: people.mia },
  play: async ({ canvasElement }) => {
    const person = await personIn(canvasElement);
    await person.press('Open as page');
    await expect(person.showsList).toBe(false);
    await expect(person.backLabel).toContain('Back to members');
  },
};

export const AsPageDark: PanelStory = { ...AsPage, args: { ...AsPage.args, theme: 'dark' } };

/** Leaving the page with unsaved changes. */
export const LeavingWithChanges: PanelStory = {
  args: { ...ada, member: people.mia },
  play: async ({ canvasElement }) => {
    const person = await personIn(canvasElement);
    await person.edit();
    await person.editor.type('jobTitle', 'Lead Engineer');
    await person.close();
    await person.until(() => person.dialog !== null);
    await expect(person.dialogTitle).toBe('Discard unsaved changes?');
  },
};
