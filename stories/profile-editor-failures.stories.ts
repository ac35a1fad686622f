import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { ProxyProblem } from '../src/client/problem.js';
import { editorIn, editorMeta, profileIn, type EditorArgs, type EditorStory } from './editor.js';
import { mia, people, uma } from './people.js';
import { problem, sceneOf, stage, withoutNetwork } from './scene.js';

const meta: Meta<EditorArgs> = { ...editorMeta, title: 'profile-editor/Failures' };
export default meta;

const limit = { status: 429, headers: { 'retry-after': '45' }, times: Infinity };

/** The placeholder while the profile loads. */
export const Loading: EditorStory = {
  args: { ...mia, before: ({ world }) => void (world.line = 'silent') },
  play: async ({ canvasElement }) => {
    const editor = editorIn(canvasElement);
    await editor.until(() => editor.showsSkeleton);
  },
};

export const ProxyDown: EditorStory = {
  args: { ...mia, before: ({ world }) => void (world.line = 'down') },
  play: async ({ canvasElement }) => {
    const editor = editorIn(canvasElement);
    await editor.answered();
    await expect(editor.alerts.join()).toContain('Couldn’t reach the server');
    await expect(editor.buttons).toContain('Try again');
  },
};

/** The browser is offline. The profile loads when it is online again. */
export const Offline: EditorStory = {
  args: ProxyDown.args ?? {},
  beforeEach: withoutNetwork,
  play: async ({ canvasElement }) => {
    const editor = editorIn(canvasElement);
    await editor.answered();
    await expect(editor.alerts.join()).toContain('You’re offline');
  },
};

/** The session has no organization. The host can ask for one. */
export const NoOrganization: EditorStory = {
  args: { email: '' },
  render: (args) =>
    stage(
      args,
      html`<profile-editor
        theme=${args.theme}
        .fetch=${async () => problem('token_without_organization', 403)}
        .chooseOrganization=${async () => {}}
      ></profile-editor>`,
    ),
  play: async ({ canvasElement }) => {
    const editor = editorIn(canvasElement);
    await editor.answered();
    await expect(editor.buttons).toEqual(['Choose an organization']);
  },
};

/** Auth0 refused the sign-in, because an admin has blocked the account. */
export const BlockedAtSignIn: EditorStory = {
  args: { email: '' },
  render: (args) =>
    stage(
      args,
      html`<profile-editor
        theme=${args.theme}
        .fetch=${() => Promise.reject(new ProxyProblem('sign_in_blocked'))}
        .login=${async () => {}}
      ></profile-editor>`,
    ),
  play: async ({ canvasElement }) => {
    const editor = editorIn(canvasElement);
    await editor.answered();
    await expect(editor.text).toContain('Your account is blocked');
    await expect(editor.buttons).toEqual(['Use a different account']);
  },
};

export const SignedOut: EditorStory = {
  args: { email: '' },
  play: async ({ canvasElement }) => {
    const editor = editorIn(canvasElement);
    await editor.answered();
    await expect(editor.text).toContain('You’re signed out');
  },
};

/** The tenant limits the rate of requests: a countdown runs until the next attempt. */
export const RateLimited: EditorStory = {
  args: { ...mia, before: ({ world }) => world.tenant.faults.add({ path: '/api/v2/**', ...limit }) },
  play: async ({ canvasElement }) => {
    const editor = editorIn(canvasElement);
    await editor.answered();
    await expect(editor.countdown).toContain('seconds');
  },
};

/** The rate limit is reached by a save. The draft is kept. */
export const RateLimitedWhileSaving: EditorStory = {
  args: mia,
  play: async ({ canvasElement, loaded }) => {
    const editor = await profileIn(canvasElement);
    const { faults } = sceneOf({ loaded }).world.tenant;
    faults.add({ method: 'PATCH', path: '/api/v2/users/*', ...limit });
    await editor.type('jobTitle', 'Lead Engineer');
    await editor.save();
    await expect(editor.countdown).toContain('seconds');
    await expect(editor.value('jobTitle')).toBe('Lead Engineer');
  },
};

/** A save fails. The draft is kept, and can be saved again. */
export const FailedWhileSaving: EditorStory = {
  args: mia,
  play: async ({ canvasElement, loaded }) => {
    const editor = await profileIn(canvasElement);
    const { faults } = sceneOf({ loaded }).world.tenant;
    faults.add({ method: 'PATCH', path: '/api/v2/users/*', status: 500, times: Infinity });
    await editor.type('jobTitle', 'Lead Engineer');
    await editor.save();
    await expect(editor.alerts.join()).toContain('Your changes are still here');
    await expect(editor.value('jobTitle')).toBe('Lead Engineer');
  },
};

/** The user came back from "Sign in and save" when it was too late to resume. */
export const ChangesLost: EditorStory = {
  args: mia,
  beforeEach: () => {
    sessionStorage.setItem('orgdesk:draft /orgdesk ', JSON.stringify({ at: 0, intent: null }));
    return () => sessionStorage.clear();
  },
  play: async ({ canvasElement }) => {
    const editor = await profileIn(canvasElement);
    await editor.until(() => editor.alerts.length > 0);
    await expect(editor.alerts.join()).toContain('Your changes weren’t saved');
  },
};

/** Another change to the same field: both values, with a choice. */
export const Conflict: EditorStory = {
  args: mia,
  play: async ({ canvasElement, loaded }) => {
    const editor = await profileIn(canvasElement);
    const { users } = sceneOf({ loaded }).world.tenant;
    await editor.type('jobTitle', 'Lead Engineer');
    users.update(people.mia, {
      user_metadata: { ...users.get(people.mia)?.user_metadata, job_title: 'Head of Field' },
    });
    await editor.save();
    await expect(editor.conflict('jobTitle')).toEqual({ stored: 'Head of Field', mine: 'Lead Engineer' });
  },
};

export const ConflictNarrow: EditorStory = { ...Conflict, args: { ...mia, narrow: true } };

export const ConflictDark: EditorStory = { ...Conflict, args: { ...mia, theme: 'dark' } };

/** Another user has the new address. */
export const AddressInUse: EditorStory = {
  args: uma,
  play: async ({ canvasElement }) => {
    const editor = await profileIn(canvasElement);
    await editor.fill('email', 'umar@umbrella.example');
    await editor.save();
    await expect(editor.error('email')).toContain('This is already in use');
    await expect(editor.value('email')).toBe('umar@umbrella.example');
  },
};

/** A new address needs a recent sign-in. The draft is kept. */
export const OldSignIn: EditorStory = {
  args: {
    ...uma,
    before: async ({ world, send }) => {
      world.tenant.clock.advance(-60 * 60 * 1000);
      await send('/v1/profile');
      world.tenant.clock.reset();
    },
  },
  play: async ({ canvasElement }) => {
    const editor = await profileIn(canvasElement);
    await editor.fill('email', 'uma.silva@umbrella.example');
    await editor.save();
    await expect(editor.alerts.join()).toContain('Sign in again to save this change');
    await expect(editor.value('email')).toBe('uma.silva@umbrella.example');
  },
};

/** A reload fails. The profile stays, with a notice. */
export const ReloadFailed: EditorStory = {
  args: mia,
  play: async ({ canvasElement, loaded }) => {
    const editor = await profileIn(canvasElement);
    sceneOf({ loaded }).world.line = 'down';
    await editor.element.reload();
    await editor.settle();
    await expect(editor.alerts.join()).toContain('Couldn’t reach the server');
    await expect(editor.value('jobTitle')).toBe('Field Engineer');
  },
};

/** The user is no longer a member of the organization. */
export const NoLongerMember: EditorStory = {
  args: {
    ...mia,
    before: async ({ world, send }) => {
      // Sign in first: Auth0 refuses a sign-in to an organization of which the user isn't a member.
      await send('/v1/profile');
      world.tenant.organizations.removeMember('org_acme000000000000', people.mia);
    },
  },
  play: async ({ canvasElement }) => {
    const editor = editorIn(canvasElement);
    await editor.answered();
    await expect(editor.text).toContain('You don’t have a profile in this organization');
  },
};
