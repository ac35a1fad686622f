import type { Meta } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import { createMemberClient } from '../src/client/members.js';
import { jsonRequest } from '../src/client/send.js';
import { panelMeta, peopleIn, type PanelArgs, type PanelStory } from './panel.js';
import { ada, people } from './people.js';
import { overflow, sceneOf, type Scene } from './scene.js';

const meta: Meta<PanelArgs> = { ...panelMeta, title: 'org-members/Activity' };
export default meta;

/** A change of a value, one of roles, a refusal, and something without values. */
async function act({ send }: Scene): Promise<void> {
  const mia = createMemberClient(send, people.mia);
  const etag = (await mia.profile()).headers.get('etag') ?? '';
  const fields = { jobTitle: 'Lead engineer' };
  const patch = jsonRequest('PATCH', { fields, reason: 'Promoted, ticket 12' }, { 'if-match': etag });
  await send(`/v1/members/${encodeURIComponent(people.mia)}`, patch);
  await createMemberClient(send, people.lio).changeRoles({ roles: [], was: ['rol_member0000000000'] });
  await createMemberClient(send, people.ada)
    .perform('member.block', { key: 'story-block' })
    .catch(() => {});
  await createMemberClient(send, people.lio).perform('member.clear-lockout', { key: 'story-lockout' });
}

/** Who did what to whom, from what to what, newest first. */
export const List: PanelStory = {
  args: { ...ada, tab: 'activity', before: act },
  play: async ({ canvasElement }) => {
    const panel = await peopleIn(canvasElement);
    await panel.until(() => /Ada Keller.*unlocked sign-in for.*Lio Brandt/.test(panel.text));
    await expect(panel.text).toMatch(/Job title.*Field Engineer.*→.*Lead engineer/);
    await expect(panel.text).toContain('“Promoted, ticket 12”');
    await expect(panel.text).toContain('Not allowed');
  },
};

export const Narrow: PanelStory = {
  args: { ...List.args, narrow: true },
  play: async (context) => {
    await List.play?.(context);
    await expect(overflow()).toBe(0);
  },
};

export const Dark: PanelStory = { ...List, args: { ...List.args, theme: 'dark' } };

export const RightToLeft: PanelStory = {
  args: { ...List.args, rightToLeft: true },
  play: async ({ canvasElement }) => {
    const panel = await peopleIn(canvasElement);
    await panel.until(() => panel.text.includes('Lio Brandt'));
    await expect(overflow()).toBe(0);
  },
};

/** Filtered by action: the filter can be removed, and the matching entries are counted. */
export const Filtered: PanelStory = {
  args: List.args ?? {},
  play: async ({ canvasElement }) => {
    const panel = await peopleIn(canvasElement);
    await panel.until(() => panel.text.includes('Load more') || panel.text.includes('Lio Brandt'));
    await panel.choose('Action', 'roles.assign');
    await panel.until(() => panel.found === '1 entry');
    await expect(panel.appliedFilters).toEqual(['Action: Roles changed']);
  },
};

export const NothingMatches: PanelStory = {
  args: List.args ?? {},
  play: async ({ canvasElement }) => {
    const panel = await peopleIn(canvasElement);
    await panel.until(() => panel.text.includes('Lio Brandt'));
    await panel.choose('Action', 'user.delete');
    await panel.until(() => panel.text.includes('No activity found'));
    await expect(panel.buttons).toContain('Clear filters');
  },
};

export const Empty: PanelStory = {
  args: { ...ada, tab: 'activity' },
  play: async ({ canvasElement }) => {
    const panel = await peopleIn(canvasElement);
    await panel.until(() => panel.text.includes('No activity yet'));
  },
};

/** The formats of the export. */
export const Export: PanelStory = {
  args: List.args ?? {},
  play: async ({ canvasElement }) => {
    const panel = await peopleIn(canvasElement);
    await panel.until(() => panel.text.includes('Lio Brandt'));
    await panel.press('Export');
    await panel.until(() => panel.element.renderRoot.querySelector('[role="menu"]:popover-open') !== null);
    await expect(panel.menu).toEqual(['CSV', 'JSON Lines']);
  },
};

/** The placeholder while the first page loads. */
export const Loading: PanelStory = {
  args: ada,
  play: async (context) => {
    const panel = await peopleIn(context.canvasElement);
    sceneOf(context).world.line = 'silent';
    panel.element.tab = 'activity';
    await panel.until(() => panel.text.includes('Loading activity'));
    await expect(panel.filters).toEqual(['Action']);
  },
};

/** The log couldn't be loaded; the filters stay. */
export const Failed: PanelStory = {
  args: ada,
  play: async (context) => {
    const panel = await peopleIn(context.canvasElement);
    sceneOf(context).world.line = 'down';
    panel.element.tab = 'activity';
    await panel.until(() => panel.buttons.includes('Try again'));
    await expect(panel.alerts.join()).toContain('Couldn’t reach the server');
    await expect(panel.filters).toEqual(['Action']);
  },
};
