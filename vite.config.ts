import { readFileSync } from 'node:fs';
import { defineConfig, type Plugin, type UserConfig } from 'vite';

/** ES modules for bundlers, one per source file so that an unused one is dropped whole; dependencies stay imports. */
const modules: UserConfig = {
  build: {
    target: 'es2022',
    minify: false,
    emptyOutDir: false,
    lib: {
      entry: [
        'src/index.ts',
        'src/client/index.ts',
        'src/define/profile-editor.ts',
        'src/define/org-members.ts',
      ],
      formats: ['es'],
    },
    rolldownOptions: {
      external: [/^lit($|\/)/, /^@auth0\//],
      output: {
        preserveModules: true,
        preserveModulesRoot: 'src',
        // The compiler's own helpers would land in folders named after its version.
        entryFileNames: ({ name }) => `${name.replace(/^_virtual\/.*\//, 'helpers/')}.js`,
      },
    },
  },
};

/** Templates are text to a minifier, so their white space has to be taken out before it runs. */
const squeezeTemplates: Plugin = {
  name: 'squeeze-templates',
  enforce: 'pre',
  transform: {
    filter: { id: /\/src\/elements\/.*\.ts$/ },
    handler: (code) => code.replace(/\bcss`[^`]*`/g, squeezeCss).replace(/\n\s+/g, '\n'),
  },
};

/** Comments, line breaks, and spaces that separate nothing. Not before a colon: `a :hover` is another selector. */
function squeezeCss(css: string): string {
  return css
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replaceAll(';}', '}');
}

/** What is bundled keeps its notices: Lit's licence (BSD-3-Clause) asks for that, and auth0-spa-js's (MIT). */
const licenses: Plugin = {
  name: 'third-party-licenses',
  generateBundle(_, bundle) {
    const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
    const packages = new Map(
      modules.flatMap((id) => {
        const [, folder = '', name = ''] = /^(.*\/node_modules\/((?:@[^/]+\/)?[^/]+))\//.exec(id) ?? [];
        return name === '' ? [] : [[name, folder] as const];
      }),
    );
    const notices = [...packages]
      .sort(([one], [other]) => one.localeCompare(other))
      .map(([name, folder]) => `${name}\n\n${readFileSync(`${folder}/LICENSE`, 'utf8').trim()}\n`);
    this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY-LICENSES.txt', source: notices.join('\n\n') });
  },
};

/**
 * For a page without a build: one script to render with; what only some pages need, such as sign-in, it loads on demand.
 * `orgdesk.js` brings both tags, the others one each. Every script is built by itself, because a file that two of them
 * shared would be one more round trip.
 */
const dropIn = (name: string, folder: string): UserConfig => ({
  plugins: [squeezeTemplates, licenses],
  build: {
    target: 'es2022',
    outDir: 'dist/drop-in',
    emptyOutDir: false,
    lib: { entry: `src/define/${name}.ts`, formats: ['es'], fileName: name },
    rolldownOptions: {
      preserveEntrySignatures: 'allow-extension',
      output: {
        // What the script shares with the parts loaded later stays in it.
        codeSplitting: { groups: [{ name, tags: ['$initial'] }] },
        // Library builds keep their white space unless the output says otherwise.
        minify: true,
        // Hints for bundlers: nobody bundles a drop-in.
        comments: { annotation: false },
        // `auth0-spa-js.production.esm` is plainly auth0-spa-js.js, an address that people allow or preload.
        chunkFileNames: (chunk) => `${folder}${chunk.name.replace(/\..*/, '')}.js`,
      },
    },
  },
});

const builds: Record<string, UserConfig> = {
  modules,
  'drop-in': dropIn('orgdesk', ''),
  'drop-in-profile-editor': dropIn('profile-editor', 'profile-editor/'),
  'drop-in-org-members': dropIn('org-members', 'org-members/'),
};

// `vite build --mode modules`. Storybook and the element tests read this file too and get neither build.
export default defineConfig(({ mode }) => builds[mode] ?? {});
