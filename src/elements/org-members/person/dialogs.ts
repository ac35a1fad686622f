/** The dialogs about a member. Loaded when the first one is opened. */
import { html, type LitElement, type TemplateResult } from 'lit';
import { dialogs as english, type DialogMessages } from '../../../messages/en/dialogs.js';
import type { OverridesOf } from '../../../messages/messages.js';
import { adoptStyles } from '../../parts/adopt-styles.js';
import { localized } from '../../parts/localized.js';
import type { MemberContext } from './context.js';
import { styles } from './dialogs.styles.js';
import { operationDialog } from './operation-dialog.js';
import { rolesDialog } from './roles-dialog.js';

export interface MemberDialogs {
  render(context: MemberContext, overrides: OverridesOf<DialogMessages>): TemplateResult;
}

export function createMemberDialogs(host: LitElement): MemberDialogs {
  adoptStyles(host, styles);
  const messages = localized(host, 'dialogs', english);
  return {
    render: (context, overrides) => {
      const dialogContext = { ...context, dialogMessages: messages.with(overrides) };
      return html`${operationDialog(dialogContext)} ${rolesDialog(dialogContext)}`;
    },
  };
}
