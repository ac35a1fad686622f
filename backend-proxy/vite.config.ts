import { defineConfig } from 'vite';

/** One module per public entry of the package. Keys are paths in dist. */
const entries = {
  index: 'src/index.ts',
  dangerous: 'src/dangerous.ts',
  node: 'src/node/index.ts',
  cli: 'bin/orgdesk.ts',
  'dev-tenant/index': 'dev-tenant/index.ts',
  'dev-tenant/serve': 'dev-tenant/serve.ts',
  'storage-sql': 'src/storage/sql/index.ts',
  'storage-sqlite': 'src/storage/sql/sqlite.ts',
  'storage-postgres': 'src/storage/sql/postgres.ts',
  'storage-tests': 'storage-tests/index.ts',
};

// A server build: dependencies stay imports; policy and contract are bundled from the browser package's sources.
export default defineConfig({
  build: {
    ssr: true,
    target: 'node20',
    minify: false,
    emptyOutDir: false,
    sourcemap: true,
    rolldownOptions: {
      input: entries,
      output: { entryFileNames: '[name].js', chunkFileNames: 'shared/[name].js' },
    },
  },
});
