import { html, nothing } from 'lit';
import { pictureTypes, type PictureUpload, type UploadPicture } from '../../state/profile/picture-upload.js';
import type { FieldView } from '../../policy/views/view.js';
import { button } from '../parts/button.js';
import type { EditingContext } from './context.js';

/** Button that uploads a picture to the host's storage. Its URL becomes an unsaved value of the field. */
export function uploadButton(
  { controller, editingMessages }: EditingContext,
  view: FieldView,
  upload: PictureUpload,
  send: UploadPicture,
) {
  const messages = editingMessages.upload;
  const { state } = upload;
  const take = async (event: Event) => {
    const input = event.currentTarget as HTMLInputElement;
    const file = input.files?.[0];
    // Without this, choosing the same file again fires no event.
    input.value = '';
    const address = file && (await upload.start(file, send));
    if (!address) return;
    controller.type(view.name, address);
    controller.leave(view.name);
  };
  const choose = (event: Event) =>
    (event.currentTarget as HTMLElement).parentElement?.querySelector('input')?.click();
  const done = state.status === 'running' ? state.done : null;
  return html`<div class="upload" part="upload">
    <button type="button" class="plain" part="button upload-picture" @click=${choose}>
      ${messages.choose}
    </button>
    <input
      hidden
      type="file"
      aria-label=${messages.choose}
      accept=${pictureTypes.join(',')}
      @change=${take}
    />
    ${
      state.status === 'running'
        ? html`<progress aria-label=${messages.running} max="1" value=${done ?? nothing}></progress>
            ${button(messages.cancel, () => upload.cancel(), { part: 'cancel-upload' })}`
        : nothing
    }
    <small class="error" role="alert"
      >${state.status === 'failed' ? messages.faults[state.error] : nothing}</small
    >
  </div>`;
}
