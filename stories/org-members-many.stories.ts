import type { Meta } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import { MemberHarness } from '../test/harness/member-panel.js';
import { panelMeta, peopleIn, type PanelArgs, type PanelStory } from './panel.js';
import { ada, people } from './people.js';
import { reasonPolicy } from './policies.js';

const meta: Meta<PanelArgs> = { ...panelMeta, title: 'org-members/Many people' };
export default meta;

async function selectedIn(canvas: HTMLElement) {
  const panel = await peopleIn(canvas);
  await panel.tickAll();
  await panel.until(() => panel.selection === '6 selected');
  return { panel, dialog: new MemberHarness(panel.element) };
}

/** Like `selectedIn`, with the dialog open and its preview loaded. */
async function dialogIn(canvas: HTMLElement) {
  const { panel, dialog } = await selectedIn(canvas);
  await panel.press('Block…');
  await panel.until(() => dialog.dialogText.includes('will be skipped'));
  return { panel, dialog };
}

export const Selected: PanelStory = {
  args: ada,
  play: async ({ canvasElement }) => {
    const { panel } = await selectedIn(canvasElement);
    await expect(panel.buttons).toEqual(expect.arrayContaining(['Clear selection', 'Block…']));
  },
};

/** Everyone who matches, on all pages. */
export const AllMatching: PanelStory = {
  args: { email: 'cara@crowd.example', organization: 'crowd', behind: { seed: 'crowd:60' } },
  play: async ({ canvasElement }) => {
    const panel = await peopleIn(canvasElement);
    await panel.tickAll();
    await panel.until(() => panel.buttons.includes('Select all 63 matching'));
    await panel.press('Select all 63 matching');
    await panel.until(() => panel.selection === '63 selected');
    await expect(panel.buttons).toContain('Select only this page');
  },
};

/** The preview: who the action applies to, and why others are skipped. */
export const Preview: PanelStory = {
  args: ada,
  play: async ({ canvasElement }) => {
    const { dialog } = await dialogIn(canvasElement);
    await expect(dialog.dialogText).toContain('Sam Sharma They belong to more than one organization');
    await expect(dialog.dialogText).toContain('They won’t be able to sign in, including with SSO');
    await expect(dialog.dialogText).toContain('Apps that are already open may keep working until');
  },
};

export const PreviewDark: PanelStory = { ...Preview, args: { ...ada, theme: 'dark' } };

export const PreviewNarrow: PanelStory = { ...Preview, args: { ...ada, narrow: true } };

/** The policy requires a reason. */
export const WithReason: PanelStory = {
  args: { ...ada, behind: { policy: reasonPolicy } },
  play: async ({ canvasElement }) => {
    const { dialog } = await dialogIn(canvasElement);
    await expect(dialog.dialogText).toContain('Saved in the activity log');
  },
};

async function confirmedIn(canvas: HTMLElement) {
  const { panel, dialog } = await dialogIn(canvas);
  const confirm = dialog.dialogButtons.find((button) => button.startsWith('Block '));
  await dialog.press(confirm ?? 'Block');
  return { panel, dialog };
}

/** A run in progress. It continues at the proxy, even if the user leaves the page. */
export const UnderWay: PanelStory = {
  args: {
    ...ada,
    before: ({ world }) =>
      world.tenant.faults.add({
        method: 'PATCH',
        path: '/api/v2/users/*',
        latencyMs: 60_000,
        times: Infinity,
      }),
  },
  play: async ({ canvasElement }) => {
    const { panel, dialog } = await confirmedIn(canvasElement);
    await panel.until(() => dialog.dialogText.includes('You can leave this page'));
    await expect(dialog.dialogButtons).toContain('Stop');
  },
};

/** The action failed for one member, and can be tried again for them. */
export const FailedForOne: PanelStory = {
  args: {
    ...ada,
    before: ({ world }) =>
      world.tenant.faults.add({
        method: 'PATCH',
        path: `/api/v2/users/${encodeURIComponent(people.mia)}`,
        status: 500,
        times: Infinity,
      }),
  },
  play: async ({ canvasElement }) => {
    const { panel, dialog } = await confirmedIn(canvasElement);
    await panel.until(() => / members? done\./.test(dialog.dialogText));
    await expect(dialog.dialogText).toContain('Mia Okafor');
    await expect(dialog.dialogButtons).toContain('Retry 1 member');
  },
};

/** The result for each member. */
export const Done: PanelStory = {
  args: ada,
  play: async ({ canvasElement }) => {
    const { panel, dialog } = await confirmedIn(canvasElement);
    await panel.until(() => / members? done\./.test(dialog.dialogText));
    await expect(dialog.dialogButtons).toContain('Download results');
  },
};

/** An action that can't be undone asks for a typed word. */
export const Deleting: PanelStory = {
  args: ada,
  play: async ({ canvasElement }) => {
    const { panel, dialog } = await selectedIn(canvasElement);
    await panel.press('Actions for selected members');
    await panel.until(() => panel.menu.includes('Delete account…'));
    panel.chooseFromMenu('Delete account…');
    await panel.until(() => dialog.dialogText.includes('Type “delete” to confirm'));
  },
};

/** Roles to add and remove, limited to those the admin can assign. */
export const Roles: PanelStory = {
  args: ada,
  play: async ({ canvasElement }) => {
    const { panel, dialog } = await selectedIn(canvasElement);
    await panel.press('Actions for selected members');
    await panel.until(() => panel.menu.includes('Change roles…'));
    panel.chooseFromMenu('Change roles…');
    await panel.until(() => dialog.dialogText.includes('Remove'));
  },
};
