/** The account module: emails, sessions, export and deletion. Loaded if the profile has any of them. */
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { ReturnToTab } from '../../../state/return-to-tab.js';
import {
  AccountController,
  type AccountControllerOptions,
} from '../../../state/account/account-controller.js';
import { account as english, type AccountMessages } from '../../../messages/en/account.js';
import type { OverridesOf } from '../../../messages/messages.js';
import { adoptStyles } from '../../parts/adopt-styles.js';
import { dialogStyles } from '../../parts/dialog.styles.js';
import { localized } from '../../parts/localized.js';
import type { EditorContext, AccountTemplates } from '../context.js';
import { styles } from './account.styles.js';
import type { ProfileView } from '../../../contract/profile.js';
import type { OperationView } from '../../../policy/views/view.js';
import { type AccountContext } from './section.js';
import { card } from '../card.js';
import { dangerZone, deletionReceipt, noDeletion, pendingDeletion } from './deletion.js';
import { dataExport } from './data-export.js';
import { password, verifyAddress } from './emails.js';
import { maskedValue } from './masked-value.js';
import { sessions } from './sessions.js';

type AccountOverrides = OverridesOf<AccountMessages>;

/** The account module of an element, for one session and member. */
export interface AccountPart extends AccountTemplates {
  /** Loads what the sections show, and resumes a deletion that a sign-in interrupted. May be called more than once. */
  start(): void;
  dispose(): void;
  /** Shows the effects of a save, such as a verification email. */
  saved(profile: ProfileView): void;
  /** Shown above the profile: a scheduled deletion. */
  banner(editor: EditorContext): TemplateResult | typeof nothing;
  sections(editor: EditorContext, overrides: AccountOverrides): TemplateResult;
  /** Receipt of the deletion, or `null` if the account exists. `leave` signs out, if the element signed in. */
  receipt(lang: string, overrides: AccountOverrides, leave: (() => void) | null): TemplateResult | null;
}

export function createAccount(
  host: LitElement & { reload(): Promise<void> },
  options: AccountControllerOptions,
  operations: readonly OperationView[],
): AccountPart {
  const account = new AccountController(host, options);
  adoptStyles(host, dialogStyles, styles);
  const messages = localized(host, 'account', english);
  let awaitsVerification = false;
  // The link in the email opens another tab. When the user is back, the address may be verified.
  const tab = new ReturnToTab(host, () => {
    if (awaitsVerification) void host.reload();
  });
  const readsSessions = operations.some(({ name, allowed }) => name === 'sessions.read' && allowed);
  const contextOf = (editor: EditorContext, overrides: AccountOverrides): AccountContext => ({
    editor,
    account,
    messages: messages.with(overrides),
  });
  return {
    start: () => {
      if (readsSessions && !account.task('sessions')) void account.loadSessions();
      if (account.resumesDeletion()) void account.planDeletion();
    },
    dispose: () => {
      account.dispose();
      tab.hostDisconnected();
      host.removeController(tab);
    },
    saved: ({ verificationMail }) => {
      if (verificationMail) account.recordEmail('email-verification', verificationMail.retryAfter);
    },
    masked: (editor, view) => maskedValue(contextOf(editor, editor.overrides.account ?? {}), view),
    verify: (editor, view) => verifyAddress(contextOf(editor, editor.overrides.account ?? {}), view),
    banner: (editor) => pendingDeletion(contextOf(editor, editor.overrides.account ?? {})),
    sections: (editor, overrides) => {
      awaitsVerification = editor.form.profile.operations.some(({ name }) => name === 'email.verify');
      const context = contextOf(editor, overrides);
      const { profile } = editor.form;
      const canDelete = !editor.readOnly && !profile.deletion;
      const shown = [
        password(context),
        sessions(context),
        dataExport(context),
        canDelete ? noDeletion(context) : nothing,
      ].filter((each) => each !== nothing);
      return html`${shown.length > 0 ? card(shown) : nothing} ${canDelete ? dangerZone(context) : nothing}`;
    },
    receipt: (lang, overrides, leave) =>
      account.receipt && deletionReceipt(account.receipt, messages.with(overrides), lang, leave),
  };
}
