/** The part about one member: the page, and what is done to somebody. Loaded once somebody looks at one. */
import { html, type LitElement, type TemplateResult } from 'lit';
import { LazyModule } from '../../../state/lazy-module.js';
import { MemberController, type MemberOptions } from '../../../state/member/member-controller.js';
import type { DialogMessages } from '../../../messages/en/dialogs.js';
import { member as english, type MemberMessages } from '../../../messages/en/member.js';
import type { OverridesOf } from '../../../messages/messages.js';
import { adoptStyles } from '../../parts/adopt-styles.js';
import { localized, prepareMessages } from '../../parts/localized.js';
import { dialogStyles } from '../../parts/dialog.styles.js';
import type { ProfileEditor } from '../../profile-editor/profile-editor.js';
import type { MemberContext, MemberSurroundings } from './context.js';
import { leaveDialog } from './leave-dialog.js';
import { styles } from './person.styles.js';
import { memberPage } from './page.js';
import { missingDialog } from './missing-dialog.js';

/** Any text of this part, replaced: of the page, and of its dialogs. */
export type MemberOverrides = OverridesOf<MemberMessages & DialogMessages>;

export interface MemberPanel {
  readonly controller: MemberController;
  /** Another session is used from now on. */
  dispose(): void;
  /**
   * The page that is open, to be put into an element with the class `beside`, after what it was opened from: it stands
   * next to that where there is room for both, and in its place where there is not.
   */
  panel(surroundings: MemberSurroundings, overrides: MemberOverrides): TemplateResult;
  /** Whatever is asked, with the page or without it. */
  dialogs(surroundings: MemberSurroundings, overrides: MemberOverrides): TemplateResult;
}

export function createMemberPanel(host: LitElement, options: MemberOptions): MemberPanel {
  const dialogs = new LazyModule(host, async () => {
    const [{ createMemberDialogs }] = await Promise.all([
      import('./dialogs.js'),
      prepareMessages(host, 'dialogs'),
    ]);
    return createMemberDialogs(host);
  });
  // The editor is as large as everything else here: it comes with the first page, and not with a row's menu.
  const editor = new LazyModule(host, () => import('../../../define/profile-editor.js'));
  const controller = new MemberController(host, {
    ...options,
    prepare: (what) => {
      if (what === 'page') void editor.load();
      else void dialogs.load();
    },
    editor: () => host.shadowRoot?.querySelector<ProfileEditor>('.member-page profile-editor') ?? null,
  });
  // One function for all renders: the editor in the page takes another one for another host's.
  const signInToSave = (maxAge?: number) => controller.signInToSave(maxAge);
  adoptStyles(host, dialogStyles, styles);
  const messages = localized(host, 'member', english);
  const contextOf = (surroundings: MemberSurroundings, overrides: MemberOverrides): MemberContext => ({
    ...surroundings,
    member: controller,
    editor,
    signInToSave,
    messages: messages.with(overrides),
  });
  return {
    controller,
    dispose: () => {
      for (const each of [controller, dialogs, editor]) each.dispose();
    },
    panel: (surroundings, overrides) => html`${memberPage(contextOf(surroundings, overrides))}`,
    dialogs: (surroundings, overrides) => {
      const context = contextOf(surroundings, overrides);
      const asked = dialogs.hasFailed
        ? missingDialog(context, () => void dialogs.load())
        : dialogs.current?.render(context, overrides);
      return html`${asked} ${leaveDialog(context)}`;
    },
  };
}
