// Runs in a process of its own: it runs build tools.
import { readFileSync } from 'node:fs';
import { buildAndServe, describeFrameworks } from './framework-example.js';

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  dependencies: Readonly<Record<string, string>>;
};
const lowestVersions = Object.entries(dependencies).map(([name, range]) => `${name}@${range.slice(1)}`);

describeFrameworks([
  ...['react', 'vue', 'svelte'].map(buildAndServe),
  { ...buildAndServe('preact'), packages: lowestVersions },
  {
    name: 'plain-html',
    scripts: [],
    open: async ({ name }, { foreignUrl }) => ({ url: `${foreignUrl}/${name}/`, close: () => {} }),
  },
]);
