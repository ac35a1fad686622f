/** Gives stories the elements as the manifest describes them: `import { elements } from 'virtual:elements'`. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { elementsOf, type Manifest } from '../../tools/integrations/elements.js';

const name = 'virtual:elements';
/** Not the one in `dist`, which can be missing, or older than the docs that it is made from. */
const folder = 'node_modules/.cache/orgdesk-manifest';

export const elementsPlugin: Plugin = {
  name,
  resolveId: (id) => (id === name ? `\0${name}` : undefined),
  load: (id) =>
    id === `\0${name}` ? `export const elements = ${JSON.stringify(readElements())};` : undefined,
};

function readElements() {
  const analyzer = 'node_modules/@custom-elements-manifest/analyzer/cem.js';
  execFileSync(process.execPath, [analyzer, 'analyze', '--quiet', '--outdir', folder]);
  return elementsOf(JSON.parse(readFileSync(`${folder}/custom-elements.json`, 'utf8')) as Manifest);
}
