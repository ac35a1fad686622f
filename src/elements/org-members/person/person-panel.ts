/** Panel of one member: their page, and the dialogs about them. Loaded when one of these is opened. */
import { html, type LitElement, type TemplateResult } from 'lit';
import { LazyModule } from '../../../state/lazy-module.js';
import { MemberController, type MemberOptions } from '../../../state/member/member-controller.js';
import type { Toasts } from '../../../state/toasts.js';
import type { DialogMessages } from '../../../messages/en/dialogs.js';
import { member as english, type MemberMessages } from '../../../messages/en/member.js';
import type { OverridesOf } from '../../../messages/messages.js';
import { adoptStyles } from '../../parts/adopt-styles.js';
import { localized, prepareMessages } from '../../parts/localized.js';
import { dialogStyles } from '../../parts/dialog.styles.js';
import type { ProfileEditor } from '../../profile-editor/profile-editor.js';
import { nameOf, type MemberContext, type MemberSharedContext } from './context.js';
import { leaveDialog } from './leave-dialog.js';
import { styles } from './person.styles.js';
import { memberPage } from './page.js';
import { missingDialog } from './missing-dialog.js';

/** Replacements for texts of the page and its dialogs. */
export type MemberOverrides = OverridesOf<MemberMessages & DialogMessages>;

export interface MemberPanelOptions extends MemberOptions {
  readonly toasts: Toasts;
  /** Replacements for texts of toasts. */
  overrides(): MemberOverrides;
}

export interface MemberPanel {
  readonly controller: MemberController;
  dispose(): void;
  /**
   * Renders the open page. It goes into an element with the class `beside`, after the list: next to the list where there is
   * room for both, in its place where there isn't.
   */
  panel(shared: MemberSharedContext, overrides: MemberOverrides): TemplateResult;
  /** Renders the dialog that is open, with the page or without it. */
  dialogs(shared: MemberSharedContext, overrides: MemberOverrides): TemplateResult;
}

export function createMemberPanel(
  host: LitElement,
  { toasts, overrides: toastOverrides, ...options }: MemberPanelOptions,
): MemberPanel {
  const dialogs = new LazyModule(host, async () => {
    const [{ createMemberDialogs }] = await Promise.all([
      import('./dialogs.js'),
      prepareMessages(host, 'dialogs'),
    ]);
    return createMemberDialogs(host);
  });
  // As large as everything else here: loaded for a page, not for a row's menu.
  const editor = new LazyModule(host, () => import('../../../define/profile-editor.js'));
  const controller = new MemberController(host, {
    ...options,
    prepare: (what) => {
      if (what === 'page') void editor.load();
      else void dialogs.load();
    },
    editor: () => host.shadowRoot?.querySelector<ProfileEditor>('.member-page profile-editor') ?? null,
    onBegun: () => {
      const id = toasts.show({ text: messages.with(toastOverrides()).working });
      return () => toasts.dismiss(id);
    },
    onCompleted: (person, operation, receipt) => {
      const { dialog } = controller.operation;
      if (dialog?.phase === 'done' && dialog.receipt === receipt) {
        // Closing the dialog before it is removed returns the focus.
        host.shadowRoot?.querySelector<HTMLDialogElement>('dialog[open]')?.close();
        controller.closeOperation();
      }
      void dialogs.load().then((loaded) => {
        const name = nameOf({ messages: messages.with(toastOverrides()) }, person);
        const viewReceipt = receipt && (() => controller.operation.showReceipt(operation, person, receipt));
        const toast = loaded?.toast({ operation, name, viewReceipt }, toastOverrides());
        if (toast) toasts.show(toast);
      });
    },
  });
  // The same function at every render: another one would make the editor render again.
  const signInToSave = (maxAge?: number) => controller.signInToSave(maxAge);
  adoptStyles(host, dialogStyles, styles);
  const messages = localized(host, 'member', english);
  const contextOf = (shared: MemberSharedContext, overrides: MemberOverrides): MemberContext => ({
    ...shared,
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
    panel: (shared, overrides) => html`${memberPage(contextOf(shared, overrides))}`,
    dialogs: (shared, overrides) => {
      const context = contextOf(shared, overrides);
      const dialog = dialogs.hasFailed
        ? missingDialog(context, () => void dialogs.load())
        : dialogs.current?.render(context, overrides);
      return html`${dialog} ${leaveDialog(context)}`;
    },
  };
}
