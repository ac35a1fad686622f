// @ts-check
/** Writes the types of the elements in Svelte's templates. */
import { handlers, htmlMembers, imports, optionalInterface, tagMembers } from './typescript.js';

/** @typedef {import('./elements.js').Element} Element */

/**
 * Returns the declarations for Svelte 5: `import type {} from 'orgdesk/svelte'`.
 * @param {readonly Element[]} elements
 */
export function svelteTypes(elements) {
  return `/** The elements in Svelte's templates: \`import type {} from 'orgdesk/svelte'\`. Written by the build. */
import type { HTMLAttributes } from 'svelte/elements';
${imports(elements)}
${elements.map(attributesOf).join('\n')}
declare module 'svelte/elements' {
  interface SvelteHTMLElements {
      ${tagMembers(elements, ({ className }) => `${className}Attributes`)}
  }
}
`;
}

/** @param {Element} element */
function attributesOf(element) {
  const { tag, className } = element;
  return optionalInterface({
    name: `${className}Attributes`,
    extending: `HTMLAttributes<${className}>`,
    description: `Attributes, properties, and events of \`<${tag}>\`.`,
    members: [...htmlMembers(element, { writesFalse: true }), ...handlers(element, (name) => `on${name}`)],
  });
}
