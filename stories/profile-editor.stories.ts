import type { Meta } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import { editorMeta, profileIn, type EditorArgs, type EditorStory } from './editor.js';
import { ada, mia, uma } from './people.js';
import { delayPolicy } from './policies.js';
import { overflow } from './scene.js';

const meta: Meta<EditorArgs> = { ...editorMeta, title: 'profile-editor/The own profile' };
export default meta;

/** Signs in with a password, came by invitation: everything but the email may change. */
export const InvitedDatabaseUser: EditorStory = {
  args: mia,
  play: async ({ canvasElement }) => {
    const editor = await profileIn(canvasElement);
    await expect(editor.signInNote).toContain('You sign in with your email and a password');
    await expect(editor.lockReason('email')).toContain('the address you were invited with');
    await expect(editor.isEditable('name')).toBe(true);
  },
};

/** A person's whole way in one story: the edit goes through the proxy to the tenant and comes back. */
export const Saved: EditorStory = {
  args: mia,
  play: async ({ canvasElement }) => {
    const editor = await profileIn(canvasElement);
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
export const OpenDatabaseUser: EditorStory = {
  args: uma,
  play: async ({ canvasElement }) => {
    const editor = await profileIn(canvasElement);
    await expect(editor.isEditable('email')).toBe(true);
  },
};

/** Signs in through a company's identity provider: only the application's own attributes may change. */
export const EnterpriseUser: EditorStory = {
  args: { email: 'grace@globex.example', organization: 'globex' },
  play: async ({ canvasElement }) => {
    const editor = await profileIn(canvasElement);
    await expect(editor.lockReason('name')).toContain('Managed by Globex SSO');
    await expect(editor.isEditable('jobTitle')).toBe(true);
  },
};

/** Signs in with a social account: likewise. */
export const SocialUser: EditorStory = {
  args: { email: 'ivy@initech.example', organization: 'initech' },
  play: async ({ canvasElement }) => {
    const editor = await profileIn(canvasElement);
    await expect(editor.lockReason('name')).toContain('Managed by Google');
    await expect(editor.isEditable('jobTitle')).toBe(true);
  },
};

/** Gets a code by mail at each sign-in: no password, and the address stays. */
export const PasswordlessUser: EditorStory = {
  args: { email: 'hana@hooli.example', organization: 'hooli' },
  play: async ({ canvasElement }) => {
    const editor = await profileIn(canvasElement);
    await expect(editor.signInNote).toContain('There is no password');
    await editor.accountReady();
    await expect(editor.accountHeadings).not.toContain('Password');
    await expect(editor.isEditable('email')).toBe(false);
  },
};

/** An address that nobody has shown yet to be theirs. */
export const UnverifiedAddress: EditorStory = {
  args: { email: 'umar@umbrella.example', organization: 'umbrella' },
  play: async ({ canvasElement }) => {
    const editor = await profileIn(canvasElement);
    await expect(editor.badge('email')).toBe('Not verified');
    await editor.accountReady();
    await expect(editor.accountText('Verify your email')).toContain('Send another mail');
  },
};

/** The mail to show that has been sent, and another one has to wait. */
export const VerificationSent: EditorStory = {
  args: UnverifiedAddress.args ?? {},
  play: async ({ canvasElement }) => {
    const editor = await profileIn(canvasElement);
    await editor.accountReady();
    await editor.press('Send another mail');
    await editor.until(() => editor.accountText('Verify your email').includes('is on its way'));
    await expect(editor.accountText('Verify your email')).toContain('You can ask for another one in');
  },
};

export const PasswordEmailSent: EditorStory = {
  args: mia,
  play: async ({ canvasElement }) => {
    const editor = await profileIn(canvasElement);
    await editor.accountReady();
    await editor.press('Send a mail to change the password');
    await editor.until(() => editor.accountText('Password').includes('a link is on its way'));
    await expect(editor.accountText('Password')).toContain('You can ask for another one in');
  },
};

/** In several browsers, each of which can be signed out. */
export const SignedInElsewhere: EditorStory = {
  args: {
    ...mia,
    before: async ({ world }) => {
      await world.sessionOf(mia.email, mia.organization)('/orgdesk/v1/profile');
      await world.sessionOf(mia.email, mia.organization)('/orgdesk/v1/profile');
    },
  },
  play: async ({ canvasElement }) => {
    const editor = await profileIn(canvasElement);
    await editor.until(() => editor.buttons.includes('Sign out everywhere else'));
    await expect(editor.buttons.filter((button) => button === 'Sign out')).toHaveLength(2);
  },
};

/** Saved just now: the new address is shown, and that nobody has shown yet to have it. */
export const AddressChanged: EditorStory = {
  args: uma,
  play: async ({ canvasElement }) => {
    const editor = await profileIn(canvasElement);
    await editor.fill('email', 'uma.silva@umbrella.example');
    await editor.save('contact');
    await editor.until(() => editor.badge('email') === 'Not verified');
    await expect(editor.value('email')).toBe('uma.silva@umbrella.example');
    await editor.until(() => editor.accountHeadings.includes('Verify your email'));
    await expect(editor.accountText('Verify your email')).toContain('uma.silva@umbrella.example');
  },
};

/** Looks at what a new address would bring with it, before saving. */
export const NewAddress: EditorStory = {
  args: uma,
  play: async ({ canvasElement }) => {
    const editor = await profileIn(canvasElement);
    await editor.fill('email', 'uma.silva@umbrella.example');
    await editor.until(() => editor.consequences('contact').length > 1);
    await expect(editor.consequences('contact').length).toBeGreaterThan(1);
  },
};

/** Values that cannot be saved, each with what is wrong about it. */
export const WrongValues: EditorStory = {
  args: uma,
  play: async ({ canvasElement }) => {
    const editor = await profileIn(canvasElement);
    await editor.fill('name', '');
    await editor.fill('email', 'not an address');
    await editor.until(() => editor.error('email') !== '');
    await expect(editor.isInvalid('name')).toBe(true);
    await expect(editor.isInvalid('email')).toBe(true);
  },
};

/** Password, sessions, data and the account itself; the question is asked before it is deleted. */
export const DeletingTheAccount: EditorStory = {
  args: mia,
  play: async ({ canvasElement }) => {
    const editor = await profileIn(canvasElement);
    await editor.accountReady();
    await expect(editor.accountHeadings).toEqual(expect.arrayContaining(['Password', 'Your data']));
    await editor.press('Delete my account…');
    await editor.until(() => editor.dialogText.includes('Type “mia@acme.example” to confirm'));
    await expect(editor.dialogText).toContain('You leave Acme Instruments');
  },
};

/** Nobody else could manage the organization: it says what to do first. */
export const LastAdmin: EditorStory = {
  args: ada,
  play: async ({ canvasElement }) => {
    const editor = await profileIn(canvasElement);
    await editor.accountReady();
    await editor.press('Delete my account…');
    await editor.until(() => editor.dialogText.includes('Make somebody else an admin first'));
    await expect(editor.dialogText).toContain('Nobody else can manage the people');
  },
};

/** The identity provider would make the account again. */
export const RecreatedAtSignIn: EditorStory = {
  args: EnterpriseUser.args ?? {},
  play: async ({ canvasElement }) => {
    const editor = await profileIn(canvasElement);
    await editor.until(() => editor.accountHeadings.includes('Delete account'));
    await expect(editor.accountText('Delete account')).toContain('would be created again');
  },
};

/** Asked for, and not done yet: until then it can be taken back. */
export const PendingDeletion: EditorStory = {
  args: {
    ...mia,
    behind: { policy: delayPolicy },
    before: ({ send }) => send('/v1/profile', { method: 'DELETE' }),
  },
  play: async ({ canvasElement }) => {
    const editor = await profileIn(canvasElement);
    await editor.until(() => editor.buttons.includes('Keep my account'));
    await expect(editor.text).toContain('Your account will be deleted on');
  },
};

/** A plan that tells nothing of sessions. */
export const SmallPlan: EditorStory = {
  args: { ...mia, behind: { plan: 'essentials' } },
  play: async ({ canvasElement }) => {
    const editor = await profileIn(canvasElement);
    await editor.accountReady();
    await editor.until(() => editor.text.includes('the sign-in service does not offer it'));
    await expect(editor.accountText('Where you are signed in')).toContain('does not offer it');
  },
};

export const ReadOnly: EditorStory = {
  args: { ...mia, readOnly: true },
  play: async ({ canvasElement }) => {
    const editor = await profileIn(canvasElement);
    await expect(editor.isEditable('jobTitle')).toBe(false);
    await expect(editor.value('jobTitle')).toBe('Field Engineer');
  },
};

export const Dark: EditorStory = { ...InvitedDatabaseUser, args: { ...mia, theme: 'dark' } };

export const RightToLeft: EditorStory = {
  args: { ...mia, rightToLeft: true },
  play: async ({ canvasElement }) => {
    const editor = await profileIn(canvasElement);
    await expect(getComputedStyle(editor.element).direction).toBe('rtl');
    await expect(overflow()).toBe(0);
  },
};

export const Narrow: EditorStory = {
  args: { ...mia, narrow: true },
  play: async ({ canvasElement }) => {
    const editor = await profileIn(canvasElement);
    await editor.accountReady();
    await expect(editor.element.scrollWidth).toBeLessThanOrEqual(320);
  },
};
