import type { Meta } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import { editorIn, editorMeta, profileIn, type EditorArgs, type EditorStory } from './editor.js';
import { mia, people, uma } from './people.js';
import { sceneOf, withoutNetwork } from './scene.js';

const meta: Meta<EditorArgs> = { ...editorMeta, title: 'profile-editor/When it fails' };
export default meta;

const limit = { status: 429, headers: { 'retry-after': '45' }, times: Infinity };

/** No answer yet: the shape of what comes. */
export const Loading: EditorStory = {
  args: { ...mia, before: ({ world }) => void (world.line = 'silent') },
  play: async ({ canvasElement }) => {
    const editor = editorIn(canvasElement);
    await editor.settle();
    await expect(editor.showsSkeleton).toBe(true);
  },
};

export const ProxyDown: EditorStory = {
  args: { ...mia, before: ({ world }) => void (world.line = 'down') },
  play: async ({ canvasElement }) => {
    const editor = editorIn(canvasElement);
    await editor.answered();
    await expect(editor.alerts.join()).toContain('cannot be reached');
    await expect(editor.buttons).toContain('Try again');
  },
};

/** No network at all: the browser knows it, and the profile comes by itself as soon as there is one. */
export const Offline: EditorStory = {
  args: ProxyDown.args ?? {},
  beforeEach: withoutNetwork,
  play: async ({ canvasElement }) => {
    const editor = editorIn(canvasElement);
    await editor.answered();
    await expect(editor.alerts.join()).toContain('You are offline');
  },
};

export const SignedOut: EditorStory = {
  args: { email: '' },
  play: async ({ canvasElement }) => {
    const editor = editorIn(canvasElement);
    await editor.answered();
    await expect(editor.text).toContain('You are signed out');
  },
};

/** The tenant takes no more at the moment: the time until the next try is counted down. */
export const RateLimited: EditorStory = {
  args: { ...mia, before: ({ world }) => world.tenant.faults.add({ path: '/api/v2/**', ...limit }) },
  play: async ({ canvasElement }) => {
    const editor = editorIn(canvasElement);
    await editor.answered();
    await expect(editor.countdown).toContain('seconds');
  },
};

/** The same while somebody saves: what they typed stays. */
export const RateLimitedWhileSaving: EditorStory = {
  args: mia,
  play: async ({ canvasElement, loaded }) => {
    const editor = await profileIn(canvasElement);
    const { faults } = sceneOf({ loaded }).world.tenant;
    faults.add({ method: 'PATCH', path: '/api/v2/users/*', ...limit });
    await editor.type('jobTitle', 'Lead Engineer');
    await editor.save('work');
    await expect(editor.countdown).toContain('seconds');
    await expect(editor.value('jobTitle')).toBe('Lead Engineer');
  },
};

/** The tenant breaks while somebody saves: what they typed stays, and saving again helps. */
export const FailedWhileSaving: EditorStory = {
  args: mia,
  play: async ({ canvasElement, loaded }) => {
    const editor = await profileIn(canvasElement);
    const { faults } = sceneOf({ loaded }).world.tenant;
    faults.add({ method: 'PATCH', path: '/api/v2/users/*', status: 500, times: Infinity });
    await editor.type('jobTitle', 'Lead Engineer');
    await editor.save('work');
    await expect(editor.alerts.join()).toContain('What you typed is still here');
    await expect(editor.value('jobTitle')).toBe('Lead Engineer');
  },
};

/** Somebody else has changed the same field meanwhile: both values, and which of them shall be. */
export const Conflict: EditorStory = {
  args: mia,
  play: async ({ canvasElement, loaded }) => {
    const editor = await profileIn(canvasElement);
    const { users } = sceneOf({ loaded }).world.tenant;
    await editor.type('jobTitle', 'Lead Engineer');
    users.update(people.mia, {
      user_metadata: { ...users.get(people.mia)?.user_metadata, job_title: 'Head of Field' },
    });
    await editor.save('work');
    await expect(editor.conflict('jobTitle')).toEqual({ stored: 'Head of Field', mine: 'Lead Engineer' });
  },
};

export const ConflictNarrow: EditorStory = { ...Conflict, args: { ...mia, narrow: true } };

export const ConflictDark: EditorStory = { ...Conflict, args: { ...mia, theme: 'dark' } };

/** Somebody else signs in with the new address already. */
export const AddressInUse: EditorStory = {
  args: uma,
  play: async ({ canvasElement }) => {
    const editor = await profileIn(canvasElement);
    await editor.fill('email', 'umar@umbrella.example');
    await editor.save('contact');
    await expect(editor.error('email')).toContain('Somebody else uses this already');
    await expect(editor.value('email')).toBe('umar@umbrella.example');
  },
};

/** Signed in an hour ago, which is too long for another address: what was typed stays. */
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
    await editor.save('contact');
    await expect(editor.alerts.join()).toContain('it needs a fresh sign-in');
    await expect(editor.value('email')).toBe('uma.silva@umbrella.example');
  },
};

/** The profile is there, and is read again in vain: it stays, and says that it may be out of date. */
export const ReloadFailed: EditorStory = {
  args: mia,
  play: async ({ canvasElement, loaded }) => {
    const editor = await profileIn(canvasElement);
    sceneOf({ loaded }).world.line = 'down';
    await editor.element.reload();
    await editor.settle();
    await expect(editor.alerts.join()).toContain('cannot be reached');
    await expect(editor.value('jobTitle')).toBe('Field Engineer');
  },
};

/** Is no member of the organization any more. */
export const NoLongerMember: EditorStory = {
  args: {
    ...mia,
    before: async ({ world, send }) => {
      // The sign-in first: of nobody who is no member it would be taken.
      await send('/v1/profile');
      world.tenant.organizations.removeMember('org_acme000000000000', people.mia);
    },
  },
  play: async ({ canvasElement }) => {
    const editor = editorIn(canvasElement);
    await editor.answered();
    await expect(editor.text).toContain('You have no profile in this organization');
  },
};
