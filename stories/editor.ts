/** Shared by the stories of `<profile-editor>`. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/profile-editor.js';
import { ProfileEditorHarness } from '../test/harness/profile-editor.js';
import { languageOf, loadScene, sceneArgs, sceneArgTypes, sceneOf, stage, type SceneArgs } from './scene.js';

export interface EditorArgs extends SceneArgs {
  /** The member to edit on behalf of. Empty for the own profile. */
  userId: string;
  /** Whether the host takes photos. */
  uploads: boolean;
  /** Whether the host can sign the user in again. */
  signsIn: boolean;
}

export type EditorStory = StoryObj<EditorArgs>;

export const editorMeta = {
  component: 'profile-editor',
  argTypes: sceneArgTypes,
  args: { ...sceneArgs, userId: '', uploads: false, signsIn: false },
  loaders: [loadScene],
  render: (args, context) =>
    stage(
      args,
      html`<profile-editor
        theme=${args.theme}
        user-id=${args.userId}
        ?read-only=${args.readOnly}
        .lang=${languageOf(args)}
        .fetch=${sceneOf(context).fetch}
        .uploadPicture=${args.uploads ? async () => uploadedPhoto : undefined}
        .login=${args.signsIn ? async () => {} : undefined}
      ></profile-editor>`,
    ),
} satisfies Meta<EditorArgs>;

/** On this machine: a story asks no other one. */
const uploadedPhoto = 'https://localhost/me.png';

/** The editor of the story, in any state. */
export function editorIn(canvas: HTMLElement): ProfileEditorHarness {
  const element = canvas.querySelector('profile-editor');
  if (!element) throw new Error('the story has no profile-editor');
  return new ProfileEditorHarness(element);
}

/** The editor of the story, after it has loaded a profile. */
export async function profileIn(canvas: HTMLElement): Promise<ProfileEditorHarness> {
  const editor = editorIn(canvas);
  await editor.answered();
  // In another language, its messages are loaded first.
  await editor.until(() => !editor.isWaiting);
  if (!editor.groups.includes('work')) throw new Error(`no profile: ${editor.text}`);
  return editor;
}
