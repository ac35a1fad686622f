import type { Meta } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import acme from '../backend-proxy/dev-tenant/seeds/acme.json' with { type: 'json' };
import roles from '../backend-proxy/dev-tenant/seeds/roles.json' with { type: 'json' };
import { panelIn, panelMeta, personIn, type PanelArgs, type PanelStory } from './panel.js';
import { ada, people } from './people.js';
import { reasonPolicy } from './policies.js';
import { sceneOf } from './scene.js';

const meta: Meta<PanelArgs> = { ...panelMeta, title: 'org-members/What can be done about one person' };
export default meta;

const grace = 'samlp|globex-saml|grace@globex.example';

/** The dialog that confirms an operation on a member: what it does, and what it doesn't affect. */
function confirmation(
  member: string,
  operation: string,
  title: string,
  consequence: string,
  args: Partial<PanelArgs> = {},
): PanelStory {
  return {
    args: { ...ada, member, ...args },
    play: async ({ canvasElement }) => {
      const person = await personIn(canvasElement);
      await person.openDialog(operation);
      await expect(person.dialogTitle).toBe(title);
      await expect(person.dialogText).toContain(consequence);
    },
  };
}

/** The dialog of a member's roles, opened from the menu of their row. */
async function rolesDialogOf(name: string, canvasElement: HTMLElement) {
  const person = await personIn(canvasElement);
  const panel = panelIn(canvasElement);
  await panel.press(`Actions for ${name}`);
  await panel.until(() => panel.menu.includes('Change roles…'));
  panel.chooseFromMenu('Change roles…');
  await person.dialogReady();
  return person;
}

/** What takes nothing away is done at once. */
export const Unlocked: PanelStory = {
  args: { ...ada, member: people.lio },
  play: async ({ canvasElement }) => {
    const person = await personIn(canvasElement);
    await person.until(() => person.offered.includes('Unlock sign-in'));
    await person.press('Unlock sign-in');
    await person.until(() => person.toasts.includes('Lio Brandt can try to sign in again.'));
    await expect(person.dialog).toBe(null);
  },
};

const withReason = { behind: { policy: reasonPolicy } };

/** With a reason to give, everything has a dialog. */
export const SendingPasswordReset = confirmation(
  people.mia,
  'Send password reset…',
  'Send Mia Okafor a password reset email?',
  'No one else can see the link, including you',
  withReason,
);

export const ClearingLockout = confirmation(
  people.lio,
  'Unlock sign-in…',
  'Unlock sign-in for Lio Brandt?',
  'If an admin blocked them, they stay blocked',
  withReason,
);

export const Unblocking = confirmation(
  people.ben,
  'Unblock…',
  'Unblock Ben Roth?',
  'If they’re also locked out after too many wrong passwords',
  withReason,
);

export const ResettingSignInMethods = confirmation(
  people.mia,
  'Reset two-step verification…',
  'Reset two-step verification for Mia Okafor?',
  'Trusted browsers will ask for verification again',
);

export const SigningOut = confirmation(
  people.mia,
  'Sign out everywhere…',
  'Sign Mia Okafor out everywhere?',
  'They’ll be signed out of every browser',
);

export const Removing = confirmation(
  people.sam,
  'Remove from organization…',
  'Remove Sam Sharma from Acme Instruments?',
  'They’ll lose access to Acme Instruments',
);

/** The dialog says what blocking does and what it doesn't. */
export const Blocking: PanelStory = {
  args: { ...ada, member: people.mia },
  play: async ({ canvasElement }) => {
    const person = await personIn(canvasElement);
    await person.openDialog('Block…');
    await expect(person.dialogTitle).toBe('Block Mia Okafor?');
    await expect(person.steps.join()).toContain('They won’t be able to sign in');
    await expect(person.focused).toBe('Cancel');
  },
};

export const BlockingDark: PanelStory = { ...Blocking, args: { ...Blocking.args, theme: 'dark' } };

export const BlockingNarrow: PanelStory = { ...Blocking, args: { ...Blocking.args, narrow: true } };

/** The receipt: what was done, what wasn't, and what isn't affected. */
export const BlockedJustNow: PanelStory = {
  args: { ...ada, member: people.mia },
  play: async ({ canvasElement }) => {
    const person = await personIn(canvasElement);
    await person.openDialog('Block…');
    await person.press('Block');
    await person.until(() => person.toasts.includes('Mia Okafor was blocked.'));
    await person.press('View receipt');
    await expect(person.outcome).toContain('Mia Okafor was blocked');
    await expect(person.receipt).toContain('Apps that are already open');
  },
};

/** Unblocking asks nothing: the toast offers to undo it. */
export const UnblockedJustNow: PanelStory = {
  args: { ...ada, member: people.ben },
  play: async ({ canvasElement }) => {
    const person = await personIn(canvasElement);
    await person.press('Unblock');
    await person.until(() => person.toasts.includes('Ben Roth can sign in again.'));
    await person.until(() => !person.badges.includes('Blocked'));
  },
};

/** Someone who can also sign in with a linked account: what deleting does to it is said before. */
export const DeletingLinked: PanelStory = {
  args: {
    ...ada,
    member: people.mia,
    before: ({ world: { tenant } }) => {
      const own = tenant.users.get(people.mia)?.identities ?? [];
      const linked = { connection: 'globex-saml', provider: 'samlp', user_id: 'mia', isSocial: false };
      tenant.users.update(people.mia, { identities: [...own, linked] });
    },
  },
  play: async ({ canvasElement }) => {
    const person = await personIn(canvasElement);
    await person.openDialog('Delete account…');
    await expect(person.steps.join()).toContain('Other sign-in methods linked to their account');
  },
};

/** An action that can't be undone asks for the member's email address. */
export const Deleting: PanelStory = {
  args: { ...ada, member: people.mia },
  play: async ({ canvasElement }) => {
    const person = await personIn(canvasElement);
    await person.openDialog('Delete account…');
    await person.typePhrase('somebody else');
    await person.press('Delete account');
    await expect(person.dialogText).toContain('Type “mia@acme.example” to continue');
  },
};

/** The identity provider would create the account again, so the dialog recommends blocking. */
export const DeletingEnterpriseUser: PanelStory = {
  args: { email: 'gus@globex.example', organization: 'globex', member: grace },
  play: async ({ canvasElement }) => {
    const person = await personIn(canvasElement);
    await person.openDialog('Delete account…');
    await expect(person.dialogText).toContain('Globex SSO will re-create the account');
  },
};

export const ChangingRoles: PanelStory = {
  args: { ...ada, member: people.mia },
  play: async ({ canvasElement }) => {
    const person = await rolesDialogOf('Mia Okafor', canvasElement);
    await person.tick('Help desk');
    await expect(person.compared).toEqual(['Member', 'Help desk and Member']);
  },
};

/** An admin removes their own admin role. */
export const GivingUpOnesRole: PanelStory = {
  args: {
    email: 'gus@globex.example',
    organization: 'globex',
    member: 'samlp|globex-saml|gus@globex.example',
  },
  play: async ({ canvasElement }) => {
    const person = await rolesDialogOf('Gus Andersen', canvasElement);
    await person.tick('Admin');
    await expect(person.alerts.join()).toContain('You’re removing your own access');
  },
};

/** The policy requires a reason. */
export const ReasonRequired: PanelStory = {
  args: { ...ada, member: people.mia, behind: { policy: reasonPolicy } },
  play: async ({ canvasElement }) => {
    const person = await personIn(canvasElement);
    await person.openDialog('Block…');
    await person.press('Block');
    await expect(person.dialogText).toContain('Enter a reason');
  },
};

/** The tenant fails in the middle. The receipt lists what was done and what wasn't, and trying again is safe. */
export const DoneInPart: PanelStory = {
  args: { ...ada, member: people.mia },
  play: async ({ canvasElement, loaded }) => {
    const person = await personIn(canvasElement);
    await person.openDialog('Block…');
    const { faults } = sceneOf({ loaded }).world.tenant;
    for (const path of ['/api/v2/users/*/revoke-access', '/api/v2/users/*/sessions'])
      faults.add({ path, status: 500, times: Infinity });
    await person.press('Block');
    await person.until(() => person.receipt !== '');
    await expect(person.outcome).toContain('Some steps for Mia Okafor weren’t completed');
    await expect(person.receipt).toContain('Not done');
  },
};

/** The tenant limits the rate of requests: nothing was done, and a countdown runs until the next attempt. */
export const RateLimited: PanelStory = {
  args: { ...ada, member: people.mia },
  play: async ({ canvasElement, loaded }) => {
    const person = await personIn(canvasElement);
    await person.openDialog('Block…');
    const limit = { status: 429, headers: { 'retry-after': '45' }, times: Infinity };
    sceneOf({ loaded }).world.tenant.faults.add({ path: '/api/v2/**', ...limit });
    await person.press('Block');
    await person.until(() => person.countdown !== '');
    await expect(person.countdown).toContain('seconds');
  },
};

/** A role from a group of the identity provider is locked, because it can only be removed there. */
export const RoleThroughGroup: PanelStory = {
  args: {
    ...ada,
    member: people.mia,
    behind: {
      seed: {
        ...acme,
        ...roles,
        memberships: acme.memberships.map((membership) => ({
          ...membership,
          group_roles:
            membership.user_id === people.mia ? [{ role: 'rol_helpdesk00000000', group: 'Support' }] : [],
        })),
      },
    },
  },
  play: async ({ canvasElement }) => {
    const person = await rolesDialogOf('Mia Okafor', canvasElement);
    await expect(person.lockedRoles.join()).toContain('From an identity provider group');
  },
};

/** The last admin keeps the role, and the dialog says what to do first. */
export const LastAdmin: PanelStory = {
  args: { ...ada, member: people.ada },
  play: async ({ canvasElement }) => {
    const person = await rolesDialogOf('Ada Keller', canvasElement);
    await person.tick('Admin');
    await person.press('Change roles');
    await person.until(() => person.alerts.join().includes('Make someone else an admin first'));
    await expect(person.alerts.join()).toContain('Make someone else an admin first');
  },
};
