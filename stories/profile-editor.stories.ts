import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/profile-editor.js';
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
      proxy-url="/orgdesk"
      theme=${theme}
      ?read-only=${readOnly}
      .fetch=${createWorld().sessionOf(email, organization)}
    ></profile-editor>
  `,
};
export default meta;

type Story = StoryObj<Args>;

/** Signs in with a password, came by invitation: everything but the email may change. */
export const InvitedDatabaseUser: Story = { args: { email: 'mia@acme.example', organization: 'acme' } };

/** Signs in with a password, signed up freely: the email may change too. */
export const OpenDatabaseUser: Story = { args: { email: 'uma@umbrella.example', organization: 'umbrella' } };

/** Signs in through a company's identity provider: only the application's own attributes may change. */
export const EnterpriseUser: Story = { args: { email: 'grace@globex.example', organization: 'globex' } };

/** Signs in with a social account: likewise. */
export const SocialUser: Story = { args: { email: 'ivy@initech.example', organization: 'initech' } };

export const Dark: Story = { args: { ...InvitedDatabaseUser.args, theme: 'dark' } };
