/** The script that registers `<profile-editor>`. */
import '../define/profile-editor.js';

export { addLocale } from '../messages/catalog.js';
