import type { Meta } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import acme from '../backend-proxy/dev-tenant/seeds/acme.json' with { type: 'json' };
import roles from '../backend-proxy/dev-tenant/seeds/roles.json' with { type: 'json' };
import { panelMeta, personIn, type PanelArgs, type PanelStory } from './panel.js';
import { ada, people } from './people.js';
import { reasonPolicy } from './policies.js';
import { sceneOf } from './scene.js';

const meta: Meta<PanelArgs> = { ...panelMeta, title: 'org-members/What can be done about one person' };
export default meta;

const grace = 'samlp|globex-saml|grace@globex.example';

/** What is asked before something is done to somebody: what it does, and what it leaves alone. */
function asking(member: string, operation: string, title: string, consequence: string): PanelStory {
  return {
    args: { ...ada, member },
    play: async ({ canvasElement }) => {
      const person = await personIn(canvasElement);
      await person.ask(operation);
      await expect(person.dialogTitle).toBe(title);
      await expect(person.dialogText).toContain(consequence);
    },
  };
}

export const SendingPasswordReset = asking(
  people.mia,
  'Send password reset…',
  'Send Mia Okafor a password reset email?',
  'No one else can see the link, including you',
);

export const ClearingLockout = asking(
  people.lio,
  'Unlock sign-in…',
  'Unlock sign-in for Lio Brandt?',
  'If an admin blocked them, they stay blocked',
);

export const Unblocking = asking(
  people.ben,
  'Unblock…',
  'Unblock Ben Roth?',
  'If they’re also locked out after too many wrong passwords',
);

export const ResettingSignInMethods = asking(
  people.mia,
  'Reset two-step verification…',
  'Reset two-step verification for Mia Okafor?',
  'Trusted browsers will ask for verification again',
);

export const SigningOut = asking(
  people.mia,
  'Sign out everywhere…',
  'Sign Mia Okafor out everywhere?',
  'They’ll be signed out of every browser',
);

export const Removing = asking(
  people.sam,
  'Remove from organization…',
  'Remove Sam Sharma from Acme Instruments?',
  'They’ll lose access to Acme Instruments',
);

/** What blocking does, and what it does not, before it is done. */
export const Blocking: PanelStory = {
  args: { ...ada, member: people.mia },
  play: async ({ canvasElement }) => {
    const person = await personIn(canvasElement);
    await person.ask('Block…');
    await expect(person.dialogTitle).toBe('Block Mia Okafor?');
    await expect(person.steps.join()).toContain('They won’t be able to sign in');
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
    await person.press('Block');
    await person.until(() => person.receipt !== '');
    await expect(person.outcome).toContain('Mia Okafor was blocked');
    await expect(person.receipt).toContain('Apps that are already open');
  },
};

/** What cannot be undone wants the person's address typed. */
export const Deleting: PanelStory = {
  args: { ...ada, member: people.mia },
  play: async ({ canvasElement }) => {
    const person = await personIn(canvasElement);
    await person.ask('Delete account…');
    await person.typePhrase('somebody else');
    await person.press('Delete account');
    await expect(person.dialogText).toContain('Type “mia@acme.example” to continue');
  },
};

/** An account that the identity provider would make again: blocking is better. */
export const DeletingEnterpriseUser: PanelStory = {
  args: { email: 'gus@globex.example', organization: 'globex', member: grace },
  play: async ({ canvasElement }) => {
    const person = await personIn(canvasElement);
    await person.ask('Delete account…');
    await expect(person.dialogText).toContain('Globex SSO will re-create the account');
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
    await expect(person.alerts.join()).toContain('You’re removing your own access');
  },
};

/** Where the policy wants to know why. */
export const ReasonRequired: PanelStory = {
  args: { ...ada, member: people.mia, behind: { policy: reasonPolicy } },
  play: async ({ canvasElement }) => {
    const person = await personIn(canvasElement);
    await person.ask('Block…');
    await person.press('Block');
    await expect(person.dialogText).toContain('Enter a reason');
  },
};

/** A part of it was done when the tenant broke: which, which not, and another try is safe. */
export const DoneInPart: PanelStory = {
  args: { ...ada, member: people.mia },
  play: async ({ canvasElement, loaded }) => {
    const person = await personIn(canvasElement);
    await person.ask('Block…');
    const { faults } = sceneOf({ loaded }).world.tenant;
    for (const path of ['/api/v2/users/*/revoke-access', '/api/v2/users/*/sessions'])
      faults.add({ path, status: 500, times: Infinity });
    await person.press('Block');
    await person.until(() => person.receipt !== '');
    await expect(person.outcome).toContain('Some steps for Mia Okafor weren’t completed');
    await expect(person.receipt).toContain('Not done');
  },
};

/** The tenant takes no more at the moment: nothing was done, and the time until the next try is counted down. */
export const RateLimited: PanelStory = {
  args: { ...ada, member: people.mia },
  play: async ({ canvasElement, loaded }) => {
    const person = await personIn(canvasElement);
    await person.ask('Block…');
    const limit = { status: 429, headers: { 'retry-after': '45' }, times: Infinity };
    sceneOf({ loaded }).world.tenant.faults.add({ path: '/api/v2/**', ...limit });
    await person.press('Block');
    await person.until(() => person.countdown !== '');
    await expect(person.countdown).toContain('seconds');
  },
};

/** One comes through a group of the identity provider: it goes there, and not here. */
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
    const person = await personIn(canvasElement);
    await person.ask('Change roles…');
    await expect(person.lockedRoles.join()).toContain('From an identity provider group');
  },
};

/** Nobody else could manage the people: the role stays, and the dialog says what to do first. */
export const LastAdmin: PanelStory = {
  args: { ...ada, member: people.ada },
  play: async ({ canvasElement }) => {
    const person = await personIn(canvasElement);
    await person.ask('Change roles…');
    await person.tick('Admin');
    await person.press('Change roles');
    await person.until(() => person.alerts.join().includes('Make someone else an admin first'));
    await expect(person.alerts.join()).toContain('Make someone else an admin first');
  },
};
