// Runs in a process of its own: it runs build tools.
import { buildAndServe, describeFrameworks } from './framework-example.js';

describeFrameworks([
  ...['react', 'preact', 'vue', 'svelte'].map(buildAndServe),
  {
    name: 'plain-html',
    scripts: [],
    open: async ({ name }, { foreignUrl }) => ({ url: `${foreignUrl}/${name}/`, close: () => {} }),
  },
]);
