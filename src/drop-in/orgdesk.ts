/** The script that registers both elements. */
import '../define/org-members.js';
import '../define/profile-editor.js';

export { addLocale } from '../messages/catalog.js';
