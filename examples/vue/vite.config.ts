import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

/** Without it, Vue looks for components with these names. */
const isCustomElement = (tag: string) => tag === 'profile-editor' || tag === 'org-members';

export default defineConfig({
  plugins: [vue({ template: { compilerOptions: { isCustomElement } } })],
  // The proxy of Orgdesk, on the page's own origin as in production.
  server: { proxy: { '/orgdesk': 'http://127.0.0.1:3000' } },
});
