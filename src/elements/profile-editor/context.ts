import type { ProfileController } from '../../controllers/profile-controller.js';
import type { ProfileForm } from '../../controllers/profile-form.js';
import type { Messages } from '../../messages/messages.js';

/** What the templates of a loaded profile are rendered from. */
export interface EditorContext {
  readonly controller: ProfileController;
  readonly form: ProfileForm;
  readonly messages: Messages;
  readonly lang: string;
  readonly readOnly: boolean;
}
