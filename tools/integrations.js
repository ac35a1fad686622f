// @ts-check
/** Writes what frameworks and editors read about the elements, from the manifest in dist: `node tools/integrations.js`. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { elementsOf } from './integrations/elements.js';
import { preactTypes, reactTypes } from './integrations/jsx.js';
import { svelteTypes } from './integrations/svelte.js';
import { cssCustomData, htmlCustomData } from './integrations/vs-code.js';
import { vueTypes } from './integrations/vue.js';
import { webTypes } from './integrations/web-types.js';

const elements = elementsOf(JSON.parse(readFileSync('dist/custom-elements.json', 'utf8')));
const json = (/** @type {unknown} */ value) => `${JSON.stringify(value, null, 2)}\n`;

const files = {
  'react.d.ts': reactTypes(elements),
  'preact.d.ts': preactTypes(elements),
  'vue.d.ts': vueTypes(elements),
  'svelte.d.ts': svelteTypes(elements),
  'vscode.html-custom-data.json': json(htmlCustomData(elements)),
  'vscode.css-custom-data.json': json(cssCustomData(elements)),
  'web-types.json': json(webTypes(elements, JSON.parse(readFileSync('package.json', 'utf8')))),
};

mkdirSync('dist/integrations', { recursive: true });
for (const [name, text] of Object.entries(files)) writeFileSync(`dist/integrations/${name}`, text);
