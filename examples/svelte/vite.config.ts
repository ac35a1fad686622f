import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [svelte()],
  // The proxy of Orgdesk, on the page's own origin as in production.
  server: { proxy: { '/orgdesk': 'http://127.0.0.1:3000' } },
});
