import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import '../src/define/profile-editor.js';
import { ProfileEditorHarness } from '../test/harness/profile-editor.js';
import { createWorld } from './world.js';

interface Args {
  /** Who is signed in. */
  email: string;
  organization: string;
  theme: 'light' | 'dark' | 'auto';
  readOnly: boolean;
}

const meta: Meta<Args> = {
  title: 'Elements/profile-editor',
  component: 'profile-editor',
  argTypes: {
    theme: { control: 'inline-radio', options: ['auto', 'light', 'dark'] },
  },
  args: { theme: 'light', readOnly: false },
  render: ({ email, organization, theme, readOnly }) => html`
    <profile-editor
      theme=${theme}
      ?read-only=${readOnly}
      .fetch=${createWorld().sessionOf(email, organization)}
    ></profile-editor>
  `,
  play: async ({ canvasElement }) => {
    await shown(canvasElement);
  },
};
export default meta;

type Story = StoryObj<Args>;

/** The story's editor, once the proxy has answered with a profile. */
async function shown(canvas: HTMLElement): Promise<ProfileEditorHarness> {
  const element = canvas.querySelector('profile-editor');
  if (!element) throw new Error('the story has no profile-editor');
  const editor = new ProfileEditorHarness(element);
  await editor.answered();
  await expect(editor.groups).toContain('work');
  return editor;
}

/** Signs in with a password, came by invitation: everything but the email may change. */
export const InvitedDatabaseUser: Story = { args: { email: 'mia@acme.example', organization: 'acme' } };

/** A person's whole way in one story: the edit goes through the proxy to the tenant and comes back. */
export const Saved: Story = {
  args: { ...InvitedDatabaseUser.args },
  play: async ({ canvasElement }) => {
    const editor = await shown(canvasElement);
    const saved = new Promise<readonly string[]>((resolve) =>
      editor.element.addEventListener('profile-saved', ({ changed }) => resolve(changed), { once: true }),
    );
    await editor.type('jobTitle', 'Lead Engineer');
    await editor.save('work');
    await expect(await saved).toEqual(['jobTitle']);
    await expect(editor.showsSaved('work')).toBe(true);
    await expect(editor.value('jobTitle')).toBe('Lead Engineer');
  },
};

/** Signs in with a password, signed up freely: the email may change too. */
export const OpenDatabaseUser: Story = { args: { email: 'uma@umbrella.example', organization: 'umbrella' } };

/** Signs in through a company's identity provider: only the application's own attributes may change. */
export const EnterpriseUser: Story = { args: { email: 'grace@globex.example', organization: 'globex' } };

/** Signs in with a social account: likewise. */
export const SocialUser: Story = { args: { email: 'ivy@initech.example', organization: 'initech' } };

/** Gets a code by mail at each sign-in: no password, and the address stays. */
export const PasswordlessUser: Story = { args: { email: 'hana@hooli.example', organization: 'hooli' } };

/** Looks at what a new address would bring with it, before saving. */
export const NewAddress: Story = {
  args: { ...OpenDatabaseUser.args },
  play: async ({ canvasElement }) => {
    const editor = await shown(canvasElement);
    await editor.fill('email', 'uma.silva@umbrella.example');
    await expect(editor.consequences('contact').length).toBeGreaterThan(1);
  },
};

export const Dark: Story = { args: { ...InvitedDatabaseUser.args, theme: 'dark' } };
