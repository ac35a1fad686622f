/** What the stories of `<profile-editor>` have in common. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/profile-editor.js';
import { ProfileEditorHarness } from '../test/harness/profile-editor.js';
import { languageOf, loadScene, sceneArgs, sceneArgTypes, sceneOf, stage, type SceneArgs } from './scene.js';

export interface EditorArgs extends SceneArgs {
  /** Whose profile it is, where it is somebody else's. */
  userId: string;
}

export type EditorStory = StoryObj<EditorArgs>;

export const editorMeta = {
  component: 'profile-editor',
  argTypes: sceneArgTypes,
  args: { ...sceneArgs, userId: '' },
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
      ></profile-editor>`,
    ),
} satisfies Meta<EditorArgs>;

/** The story's editor, whatever it shows. */
export function editorIn(canvas: HTMLElement): ProfileEditorHarness {
  const element = canvas.querySelector('profile-editor');
  if (!element) throw new Error('the story has no profile-editor');
  return new ProfileEditorHarness(element);
}

/** The story's editor, once the proxy has answered with a profile. */
export async function profileIn(canvas: HTMLElement): Promise<ProfileEditorHarness> {
  const editor = editorIn(canvas);
  await editor.answered();
  if (!editor.groups.includes('work')) throw new Error(`no profile: ${editor.text}`);
  return editor;
}
