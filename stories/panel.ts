/** What the stories of `<org-members>` have in common. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/org-members.js';
import type { OrgMembers } from '../src/index.js';
import { MemberHarness } from '../test/harness/member-panel.js';
import { OrgMembersHarness } from '../test/harness/org-members.js';
import { languageOf, loadScene, sceneArgs, sceneArgTypes, sceneOf, stage, type SceneArgs } from './scene.js';

export interface PanelArgs extends SceneArgs {
  /** The section that is shown at first. */
  tab: OrgMembers['tab'];
  /** Whose page is open at first. */
  member: string;
  columns: OrgMembers['columns'];
  rowActions: OrgMembers['rowActions'];
}

export type PanelStory = StoryObj<PanelArgs>;

export const panelMeta = {
  component: 'org-members',
  argTypes: {
    ...sceneArgTypes,
    tab: { control: 'inline-radio', options: ['members', 'invitations', 'activity'] },
  },
  args: { ...sceneArgs, tab: 'members', member: '', columns: [], rowActions: [] },
  loaders: [loadScene],
  render: (args, context) =>
    stage(
      args,
      html`<org-members
        theme=${args.theme}
        tab=${args.tab}
        member=${args.member}
        ?read-only=${args.readOnly}
        .lang=${languageOf(args)}
        .columns=${args.columns}
        .rowActions=${args.rowActions}
        .fetch=${sceneOf(context).fetch}
      ></org-members>`,
    ),
} satisfies Meta<PanelArgs>;

/** The story's panel, whatever it shows. */
export function panelIn(canvas: HTMLElement): OrgMembersHarness {
  const element = canvas.querySelector('org-members');
  if (!element) throw new Error('the story has no org-members');
  return new OrgMembersHarness(element);
}

/** The story's panel, once the proxy has answered with people. */
export async function peopleIn(canvas: HTMLElement): Promise<OrgMembersHarness> {
  const panel = panelIn(canvas);
  await panel.answered();
  if (!panel.element.matches(':state(ready)')) throw new Error(`no people: ${panel.text}`);
  return panel;
}

/** The page beside the list, once everything on it has been read. */
export async function personIn(canvas: HTMLElement) {
  const panel = await peopleIn(canvas);
  const person = new MemberHarness(panel.element);
  await person.loaded();
  await person.until(() => !/Reading|Loading/.test(person.text));
  return person;
}
