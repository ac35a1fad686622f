/** Everything that happens to a form once somebody edits it: loaded as one. */
export * from './profile-form.js';
export { saveGroup } from './profile-saving.js';
