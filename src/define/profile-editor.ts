/** Registers `<profile-editor>`. */
import type { ProfileEditor } from '../elements/profile-editor/profile-editor.js';
import { registerProfileEditor } from './register-profile-editor.js';

registerProfileEditor();

declare global {
  interface HTMLElementTagNameMap {
    'profile-editor': ProfileEditor;
  }
}
