// @ts-check
/** Writes the types of the elements in JSX, for React 19 and Preact. */
import { handlers, htmlMembers, imports, optionalInterface, tagMembers } from './typescript.js';

/** @typedef {import('./elements.js').Element} Element */

/**
 * Returns the declarations for React 19: `import type {} from 'orgdesk/react'`.
 * @param {readonly Element[]} elements
 */
export const reactTypes = (elements) =>
  jsxTypes(elements, {
    module: 'react',
    imported: 'DetailedHTMLProps, HTMLAttributes',
    base: (className) => `DetailedHTMLProps<HTMLAttributes<${className}>, ${className}>`,
    writesFalse: false,
  });

/**
 * Returns the declarations for Preact: `import type {} from 'orgdesk/preact'`.
 * @param {readonly Element[]} elements
 */
export const preactTypes = (elements) =>
  jsxTypes(elements, {
    module: 'preact',
    imported: 'HTMLAttributes',
    base: (className) => `HTMLAttributes<${className}>`,
    // If the fifth character is a dash, as in `aria-` and `read-only`.
    writesFalse: true,
  });

/**
 * @param {readonly Element[]} elements
 * @param {{ module: string, imported: string, base: (className: string) => string, writesFalse: boolean }} framework
 */
function jsxTypes(elements, { module, imported, base, writesFalse }) {
  // What has an attribute is set as the attribute: that also works on a server, and before the element is registered.
  const propsOf = (/** @type {Element} */ element) =>
    optionalInterface({
      name: `${element.className}Props`,
      extending: base(element.className),
      description: `Attributes, properties, and events of \`<${element.tag}>\`.`,
      members: [...htmlMembers(element, { writesFalse }), ...handlers(element, (name) => `on${name}`)],
    });
  return `/** The elements in JSX: \`import type {} from 'orgdesk/${module}'\`. Written by the build. */
import type { ${imported} } from '${module}';
${imports(elements)}
${elements.map(propsOf).join('\n')}
declare module '${module}' {
  namespace JSX {
    interface IntrinsicElements {
      ${tagMembers(elements, ({ className }) => `${className}Props`)}
    }
  }
}
`;
}
