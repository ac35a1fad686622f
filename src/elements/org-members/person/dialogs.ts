/** The dialogs in which something about a member is asked, and told. Loaded with the first question. */
import { html } from 'lit';
import { memberAskEn, type MemberAskMessages } from '../../../messages/member-ask-en.js';
import { withOverrides, type OverridesOf } from '../../../messages/messages.js';
import type { MemberContext } from './context.js';
import { operationDialog } from './operation-dialog.js';
import { rolesDialog } from './roles-dialog.js';

export { styles } from './dialogs.styles.js';

export function memberDialogs(context: MemberContext, overrides: OverridesOf<MemberAskMessages>) {
  const dialogContext = { ...context, dialogMessages: withOverrides(memberAskEn, overrides) };
  return html`${operationDialog(dialogContext)} ${rolesDialog(dialogContext)}`;
}
