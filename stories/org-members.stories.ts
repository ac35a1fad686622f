import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { ProxyProblem } from '../src/client/problem.js';
import { panelIn, panelMeta, peopleIn, type PanelArgs, type PanelStory } from './panel.js';
import { ada, hal, mia, people } from './people.js';
import { maskedPolicy } from './policies.js';
import { overflow, problem, sceneOf, stage, withoutNetwork } from './scene.js';

const meta: Meta<PanelArgs> = { ...panelMeta, title: 'org-members/The list' };
export default meta;

const globex = 'org_globex0000000000';
const gus = 'samlp|globex-saml|gus@globex.example';

/** Everything an admin can find and do. */
export const Admin: PanelStory = {
  args: ada,
  play: async ({ canvasElement }) => {
    const panel = await peopleIn(canvasElement);
    await expect(panel.heading).toContain('People');
    await expect(panel.names).toHaveLength(6);
    await expect(panel.row('Ada Keller')[0]).toContain('You');
    await expect(panel.badgesOf('Ben Roth')).toContain('Blocked');
    await expect(panel.tabs).toHaveLength(3);
    await expect(panel.buttons).toContain('Invite people');
  },
};

/** The menu of one row. */
export const RowMenu: PanelStory = {
  args: ada,
  play: async ({ canvasElement }) => {
    const panel = await peopleIn(canvasElement);
    await panel.press('Actions for Mia Okafor');
    await panel.until(() => panel.menu.length > 0);
    await expect(panel.menu).toEqual(expect.arrayContaining(['Open', 'Block…', 'Delete account…']));
  },
};

/** The list, narrowed by a search and a filter. */
export const Filtered: PanelStory = {
  args: ada,
  play: async ({ canvasElement }) => {
    const panel = await peopleIn(canvasElement);
    await panel.choose('Status', 'blocked');
    await expect(panel.names).toEqual(['Ben Roth']);
    await panel.choose('Status', '');
    await panel.type('mia');
    await panel.until(() => panel.names.length === 1);
    await expect(panel.names).toEqual(['Mia Okafor']);
  },
};

export const NobodyMatches: PanelStory = {
  args: ada,
  play: async ({ canvasElement }) => {
    const panel = await peopleIn(canvasElement);
    await panel.type('zebra');
    await panel.until(() => panel.text.includes('No members found'));
    await expect(panel.buttons).toContain('Clear filters');
  },
};

/** A new organization: the tenant's list doesn't contain its first member yet. */
export const NobodyYet: PanelStory = {
  args: {
    email: 'gus@globex.example',
    organization: 'globex',
    behind: { seed: 'globex', lag: 0 },
    before: async ({ world }) => {
      const { organizations, personas, setLag } = world.tenant;
      for (const { userId } of personas) organizations.removeMember(globex, userId);
      setLag(60 * 60 * 1000);
      const path = `/organizations/${globex}/members`;
      await world.atTenant('POST', path, { members: [gus] });
      organizations.setMemberRoles(globex, gus, ['rol_admin00000000000']);
    },
  },
  play: async ({ canvasElement }) => {
    const panel = await peopleIn(canvasElement);
    await expect(panel.text).toContain('No members yet');
  },
};

/** A help desk: no roles, no invitations, and masked addresses. */
export const HelpDesk: PanelStory = {
  args: { ...hal, behind: { policy: maskedPolicy } },
  play: async ({ canvasElement }) => {
    const panel = await peopleIn(canvasElement);
    await expect(panel.row('Mia Okafor')[0]).toContain('m•••');
    await expect(panel.text).not.toContain('mia@acme.example');
    await expect(panel.buttons).not.toContain('Invite people');
  },
};

/** 100,000 members. Every page takes as many calls as the first. */
export const Crowd: PanelStory = {
  tags: ['!autodocs'],
  args: { email: 'cara@crowd.example', organization: 'crowd', behind: { seed: 'crowd:100000' } },
  play: async ({ canvasElement }) => {
    const panel = await peopleIn(canvasElement);
    await expect(panel.headcount).toBe('1,000+');
    await expect(panel.names).toHaveLength(50);
    const [first] = panel.names;
    await panel.press('Next');
    await expect(panel.names).not.toContain(first);
  },
};

/** The organization's own color, if the host hasn't set one. */
export const Branded: PanelStory = {
  args: { email: 'uma@umbrella.example', organization: 'umbrella' },
  play: async ({ canvasElement }) => {
    const panel = await peopleIn(canvasElement);
    await panel.until(() => panel.accent.includes('122 63 160'));
    await expect(panel.badgesOf('Umar Haddad')).toContain('Email not verified');
  },
};

/** The menu that switches between the user's organizations. */
export const SeveralOrganizations: PanelStory = {
  args: {
    email: 'sam@acme.example',
    organization: 'acme',
    behind: { lag: 0 },
    before: ({ world }) =>
      world.tenant.organizations.setMemberRoles('org_acme000000000000', people.sam, ['rol_admin00000000000']),
  },
  play: async ({ canvasElement }) => {
    const panel = await peopleIn(canvasElement);
    await expect(panel.organizations).toEqual(['Acme Instruments', 'Globex Corporation']);
  },
};

/** The host's own columns and row actions. */
export const HostsOwn: PanelStory = {
  args: {
    ...ada,
    columns: [{ name: 'seat', label: 'Seat', render: ({ you }) => (you ? 'Owner' : 'Included') }],
    rowActions: [{ name: 'seat', label: 'Change seat…', run: () => {} }],
  },
  play: async ({ canvasElement }) => {
    const panel = await peopleIn(canvasElement);
    await expect(panel.columns).toContain('Seat');
    await expect(panel.row('Ada Keller').at(-1)).toBe('Owner');
    await panel.press('Actions for Mia Okafor');
    await panel.until(() => panel.menu.includes('Change seat…'));
  },
};

export const ReadOnly: PanelStory = {
  args: { ...ada, readOnly: true },
  play: async ({ canvasElement }) => {
    const panel = await peopleIn(canvasElement);
    await expect(panel.buttons).not.toContain('Invite people');
    await expect(panel.names).toHaveLength(6);
  },
};

export const Dark: PanelStory = { ...Admin, args: { ...ada, theme: 'dark' } };

export const RightToLeft: PanelStory = {
  args: { ...ada, rightToLeft: true },
  play: async ({ canvasElement }) => {
    const panel = await peopleIn(canvasElement);
    await expect(getComputedStyle(panel.element).direction).toBe('rtl');
    await expect(overflow()).toBe(0);
  },
};

/** Cards with the same actions. */
export const Narrow: PanelStory = {
  args: { ...ada, narrow: true },
  play: async ({ canvasElement }) => {
    const panel = await peopleIn(canvasElement);
    await expect(panel.element.scrollWidth).toBeLessThanOrEqual(320);
    await expect(panel.reaches('Actions for Mia Okafor')).toBe(true);
  },
};

/** The placeholder while the list loads. */
export const Loading: PanelStory = {
  args: { ...ada, before: ({ world }) => void (world.line = 'silent') },
  play: async ({ canvasElement }) => {
    const panel = panelIn(canvasElement);
    await panel.until(() => panel.showsSkeleton);
  },
};

/** The tenant fails until the user tries again. */
export const FailedAndTriedAgain: PanelStory = {
  args: {
    ...ada,
    before: ({ world }) => world.tenant.faults.add({ path: '/api/v2/**', status: 500, times: Infinity }),
  },
  play: async ({ canvasElement, loaded }) => {
    const panel = panelIn(canvasElement);
    await panel.answered();
    await expect(panel.alerts.join()).toContain('Couldn’t load members');
    sceneOf({ loaded }).world.tenant.faults.clear();
    await panel.press('Try again');
    await expect(panel.names).toHaveLength(6);
  },
};

export const Failed: PanelStory = {
  args: { ...FailedAndTriedAgain.args },
  play: async ({ canvasElement }) => {
    const panel = panelIn(canvasElement);
    await panel.answered();
    await expect(panel.alerts.join()).toContain('Couldn’t load members');
    await expect(panel.buttons).toContain('Try again');
  },
};

export const ProxyDown: PanelStory = {
  args: { ...ada, before: ({ world }) => void (world.line = 'down') },
  play: async ({ canvasElement }) => {
    const panel = panelIn(canvasElement);
    await panel.answered();
    await expect(panel.alerts.join()).toContain('Couldn’t reach the server');
    await expect(panel.buttons).toContain('Try again');
  },
};

/** The rate limit is reached by a search. The list stays, and a countdown runs until the next attempt. */
export const RateLimited: PanelStory = {
  args: ada,
  play: async ({ canvasElement, loaded }) => {
    const panel = await peopleIn(canvasElement);
    const limit = { status: 429, headers: { 'retry-after': '45' }, times: Infinity };
    sceneOf({ loaded }).world.tenant.faults.add({ path: '/api/v2/**', ...limit });
    await panel.choose('Status', 'blocked');
    await expect(panel.countdown).toContain('seconds');
    await expect(panel.names).toHaveLength(6);
  },
};

/** The browser is offline. */
export const Offline: PanelStory = {
  args: ProxyDown.args ?? {},
  beforeEach: withoutNetwork,
  play: async ({ canvasElement }) => {
    const panel = panelIn(canvasElement);
    await panel.answered();
    await expect(panel.alerts.join()).toContain('You’re offline');
  },
};

export const NotAllowed: PanelStory = {
  args: mia,
  play: async ({ canvasElement }) => {
    const panel = panelIn(canvasElement);
    await panel.answered();
    await expect(panel.text).toContain('You don’t have access to this page');
  },
};

/** The session has no organization. The host can ask for one. */
export const NoOrganization: PanelStory = {
  args: { email: '' },
  render: (args) =>
    stage(
      args,
      html`<org-members
        theme=${args.theme}
        .fetch=${async () => problem('token_without_organization', 403)}
        .chooseOrganization=${async () => {}}
      ></org-members>`,
    ),
  play: async ({ canvasElement }) => {
    const panel = panelIn(canvasElement);
    await panel.answered();
    await expect(panel.buttons).toEqual(['Choose an organization']);
  },
};

/** Auth0 refused the sign-in, because an admin has blocked the account. */
export const BlockedAtSignIn: PanelStory = {
  args: { email: '' },
  render: (args) =>
    stage(
      args,
      html`<org-members
        theme=${args.theme}
        .fetch=${() => Promise.reject(new ProxyProblem('sign_in_blocked'))}
        .login=${async () => {}}
      ></org-members>`,
    ),
  play: async ({ canvasElement }) => {
    const panel = panelIn(canvasElement);
    await panel.answered();
    await expect(panel.text).toContain('Your account is blocked');
    await expect(panel.buttons).toEqual(['Use a different account']);
  },
};

export const SignedOut: PanelStory = {
  args: { email: '' },
  play: async ({ canvasElement }) => {
    const panel = panelIn(canvasElement);
    await panel.answered();
    await expect(panel.text).toContain('You’re signed out');
  },
};
