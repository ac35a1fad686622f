import { findWebKit } from './tools/webkit.js';
import { webkitLauncher } from './tools/wtr-webkit.js';
import chromium from './web-test-runner.config.js';

/** The element tests that need no viewport, media or keys: WebDriver of WebKitGTK sets none of them. */
export default {
  ...chromium,
  files: [
    'test/state/**/*.test.ts',
    'test/elements/{profile-editor,fields,saving,conflicts,failures}.test.ts',
    'test/elements/org-members/{member-world,member-operations,member-roles}.test.ts',
  ],
  browsers: [webkitLauncher(findWebKit())],
};
