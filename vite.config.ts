import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { RolldownMagicString } from 'rolldown';
import { defineConfig, type Plugin, type UserConfig } from 'vite';

/** The themes are written by hand: they are in the package as they are. */
const themes: Plugin = {
  name: 'themes',
  generateBundle() {
    for (const name of readdirSync('src/themes'))
      this.emitFile({
        type: 'asset',
        fileName: `themes/${name}`,
        source: readFileSync(`src/themes/${name}`, 'utf8'),
      });
  },
};

/** Leaves out the maps of texts. They are most of what maps weigh, and no debugger stops in a text. */
const textsWithoutMaps: Plugin = {
  name: 'texts-without-maps',
  generateBundle(_, bundle) {
    for (const [fileName, file] of Object.entries(bundle)) {
      if (!/(^|\/)messages\//.test(fileName)) continue;
      if (file.type === 'asset') delete bundle[fileName];
      else file.code = file.code.replace(/\n\/\/# sourceMappingURL=.*/, '');
    }
  },
};

/**
 * ES modules for bundlers, one per source file so that unused files are dropped entirely. Dependencies stay imports.
 */
const modules: UserConfig = {
  plugins: [themes, textsWithoutMaps],
  build: {
    target: 'es2022',
    minify: false,
    emptyOutDir: false,
    sourcemap: true,
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
        // Otherwise the compiler's helpers land in folders named after its version.
        entryFileNames: ({ name }) => `${name.replace(/^_virtual\/.*\//, 'helpers/')}.js`,
      },
    },
  },
};

/** Returns changed code with a map, so that stack traces and debuggers still name the right lines. */
const withMap = (edited: RolldownMagicString) => ({
  code: edited.toString(),
  map: edited.generateMap({ hires: 'boundary' }).toString(),
});

/** Strips whitespace from templates. To a minifier they are strings, so this runs before it. */
const squeezeTemplates: Plugin = {
  name: 'squeeze-templates',
  enforce: 'pre',
  transform: {
    filter: { id: /\/src\/elements\/.*\.ts$/ },
    handler(code) {
      const edited = new RolldownMagicString(code);
      for (const { 0: text, index } of code.matchAll(/\bcss`[^`]*`|\n\s+/g)) {
        const squeezed = text.startsWith('css') ? squeezeCss(text) : '\n';
        if (squeezed !== text) edited.overwrite(index, index + text.length, squeezed);
      }
      return withMap(edited);
    },
  },
};

/** Strips comments, line breaks, and redundant spaces. Keeps spaces before a colon: `a :hover` isn't `a:hover`. */
function squeezeCss(css: string): string {
  return css
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replaceAll(';}', '}');
}

/** Where Lit's only uses of Trusted Types and `innerHTML` are, and what our scripts do there. */
const litTemplates: Plugin = {
  name: 'lit-templates',
  transform: {
    filter: { id: /\/lit-html\/lit-html\.js$/ },
    handler(code) {
      const edited = new RolldownMagicString(code)
        .replace(/(\w+)\?\1\.createPolicy\("lit-html",\{createHTML:\w=>\w\}\):void 0/, 'templatePolicy($1)')
        .replace(/return (\w+)\.innerHTML=(\w+),\1\b/, 'return fillTemplate($1,$2)');
      const changed = edited.toString();
      if (!changed.includes('templatePolicy') || !changed.includes('fillTemplate'))
        this.error('Lit creates its policy or fills its templates in another way: mend this plugin');
      const path = fileURLToPath(new URL('src/drop-in/lit-templates.ts', import.meta.url));
      edited.prepend(`import { fillTemplate, templatePolicy } from ${JSON.stringify(path)};`);
      return withMap(edited);
    },
  },
};

/** Collects the license notices of bundled packages, which Lit (BSD-3-Clause) and auth0-spa-js (MIT) require. */
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

/** Files of a locale keep the locale's folder: they have the same names in every locale. */
function localeFile(moduleId: string | undefined): string | undefined {
  return /\/src\/(messages\/[\w-]+\/[\w-]+)\.ts$/.exec(moduleId ?? '')?.[1];
}

/**
 * Scripts for pages without a build step. Each needs one request to render and lazy-loads what only some pages need,
 * such as sign-in. `orgdesk.js` defines both elements, the others one each. Each script is a build of its own: a file
 * shared by two of them would cost another round trip.
 */
const dropIn = (name: string, folder: string): UserConfig => ({
  plugins: [squeezeTemplates, litTemplates, licenses, themes, textsWithoutMaps],
  build: {
    target: 'es2022',
    outDir: 'dist/drop-in',
    emptyOutDir: false,
    sourcemap: true,
    lib: { entry: `src/drop-in/${name}.ts`, formats: ['es'], fileName: name },
    rolldownOptions: {
      preserveEntrySignatures: 'allow-extension',
      output: {
        // Code shared with lazy-loaded parts stays in the script.
        codeSplitting: { groups: [{ name, tags: ['$initial'] }] },
        // Library builds aren't minified by default.
        minify: true,
        // Tree-shaking annotations: no one bundles a drop-in.
        comments: { annotation: false },
        // `auth0-spa-js.production.esm` becomes auth0-spa-js.js, a stable URL that pages can allow or preload.
        chunkFileNames: (chunk) =>
          `${folder}${localeFile(chunk.facadeModuleId ?? chunk.moduleIds[0]) ?? chunk.name.replace(/\..*/, '')}.js`,
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

// Run as `vite build --mode modules`. Storybook and the element tests also read this file and use neither build.
export default defineConfig(({ mode }) => builds[mode] ?? {});
