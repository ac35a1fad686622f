/** Registers both elements. */
import './org-members.js';
import './profile-editor.js';
