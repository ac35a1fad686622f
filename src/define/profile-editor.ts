/** Registers `<profile-editor>`. */
import { ProfileEditor } from '../elements/profile-editor/profile-editor.js';

ProfileEditor.define();

declare global {
  interface HTMLElementTagNameMap {
    'profile-editor': ProfileEditor;
  }
}
