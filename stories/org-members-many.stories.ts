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

/** As `selectedIn`, and it is known for whom it is allowed. */
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

/** For whom it is allowed, and why not for the others, before anything is done. */
export const Preview: PanelStory = {
  args: ada,
  play: async ({ canvasElement }) => {
    const { dialog } = await dialogIn(canvasElement);
    await expect(dialog.dialogText).toContain('Sam Sharma They belong to more than one organization');
    await expect(dialog.dialogText).toContain('They won’t be able to sign in, including with SSO');
  },
};

export const PreviewDark: PanelStory = { ...Preview, args: { ...ada, theme: 'dark' } };

export const PreviewNarrow: PanelStory = { ...Preview, args: { ...ada, narrow: true } };

/** Where the policy wants to know why. */
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

/** It goes on at the proxy, also when the page is left. */
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

/** It did not work for somebody: for whom, and those can be tried again. */
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
    await expect(dialog.dialogButtons).toContain('Retry failed');
  },
};

/** What came of it for each. */
export const Done: PanelStory = {
  args: ada,
  play: async ({ canvasElement }) => {
    const { panel, dialog } = await confirmedIn(canvasElement);
    await panel.until(() => / members? done\./.test(dialog.dialogText));
    await expect(dialog.dialogButtons).toContain('Download results');
  },
};

/** What cannot be undone wants a word typed. */
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

/** Roles for many: given, taken away, and only those the admin may give. */
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
