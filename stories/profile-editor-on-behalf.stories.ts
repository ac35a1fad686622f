import type { Meta } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import { editorMeta, profileIn, type EditorArgs, type EditorStory } from './editor.js';
import { hal, people } from './people.js';
import { maskedPolicy, reasonPolicy } from './policies.js';

const meta: Meta<EditorArgs> = { ...editorMeta, title: 'profile-editor/On behalf of a member' };
export default meta;

/** The note names the member. The help desk can't edit the email. */
export const HelpDesk: EditorStory = {
  args: { ...hal, userId: people.mia },
  play: async ({ canvasElement }) => {
    const editor = await profileIn(canvasElement);
    await expect(editor.text).toContain('You’re editing Mia Okafor’s profile.');
    await expect(editor.isEditable('jobTitle')).toBe(true);
    await expect(editor.isEditable('email')).toBe(false);
  },
};

export const Dark: EditorStory = { ...HelpDesk, args: { ...HelpDesk.args, theme: 'dark' } };

export const Narrow: EditorStory = { ...HelpDesk, args: { ...HelpDesk.args, narrow: true } };

/** Belongs to another organization too, which an edit would affect. */
export const SharedUser: EditorStory = {
  args: { ...hal, userId: people.sam },
  play: async ({ canvasElement }) => {
    const editor = await profileIn(canvasElement);
    await expect(editor.lockReason('name')).toContain('They belong to more than one organization');
  },
};

/** The policy requires a reason. */
export const WithReason: EditorStory = {
  args: { ...hal, userId: people.mia, behind: { policy: reasonPolicy } },
  play: async ({ canvasElement }) => {
    const editor = await profileIn(canvasElement);
    await editor.type('jobTitle', 'Lead Engineer');
    await editor.typeReason('asked by phone');
    await editor.save();
    await expect(editor.showsSaved).toBe(true);
  },
};

/** Masked addresses and phone numbers. */
export const MaskedFields: EditorStory = {
  args: { ...hal, userId: people.mia, behind: { policy: maskedPolicy } },
  play: async ({ canvasElement }) => {
    const editor = await profileIn(canvasElement);
    await expect(editor.value('email')).toContain('•••');
    await expect(editor.text).not.toContain('mia@acme.example');
    await editor.until(() => editor.buttons.includes('Show Email'));
    await expect(editor.buttons).toContain('Show Email');
  },
};

/** A revealed value, which is recorded. */
export const Revealed: EditorStory = {
  args: { ...MaskedFields.args },
  play: async ({ canvasElement }) => {
    const editor = await profileIn(canvasElement);
    await editor.until(() => editor.buttons.includes('Show Email'));
    await editor.press('Show Email');
    await editor.until(() => editor.value('email') === 'mia@acme.example');
    await expect(editor.text).toContain('This was added to the activity log');
  },
};
