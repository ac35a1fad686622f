import type { Meta } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import { editorMeta, profileIn, type EditorArgs, type EditorStory } from './editor.js';
import { ada, mia, uma } from './people.js';
import { delayPolicy, structuredPolicy } from './policies.js';
import { overflow, type Scene } from './scene.js';

const meta: Meta<EditorArgs> = { ...editorMeta, title: 'profile-editor/Own profile' };
export default meta;

/** Signs in with a password and was invited: everything except the email can be edited. */
export const InvitedDatabaseUser: EditorStory = {
  args: mia,
  play: async ({ canvasElement }) => {
    const editor = await profileIn(canvasElement);
    await expect(editor.membership).toContain('You sign in with your email or username and password');
    await expect(editor.lockReason('email')).toContain('You were invited with this email address');
    await expect(editor.isEditable('name')).toBe(true);
  },
};

/** The header has buttons for the photo where the host takes uploads. */
export const UploadedPhoto: EditorStory = {
  args: { ...uma, uploads: true },
  play: async ({ canvasElement }) => {
    const editor = await profileIn(canvasElement);
    await editor.until(() => editor.buttons.includes('Upload photo…'));
    await editor.chooseFile(new File(['x'], 'me.png', { type: 'image/png' }));
    await editor.until(() => editor.photoText.includes('Unsaved'));
    await expect(editor.photoText).toContain('Remove');
  },
};

/** The full name follows the last name. */
export const FollowingName: EditorStory = {
  args: uma,
  play: async ({ canvasElement }) => {
    const editor = await profileIn(canvasElement);
    await editor.fill('familyName', 'Patel');
    await editor.until(() => editor.value('name') === 'Uma Patel');
    await expect(editor.unsaved).toBe('2 unsaved changes');
    await expect(editor.help('name')).toContain('Follows the first and last name');
  },
};

/** Someone who signed in ten minutes ago, which is too long for another address. */
const signedInLongAgo = {
  ...uma,
  signsIn: true,
  before: async ({ world, send }: Scene) => {
    const age = 10 * 60 * 1000;
    world.tenant.clock.advance(-age);
    await send('/v1/profile');
    world.tenant.clock.advance(age);
  },
};

/** A change that needs a recent sign-in. */
export const SignInAndSave: EditorStory = {
  args: signedInLongAgo,
  play: async ({ canvasElement }) => {
    const editor = await profileIn(canvasElement);
    await editor.fill('email', 'uma.silva@umbrella.example');
    await editor.until(() => editor.saveLabel === 'Sign in and save');
    await expect(editor.consequences[0]).toContain('We’ll save your changes when you’re back.');
  },
};

/** Back from a sign-in that was not recent enough: the bar says that nothing is saved yet. */
export const NotSavedYet: EditorStory = {
  args: signedInLongAgo,
  play: async ({ canvasElement }) => {
    const editor = await profileIn(canvasElement);
    await editor.fill('email', 'uma.silva@umbrella.example');
    await editor.save();
    await editor.until(() => editor.alerts.includes('Not saved yet. Review your changes and save.'));
    await expect(editor.unsaved).toBe('1 unsaved change');
  },
};

/** An edit that the proxy stores in the tenant. */
export const Saved: EditorStory = {
  args: mia,
  play: async ({ canvasElement }) => {
    const editor = await profileIn(canvasElement);
    const saved = new Promise<readonly string[]>((resolve) =>
      editor.element.addEventListener('profile-saved', ({ changed }) => resolve(changed), { once: true }),
    );
    await editor.type('jobTitle', 'Lead Engineer');
    await editor.save();
    await expect(await saved).toEqual(['jobTitle']);
    await expect(editor.showsSaved).toBe(true);
    await expect(editor.value('jobTitle')).toBe('Lead Engineer');
  },
};

/** Signs in with a password and wasn't invited: the email can be edited too. */
export const OpenDatabaseUser: EditorStory = {
  args: uma,
  play: async ({ canvasElement }) => {
    const editor = await profileIn(canvasElement);
    await expect(editor.isEditable('email')).toBe(true);
  },
};

/** Signs in with SSO: only application attributes can be edited. */
export const EnterpriseUser: EditorStory = {
  args: { email: 'grace@globex.example', organization: 'globex' },
  play: async ({ canvasElement }) => {
    const editor = await profileIn(canvasElement);
    await expect(editor.lockReason('name')).toContain('Managed by Globex SSO');
    await expect(editor.locks('identity')).toHaveLength(1);
    await expect(editor.isEditable('jobTitle')).toBe(true);
  },
};

/** Signs in with a social account: only application attributes can be edited. */
export const SocialUser: EditorStory = {
  args: { email: 'ivy@initech.example', organization: 'initech' },
  play: async ({ canvasElement }) => {
    const editor = await profileIn(canvasElement);
    await expect(editor.lockReason('name')).toContain('Managed by Google');
    await expect(editor.isEditable('jobTitle')).toBe(true);
  },
};

/** Signs in with a one-time code: no password, and a locked email. */
export const PasswordlessUser: EditorStory = {
  args: { email: 'hana@hooli.example', organization: 'hooli' },
  play: async ({ canvasElement }) => {
    const editor = await profileIn(canvasElement);
    await expect(editor.membership).toContain('You sign in with a one-time code');
    await editor.accountReady();
    await expect(editor.accountHeadings).not.toContain('Password');
    await expect(editor.isEditable('email')).toBe(false);
  },
};

/** An email address that isn't verified. */
export const UnverifiedAddress: EditorStory = {
  args: { email: 'umar@umbrella.example', organization: 'umbrella' },
  play: async ({ canvasElement }) => {
    const editor = await profileIn(canvasElement);
    await expect(editor.badge('email')).toBe('Not verified');
    await editor.accountReady();
    await editor.until(() => editor.verification !== '');
    await expect(editor.verification).toContain('Resend verification email');
  },
};

/** The verification email was sent; a countdown runs until the next one. */
export const VerificationSent: EditorStory = {
  args: UnverifiedAddress.args ?? {},
  play: async ({ canvasElement }) => {
    const editor = await profileIn(canvasElement);
    await editor.accountReady();
    await editor.press('Resend verification email');
    await editor.until(() => editor.verification.includes('We sent an email to'));
    await expect(editor.verification).toContain('You can request another email in');
  },
};

export const PasswordEmailSent: EditorStory = {
  args: mia,
  play: async ({ canvasElement }) => {
    const editor = await profileIn(canvasElement);
    await editor.accountReady();
    await editor.press('Send reset link');
    await editor.until(() =>
      editor.accountText('Password').includes('the link will arrive in a few minutes'),
    );
    await expect(editor.accountText('Password')).toContain('You can request another email in');
  },
};

/** Signed in to several browsers, each of which can be signed out. */
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

/** A new address was saved and isn't verified yet. */
export const AddressChanged: EditorStory = {
  args: uma,
  play: async ({ canvasElement }) => {
    const editor = await profileIn(canvasElement);
    await editor.fill('email', 'uma.silva@umbrella.example');
    await editor.save();
    await editor.until(() => editor.badge('email') === 'Not verified');
    await expect(editor.value('email')).toBe('uma.silva@umbrella.example');
    await editor.until(() => editor.verification !== '');
    await expect(editor.verification).toContain('uma.silva@umbrella.example');
  },
};

/** Consequences of a new address, before saving. */
export const NewAddress: EditorStory = {
  args: uma,
  play: async ({ canvasElement }) => {
    const editor = await profileIn(canvasElement);
    await editor.fill('email', 'uma.silva@umbrella.example');
    await editor.until(() => editor.consequences.length > 1);
    await expect(editor.consequences.length).toBeGreaterThan(1);
  },
};

/** Invalid values, each with its error. */
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

/** The dialog that confirms the deletion of the account. */
export const DeletingTheAccount: EditorStory = {
  args: mia,
  play: async ({ canvasElement }) => {
    const editor = await profileIn(canvasElement);
    await editor.accountReady();
    await expect(editor.accountHeadings).toEqual(expect.arrayContaining(['Password', 'Your data']));
    await editor.press('Delete account…');
    await editor.until(() => editor.dialogText.includes('Type “mia@acme.example” to confirm'));
    await expect(editor.dialogText).toContain('You’ll leave Acme Instruments');
  },
};

/** The last admin can't delete their account; the dialog says what to do first. */
export const LastAdmin: EditorStory = {
  args: ada,
  play: async ({ canvasElement }) => {
    const editor = await profileIn(canvasElement);
    await editor.accountReady();
    await editor.press('Delete account…');
    await editor.until(() => editor.dialogText.includes('Make someone else an admin first'));
    await expect(editor.dialogText).toContain('would be left without an admin');
  },
};

/** The identity provider would create the account again. */
export const RecreatedAtSignIn: EditorStory = {
  args: EnterpriseUser.args ?? {},
  play: async ({ canvasElement }) => {
    const editor = await profileIn(canvasElement);
    await editor.until(() => editor.accountHeadings.includes('Delete account'));
    await expect(editor.accountText('Delete account')).toContain('would re-create your account');
  },
};

/** The deletion is scheduled and can be canceled. */
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

/** An Auth0 plan without session management. */
export const SmallPlan: EditorStory = {
  args: { ...mia, behind: { plan: 'essentials' } },
  play: async ({ canvasElement }) => {
    const editor = await profileIn(canvasElement);
    await editor.accountReady();
    await editor.until(() => editor.text.includes('isn’t available for your organization'));
    await expect(editor.accountText('Where you’re signed in')).toContain(
      'The session list isn’t available for your organization',
    );
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

/** A free list has a line for each item, also on a narrow screen. */
export const FreeList: EditorStory = {
  args: { ...mia, narrow: true, behind: { policy: structuredPolicy } },
  play: async ({ canvasElement }) => {
    const editor = await profileIn(canvasElement);
    await expect(editor.help('skills')).toBe('Enter one per line.');
    await editor.type('skills', 'Welding\nRobotics\n\nWelding');
    await editor.type('city', 'Lisbon');
    await editor.save();
    await expect(editor.value('skills')).toBe('Welding\nRobotics');
    await expect(editor.value('city')).toBe('Lisbon');
    await expect(editor.element.scrollWidth).toBeLessThanOrEqual(320);
  },
};

/** The error names the item. */
export const WrongItem: EditorStory = {
  args: { ...mia, behind: { policy: structuredPolicy } },
  play: async ({ canvasElement }) => {
    const editor = await profileIn(canvasElement);
    await editor.type('skills', `Welding\n${'x'.repeat(31)}`);
    await editor.leave('skills');
    await editor.until(() => editor.error('skills') !== '');
    await expect(editor.error('skills')).toContain('Use 30 characters or fewer.');
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
