import type { AccountController } from '../../../state/account/account-controller.js';
import type { AccountMessages } from '../../../messages/account-en.js';
import type { OperationView } from '../../../policy/views/view.js';
import type { Operation } from '../../../policy/vocabulary.js';
import type { EditorContext } from '../context.js';

/** What the sections of the account are rendered from. */
export interface AccountContext {
  readonly editor: EditorContext;
  readonly account: AccountController;
  readonly texts: AccountMessages;
}

export function operationOf({ editor }: AccountContext, name: Operation): OperationView | undefined {
  return editor.form.profile.operations.find((operation) => operation.name === name);
}

/** The address the account's mails go to, as far as this page may show it. */
export function addressOf({ editor }: AccountContext): string | null {
  const { fields } = editor.form.profile;
  const email = fields.find((field) => field.kind === 'email' && typeof field.value === 'string');
  return typeof email?.value === 'string' ? email.value : null;
}

export function organizationOf({ editor }: AccountContext): string {
  const { displayName, name } = editor.form.profile.organization;
  return displayName ?? name;
}

export function reasonText({ editor, texts }: AccountContext, { reason }: OperationView): string {
  const { connection, own } = editor.form.profile;
  const told = reason && ((!own && texts.theirReasons[reason]) || texts.reasons[reason]);
  return told?.(connection.label) ?? texts.locked;
}
