import { ProfileEditor } from '../elements/profile-editor/profile-editor.js';

/** Registers `<profile-editor>`, for an element that has fetched it before it shows one. */
export function registerProfileEditor(): void {
  ProfileEditor.define();
}
