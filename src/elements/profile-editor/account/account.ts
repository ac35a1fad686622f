/** What people do with their account beside editing it. Loaded once a profile is shown that has something of it. */
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { AccountController, type AccountControllerOptions } from '../../../controllers/account-controller.js';
import { accountEn, type AccountMessages, type AccountOverrides } from '../../../messages/account-en.js';
import type { EditorContext } from '../context.js';
import { styles } from './account.styles.js';
import { operationOf, type AccountContext } from './context.js';
import { deletion } from './deletion.js';
import { dataExport } from './export.js';
import { password, verification } from './mails.js';
import { deletionReceipt } from './receipt.js';
import { sessions } from './sessions.js';

/** The account's part of an editor. */
export interface AccountPart {
  /** Another profile is shown from now on. */
  dispose(): void;
  sections(editor: EditorContext, overrides: AccountOverrides | undefined): TemplateResult;
  /** `null` while the account is there. */
  receipt(lang: string, overrides: AccountOverrides | undefined, leave: () => void): TemplateResult | null;
}

export function createAccount(host: LitElement, options: AccountControllerOptions): AccountPart {
  const account = new AccountController(host, options);
  const sheets = host.shadowRoot?.adoptedStyleSheets;
  if (styles.styleSheet && !sheets?.includes(styles.styleSheet)) sheets?.push(styles.styleSheet);
  if (account.resumesDeletion()) void account.planDeletion();
  return {
    dispose: () => account.dispose(),
    sections: (editor, overrides) => {
      const context: AccountContext = { editor, account, texts: withOverrides(overrides) };
      const readsSessions = operationOf(context, 'sessions.read')?.allowed;
      if (readsSessions && !account.task('sessions')) void account.loadSessions();
      return html`${verification(context)} ${password(context)} ${sessions(context)} ${dataExport(context)}
      ${editor.readOnly ? nothing : deletion(context)}`;
    },
    receipt: (lang, overrides, leave) =>
      account.receipt && deletionReceipt(account.receipt, withOverrides(overrides), lang, leave),
  };
}

function withOverrides(overrides: AccountOverrides = {}): AccountMessages {
  const merged: Record<string, unknown> = { ...accountEn };
  for (const [name, value] of Object.entries(overrides)) {
    merged[name] = typeof value === 'object' ? { ...(merged[name] as object), ...value } : value;
  }
  return merged as AccountMessages;
}
