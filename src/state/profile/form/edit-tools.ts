/** Everything that happens to a form once somebody edits it: loaded as one. */
export * from './edit.js';
export { saveGroup } from './save.js';
