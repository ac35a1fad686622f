import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent } from 'storybook/test';
import { OrgMembersHarness } from '../test/harness/org-members.js';
import { ProfileEditorHarness } from '../test/harness/profile-editor.js';
import { ada } from './people.js';
import { loadScene, sceneArgs, sceneArgTypes, sceneOf, type SceneArgs } from './scene.js';
import { elements } from './theme-editor.js';

const meta: Meta<SceneArgs> = {
  title: 'Theming',
  argTypes: sceneArgTypes,
  args: { ...sceneArgs, ...ada },
  loaders: [loadScene],
  render: (_, context) => html`<theme-editor .fetch=${sceneOf(context).fetch}></theme-editor>`,
};
export default meta;

/** The editor, once both elements are there. */
async function editorIn(canvas: HTMLElement) {
  const find = <E extends Element>(selector: string): E => {
    const found = canvas.querySelector<E>(selector);
    if (!found) throw new Error(`the editor has no ${selector}`);
    return found;
  };
  const panel = new OrgMembersHarness(find('org-members'));
  await panel.answered();
  await new ProfileEditorHarness(find('profile-editor')).answered();
  const choose = (name: string, value: string) =>
    userEvent.selectOptions(find(`select[name=${name}]`), value);
  const set = async (token: string, value: string) => {
    await userEvent.clear(find(`input[name="${token}"]`));
    await userEvent.type(find(`input[name="${token}"]`), value);
  };
  return { find, panel, choose, set };
}

/** Every token and part, as the manifest has them. */
export const Editor: StoryObj<SceneArgs> = {
  play: async ({ canvasElement }) => {
    const { find, panel, set } = await editorIn(canvasElement);
    await expect(canvasElement.querySelectorAll('.token')).toHaveLength(
      elements[0]?.customProperties.length ?? 0,
    );
    await expect(canvasElement.querySelectorAll('details button')).toHaveLength(
      elements.flatMap(({ parts }) => parts).length,
    );
    await set('--orgdesk-accent', '#7a3fa0');
    await panel.until(() => panel.colorOf('--accent') === [0x7a, 0x3f, 0xa0].join());
    await expect(find('pre').textContent).toContain('  --orgdesk-accent: #7a3fa0;');
    // Half of a value changes nothing.
    await set('--orgdesk-ink', 'rgb(0 0');
    await expect(find('pre').textContent).not.toContain('ink');
  },
};

/** A theme that is a file, with a color that can't be read on it. */
export const Square: StoryObj<SceneArgs> = {
  play: async ({ canvasElement }) => {
    const { find, panel, choose, set } = await editorIn(canvasElement);
    await choose('theme', 'square');
    await choose('scheme', 'dark');
    await choose('density', 'compact');
    await panel.until(() => panel.colorOf('--surface') === [0x19, 0x18, 0x14].join());
    const verdict = () => find('form [role=status]').textContent;
    await panel.until(() => verdict().includes('enough contrast'));
    await set('--orgdesk-muted', '#555');
    await panel.until(() => verdict().includes('muted on surface'));
    await set('--orgdesk-muted', '#bbb');
    await panel.until(() => verdict().includes('enough contrast'));
  },
};
