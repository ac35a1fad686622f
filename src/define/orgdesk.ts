import './org-members.js';
import './profile-editor.js';
