// @ts-check
/** Writes the types of the elements in Vue's templates. */
import { handlers, imports, isOwn, optionalInterface, tagMembers, typeOfProperty } from './typescript.js';

/** @typedef {import('./elements.js').Element} Element */

/**
 * Returns the declarations for Vue: `import type {} from 'orgdesk/vue'`. They have the form that Vue's guide recommends.
 * Templates are checked by property, however an attribute is written.
 * @param {readonly Element[]} elements
 */
export function vueTypes(elements) {
  return `/** The elements in Vue's templates: \`import type {} from 'orgdesk/vue'\`. Written by the build. */
import type { HTMLAttributes, PublicProps } from 'vue';
${imports(elements)}
${elements.map(propsOf).join('\n')}
/** An element as a component, which is what Vue's tools know how to check. */
type ElementComponent<Element, Props> = new () => Element & {
  $props: Props & HTMLAttributes & PublicProps;
};

declare module 'vue' {
  interface HTMLAttributes {
    /** The slot of the element around it. */
    slot?: string | undefined;
  }
  interface GlobalComponents {
      ${tagMembers(elements, ({ className }) => `ElementComponent<${className}, ${className}Props>`)}
  }
}
`;
}

/** @param {Element} element */
function propsOf(element) {
  const { tag, className, attributes, properties } = element;
  const named = [
    ...attributes.filter(isOwn).map(({ property, description }) => ({ name: property, description })),
    ...properties,
  ];
  return optionalInterface({
    name: `${className}Props`,
    description: `Properties and events of \`<${tag}>\`.`,
    members: [
      ...named.map(({ name, description }) => ({ name, type: typeOfProperty(element, name), description })),
      ...handlers(element, (name) => `on${capitalized(camelCase(name))}`),
    ],
  });
}

/** @param {string} name */
const camelCase = (name) => name.replaceAll(/-(\w)/g, (_, letter) => letter.toUpperCase());

/** @param {string} name */
const capitalized = (name) => name.charAt(0).toUpperCase() + name.slice(1);
