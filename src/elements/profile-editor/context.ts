import type { TemplateResult, nothing } from 'lit';
import type { UploadPicture } from '../../state/profile/picture-upload.js';
import type { ProfileController } from '../../state/profile/profile-controller.js';
import type { ProfileForm } from '../../state/profile/form/state.js';
import type { EditMessages } from '../../messages/edit-en.js';
import type { MessageOverrides, Messages } from '../../messages/messages.js';
import type { FieldView } from '../../policy/views/view.js';

/** What the templates of a loaded profile are rendered from. */
export interface EditorContext {
  readonly controller: ProfileController;
  readonly form: ProfileForm;
  readonly messages: Messages;
  /** The host's own words, for the parts that bring their texts along. */
  readonly overrides: MessageOverrides;
  readonly lang: string;
  readonly readOnly: boolean;
  readonly uploadPicture: UploadPicture | undefined;
  /** What people do with their account, once it is there. */
  readonly account: AccountTemplates | null;
  /** Templates that only editing needs. There are always some where there is a draft. */
  readonly editing: EditingTemplates | null;
}

/** Of the part about the account, what a field is shown with. */
export interface AccountTemplates {
  /** Of a field that is shown in part. */
  masked(editor: EditorContext, view: FieldView): TemplateResult;
}

/** Templates that `editing.ts` adds to fields, groups and notices. */
export interface EditingTemplates {
  /** What only a save can meet, in words. */
  problemsOf(editor: EditorContext): EditMessages['saveProblems'];
  /** Of a save that stored only these fields; `undefined` where it stored none. */
  partlySaved(editor: EditorContext, saved: readonly string[]): string | undefined;
  /** What is wrong with a field, as far as the person has been through it. */
  errorText(editor: EditorContext, view: FieldView): string | undefined;
  /** What is said below a field's control, beside what is wrong with it. */
  footer(editor: EditorContext, view: FieldView): TemplateResult;
  /** Of a group that has changes: Save, Cancel. */
  bar(editor: EditorContext, group: string, index: number): TemplateResult | typeof nothing;
}
