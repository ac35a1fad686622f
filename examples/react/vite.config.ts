import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  // The proxy of Orgdesk, on the page's own origin as in production.
  server: { proxy: { '/orgdesk': 'http://127.0.0.1:3000' } },
});
