/** The dialogs in which something about a member is asked, and told. Loaded with the first question. */
export { operationDialog } from './operation-dialog.js';
export { rolesDialog } from './roles-dialog.js';
