/** Panel of one member: their page, and the dialogs about them. Loaded before one of these is opened. */
import { html, type LitElement, type TemplateResult } from 'lit';
import { LazyModule, loadOnce } from '../../../state/lazy-module.js';
import { MemberController, type MemberOptions } from '../../../state/member/member-controller.js';
import { ListSteps, type ListAround, type Step } from '../../../state/members/list-steps.js';
import type { Toasts } from '../../../state/toasts.js';
import type { DialogMessages } from '../../../messages/en/dialogs.js';
import { member as english, type MemberMessages } from '../../../messages/en/member.js';
import type { OverridesOf } from '../../../messages/messages.js';
import { adoptStyles } from '../../parts/adopt-styles.js';
import { copyText } from '../../parts/copy-text.js';
import { localized, prepareMessages } from '../../parts/localized.js';
import { dialogStyles } from '../../parts/dialog.styles.js';
import type { ProfileEditor } from '../../profile-editor/profile-editor.js';
import { DrawerRoom } from './drawer-room.js';
import { nameOf, type MemberContext, type MemberSharedContext } from './context.js';
import { leaveDialog } from './leave-dialog.js';
import { styles } from './person.styles.js';
import { memberPage, scrollToTop } from './page.js';
import { missingDialog } from './missing-dialog.js';

const importRegistration = loadOnce(() => import('../../../define/register-profile-editor.js'));

const adopt = (host: LitElement) => adoptStyles(host, dialogStyles, styles);

/** Prepares what a member's page consists of, before one is opened. Nothing of it can be seen: no tag is registered either. */
export async function prepareMemberPage(host: LitElement): Promise<void> {
  adopt(host);
  await importRegistration();
  const { importEditing } = await import('../../profile-editor/profile-editor.js');
  await importEditing();
}

/** Replacements for texts of the page and its dialogs. */
export type MemberOverrides = OverridesOf<MemberMessages & DialogMessages>;

export interface MemberPanelOptions extends MemberOptions {
  readonly toasts: Toasts;
  readonly list: ListAround;
  /** Asks the host whether the page of another member may open. */
  confirmOpen(userId: string): Promise<boolean>;
  /** Scrolls the list to a member, if they aren't in view. */
  reveal(userId: string): void;
  /** Replacements for texts of toasts. */
  overrides(): MemberOverrides;
}

export interface MemberPanel {
  readonly controller: MemberController;
  dispose(): void;
  /**
   * Renders the open page. It goes into an element with the class `beside`, and `with-drawer` or `with-page`, after the list:
   * next to the list where there is room for both, in its place where there isn't.
   */
  panel(shared: MemberSharedContext, overrides: MemberOverrides): TemplateResult;
  /** Renders the dialog that is open, with the page or without it. */
  dialogs(shared: MemberSharedContext, overrides: MemberOverrides): TemplateResult;
}

export function createMemberPanel(
  host: LitElement,
  { toasts, list, confirmOpen, reveal, overrides: toastOverrides, ...options }: MemberPanelOptions,
): MemberPanel {
  const dialogs = new LazyModule(host, async () => {
    const [{ createMemberDialogs }] = await Promise.all([
      import('./dialogs.js'),
      prepareMessages(host, 'dialogs'),
    ]);
    return createMemberDialogs(host);
  });
  // As large as everything else here: waited for by a page, not by a row's menu.
  const editor = new LazyModule(host, async () => {
    const registration = await importRegistration();
    registration.registerProfileEditor();
    return registration;
  });
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
        const undo = controller.undoOf(person, operation, receipt);
        const toast = loaded?.toast({ operation, name, viewReceipt, undo }, toastOverrides());
        if (toast) toasts.show(toast);
      });
    },
  });
  const steps = new ListSteps(list);
  const step = (to: Step) =>
    controller.move(async () => {
      const userId = controller.page && (await steps.find(controller.page.userId, to, confirmOpen));
      // What a failure has left is shown.
      host.requestUpdate();
      if (userId) reveal(userId);
      return userId;
    });
  const copyLink = () => {
    const { linkCopied: copied, linkNotCopied: failed } = messages.with(toastOverrides());
    return copyText(toasts, location.href, { copied, failed });
  };
  const sectionNav = new LazyModule(host, async () => {
    const { SectionNav } = await import('../../parts/section-nav.js');
    return new SectionNav(host, '.member-page h3[id]');
  });
  const room = new DrawerRoom(host);
  // The same function at every render: another one would make the editor render again.
  const signInToSave = (maxAge?: number) => controller.signInToSave(maxAge);
  adopt(host);
  const messages = localized(host, 'member', english);
  const contextOf = (shared: MemberSharedContext, overrides: MemberOverrides): MemberContext => ({
    ...shared,
    member: controller,
    steps,
    step,
    copyLink,
    sectionNav,
    showAsPage: (asPage) => {
      shared.showAsPage(asPage);
      if (controller.page && !asPage) reveal(controller.page.userId);
      void host.updateComplete.then(() => {
        const page = host.shadowRoot?.querySelector('.member-page');
        if (page) scrollToTop(page);
      });
    },
    editor,
    isOverList: !room.isMade,
    signInToSave,
    messages: messages.with(overrides),
  });
  return {
    controller,
    dispose: () => {
      for (const each of [controller, dialogs, editor, sectionNav, room]) each.dispose();
    },
    panel: (shared, overrides) => {
      const { page } = controller;
      const isComplete = page?.profile.isRunning === false && (editor.current !== null || editor.hasFailed);
      room.sync(page !== null, isComplete);
      if (shared.asPage && controller.page) void sectionNav.load();
      return html`${memberPage(contextOf(shared, overrides))}`;
    },
    dialogs: (shared, overrides) => {
      const context = contextOf(shared, overrides);
      const dialog = dialogs.hasFailed
        ? missingDialog(context, () => void dialogs.load())
        : dialogs.current?.render(context, overrides);
      return html`${dialog} ${leaveDialog(context)}`;
    },
  };
}
