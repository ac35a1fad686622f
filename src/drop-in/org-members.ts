/** The script that registers `<org-members>`. */
import '../define/org-members.js';

export { addLocale } from '../messages/catalog.js';
