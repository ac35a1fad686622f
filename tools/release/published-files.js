// @ts-check
/** Rewrites what is published for readers who don't have the repository: links of the README, addresses in package.json. */
import { posix } from 'node:path';

/**
 * Where the sources of a release are.
 * @typedef {{ readonly repository: string, readonly tag: string }} Origin
 */

/**
 * Returns the README with absolute links: npm shows it without the files beside it.
 * @param {string} text
 * @param {string} folder - The folder of the README in the repository; empty for its root.
 * @param {Origin} origin
 * @example
 * publishedReadme('[guide](docs/policy.md)', '', { repository: 'https://github.com/acme/orgdesk', tag: 'v1.0.0' })
 * // '[guide](https://github.com/acme/orgdesk/blob/v1.0.0/docs/policy.md)'
 */
export function publishedReadme(text, folder, { repository, tag }) {
  return outsideCode(text, (prose) =>
    prose.replace(/(!?)(\[(?:[^\][]|\[[^\]]*\])*\]\()([^)\s]+)\)/g, (link, image, label, target) => {
      if (/^(?:[a-z][a-z+.-]*:|#)/i.test(target)) return link;
      const path = posix.join(folder, target);
      return `${image}${label}${repository}/${image ? 'raw' : 'blob'}/${tag}/${path})`;
    }),
  );
}

/**
 * Changes the text outside of code blocks, in which brackets and parentheses aren't links.
 * @param {string} text
 * @param {(prose: string) => string} change
 */
function outsideCode(text, change) {
  return text
    .split(/^(```[^]*?^```)/m)
    .map((part, index) => (index % 2 === 0 ? change(part) : part))
    .join('');
}

/**
 * Returns the package.json with the addresses that npm shows, and that provenance is checked against.
 * @param {Record<string, unknown>} manifest
 * @param {string} folder - The folder of the package in the repository; empty for its root.
 * @param {Origin} origin
 */
export function publishedManifest(manifest, folder, { repository, tag }) {
  return {
    ...manifest,
    homepage: `${repository}/blob/${tag}/${posix.join(folder, 'README.md')}`,
    bugs: `${repository}/issues`,
    repository: { type: 'git', url: `git+${repository}.git`, ...(folder && { directory: folder }) },
  };
}
