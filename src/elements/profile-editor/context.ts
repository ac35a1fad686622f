import type { nothing, TemplateResult } from 'lit';
import type { UploadPicture } from '../../state/profile/picture-upload.js';
import type { ProfileController } from '../../state/profile/profile-controller.js';
import type { ProfileForm } from '../../state/profile/form/state.js';
import type { EditingMessages } from '../../messages/en/editing.js';
import type { ProfileMessages } from '../../messages/en/profile.js';
import type { MessageOverrides } from '../../messages/messages.js';
import type { FieldView } from '../../policy/views/view.js';

/** Data for the templates of a loaded profile. */
export interface EditorContext {
  readonly controller: ProfileController;
  readonly form: ProfileForm;
  readonly messages: ProfileMessages;
  /** The host's messages, for modules that bring their own defaults. */
  readonly overrides: MessageOverrides;
  readonly lang: string;
  readonly readOnly: boolean;
  /** Whether the profile has been painted. What can't be seen at first is rendered after that. */
  readonly isPainted: boolean;
  readonly hideHeader: boolean;
  readonly hideBranding: boolean;
  readonly hideAccount: boolean;
  readonly uploadPicture: UploadPicture | undefined;
  /** Templates of the account module, once it is loaded. */
  readonly account: AccountTemplates | null;
  /** Templates of the editing module, once it is loaded. Always set if there is a draft. */
  readonly editing: EditingTemplates | null;
}

/** What the templates of editing are rendered from. */
export interface EditingContext extends EditorContext {
  readonly editingMessages: EditingMessages;
}

/** Templates that `account.ts` adds to fields. */
export interface AccountTemplates {
  /** The value of a masked field, with a button that reveals it. */
  masked(editor: EditorContext, view: FieldView): TemplateResult;
  /** Sends the verification email for an address that isn't verified. */
  verify(editor: EditorContext, view: FieldView): TemplateResult | typeof nothing;
}

/** Templates that `editing.ts` adds to fields, groups and notices. */
export interface EditingTemplates {
  /** The error of a field that the user has left. */
  errorText(editor: EditorContext, view: FieldView): string | undefined;
  /** Help for a field that follows others; `undefined` for all others. */
  helpText(editor: EditorContext, view: FieldView): string | undefined;
  /** Marks a field with an unsaved value. */
  unsavedBadge(editor: EditorContext): TemplateResult;
  /** Buttons that upload and remove the photo, for the header. */
  photo(editor: EditorContext, view: FieldView): TemplateResult;
  /** Content below a field's control: the picture upload, and a conflict. */
  footer(editor: EditorContext, view: FieldView): TemplateResult;
  /** The bar with Save and Discard, if there are changes. Below it, toasts. */
  saveBar(editor: EditorContext): TemplateResult;
}
