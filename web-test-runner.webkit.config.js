import { findWebKit } from './tools/webkit.js';
import { webkitLauncher } from './tools/wtr-webkit.js';
import chromium from './web-test-runner.config.js';

/** Element tests that don't need a viewport, media, or keys: WebKitGTK's WebDriver supports none of these. */
export default {
  ...chromium,
  files: [
    'test/state/**/*.test.ts',
    'test/elements/{profile-editor,fields,saving,conflicts,failures}.test.ts',
    'test/elements/org-members/{member-world,member-operations,member-roles}.test.ts',
  ],
  browsers: [webkitLauncher(findWebKit())],
};
