import type { ReactiveControllerHost } from 'lit';
import type { UploadPicture } from '../../controllers/picture-upload.js';
import type { ProfileController } from '../../controllers/profile-controller.js';
import type { ProfileForm } from '../../controllers/form-state.js';
import type { MessageOverrides, Messages } from '../../messages/messages.js';
import type { AccountPart } from './account/account.js';
import type { Editing } from './editing.js';

/** What the templates of a loaded profile are rendered from. */
export interface EditorContext {
  /** The element, for what lives with it. */
  readonly host: ReactiveControllerHost;
  readonly controller: ProfileController;
  readonly form: ProfileForm;
  readonly messages: Messages;
  /** The host's own words, for the parts that bring their texts along. */
  readonly overrides: MessageOverrides;
  readonly lang: string;
  readonly readOnly: boolean;
  readonly uploadPicture: UploadPicture | undefined;
  /** What people do with their account, once it is there. */
  readonly account: AccountPart | null;
  /** What only editing needs, once it is there: always where there is a draft. */
  readonly editing: Editing | null;
}
