// @ts-check
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { codesIn, rowsBelow } from './tools/markdown-table.js';

/** Configures dist/custom-elements.json, the manifest that editors, Storybook, and documentation tools read. */

/** @typedef {{ name: string, privacy?: string, static?: boolean, parameters?: { default?: string }[] }} Member */
/** @typedef {{ name: string, description?: string }} Event */
/** @typedef {{ name: string | undefined, default?: string | undefined, description: string }} Style */
/** @typedef {{ members?: Member[], events?: Event[], tagName?: string, customElement?: boolean, cssParts?: Style[], cssProperties?: Style[] }} Declaration */
/** @typedef {{ modules: { path: string, declarations?: Declaration[] }[] }} Manifest */

/** @param {Member} member */
function isPublic({ name, privacy = 'public' }) {
  return privacy === 'public' && !name.startsWith('#');
}

/**
 * Our classes are registered by `static define(tag = 'profile-editor')`, which the analyzer does not know.
 * @param {Member[]} members
 */
function definedTag(members) {
  const define = members.find((member) => member.static && member.name === 'define');
  return define?.parameters?.[0]?.default?.replaceAll(/['"]/g, '');
}

/** Adds tag names, removes private members, and renames modules to their published paths. */
function published() {
  return {
    name: 'published',
    /** @param {{ customElementsManifest: Manifest }} context */
    packageLinkPhase({ customElementsManifest }) {
      const declarations = customElementsManifest.modules.flatMap((module) => module.declarations ?? []);
      for (const declaration of declarations) {
        declaration.members = declaration.members?.filter(isPublic);
      }
      for (const declaration of declarations) {
        const tag = definedTag(declaration.members ?? []);
        if (!tag) continue;
        // The analyzer knows a custom element by its superclass, and only those of libraries.
        Object.assign(declaration, { customElement: true, tagName: tag });
        // In addition to `@fires`, the analyzer guesses event names from the arguments of `dispatchEvent`.
        declaration.events = declaration.events?.filter(({ description }) => description);
      }
      renameModules(customElementsManifest);
    },
  };
}

/**
 * The parts of an element are listed on its page and not in its class. The custom properties are the same for all elements, and
 * have a page of their own.
 */
function documented() {
  return {
    name: 'documented',
    /** @param {{ customElementsManifest: Manifest }} context */
    packageLinkPhase({ customElementsManifest }) {
      const declarations = customElementsManifest.modules.flatMap((module) => module.declarations ?? []);
      for (const declaration of declarations) {
        if (!declaration.tagName) continue;
        declaration.cssParts = rowsBelow(readDocument(declaration.tagName), '### Parts').map(
          ([part = '', description = '']) => ({ name: codesIn(part)[0], description }),
        );
        declaration.cssProperties = rowsBelow(readDocument('theming'), '## Tokens').map(
          ([property = '', value = '', description = '']) => ({
            name: codesIn(property)[0],
            default: codesIn(value)[0],
            description,
          }),
        );
      }
    },
  };
}

/** @param {string} name */
const readDocument = (name) => readFileSync(`docs/${name}.md`, 'utf8');

/**
 * `src/x.ts` is `dist/x.js` in the package, wherever a manifest names a module.
 * @param {unknown} node
 */
function renameModules(node) {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if ((key === 'path' || key === 'module') && typeof value === 'string') {
      Object.assign(node, { [key]: value.replace(/^\/?src\/(.*)\.[jt]s$/, 'dist/$1.js') });
    } else {
      renameModules(value);
    }
  }
}

/** Each published tag has a file in src/define and a folder with its class and events, which are public. */
const tags = readdirSync('src/elements').filter((name) => existsSync(`src/define/${name}.ts`));

export default {
  globs: [...tags.map((tag) => `src/elements/${tag}/{${tag},events}.ts`), 'src/elements/parts/events.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [published(), documented()],
};
